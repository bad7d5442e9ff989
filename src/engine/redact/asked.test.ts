import { describe, expect, it } from 'vitest';
import { askedInAliases } from './asked.ts';
import type { RedactOptions } from './options.ts';
import { redactDocuments } from './redact.ts';
import type { Memory } from './vault.ts';

const CONFIG = `server {
  server_name buch.regal.ch *.werkbank.at www.schrauben.* ~^(?<sub>[a-z]+)\\.zange\\.li$ 84.19.7.3;
  location /hook/Vq8Wn3Zt6Lp1Rk5s { proxy_set_header Authorization "Bearer Vq8Wn3Zt6Lp1Rk5s"; }
}
`;

function incident(options?: RedactOptions): { text: string; memory: Memory } {
  const { documents, vault } = redactDocuments(
    [{ path: 'site.conf', kind: 'nginx', recognisedBy: 'test', text: CONFIG }],
    options,
  );
  if (vault.memory === null) throw new Error('a fresh vault has a memory');
  return { text: documents[0]?.document.text ?? '', memory: vault.memory };
}

const { text, memory } = incident();
const host = (asked: string): string => askedInAliases({ uri: '/', host: asked }, memory, {}).host;
const uri = (asked: string): string => askedInAliases({ uri: asked }, memory, {}).uri;
const [, names = ''] = /server_name (.*);/.exec(text) ?? [];
const [book, mask = '', head = '', pattern = '', address] = names.split(' ');

describe('a request in the words of the redacted documents', () => {
  it('names hosts by their aliases, in either case and with a port', () => {
    expect(book).toMatch(/\.example$/);
    expect(host('buch.regal.ch')).toBe(book);
    expect(host('Buch.Regal.CH:8443')).toBe(`${book}:8443`);
    expect(host('84.19.7.3')).toBe(address);
  });

  it('keeps the labels that a wildcard or a pattern stands for', () => {
    expect(host('bohrer.werkbank.at')).toBe(mask.replace('*', 'bohrer'));
    expect(host('www.schrauben.eu')).toBe(head.replace('*', 'eu'));
    expect(host('rohr.zange.li')).toBe(`rohr.${pattern.slice(pattern.indexOf('\\.') + 2, -1).replaceAll('\\.', '.')}`);
  });

  it('leaves what no document names, and aliases', () => {
    expect(host('localhost')).toBe('localhost');
    expect(host('else.where.se')).toBe('else.where.se');
    expect(host(book ?? '')).toBe(book);
    expect(host('')).toBe('');
  });

  it('names known values in paths and URLs by their aliases', () => {
    const path = /location (\S+)/.exec(text)?.[1] ?? '';
    expect(path).toMatch(/^\/hook\/REDACTED_/);
    expect(uri('/hook/Vq8Wn3Zt6Lp1Rk5s')).toBe(path);
    expect(uri('https://buch.regal.ch:8443/hook/Vq8Wn3Zt6Lp1Rk5s?a=1')).toBe(`https://${book}:8443${path}?a=1`);
    expect(uri('/index.php?q=1')).toBe('/index.php?q=1');
  });

  it('leaves what the user keeps or has switched off', () => {
    const kept = incident({ classes: { host: false } });
    expect(askedInAliases({ uri: '/', host: 'buch.regal.ch' }, kept.memory, { classes: { host: false } }).host).toBe(
      'buch.regal.ch',
    );
  });

  it('adds nothing to the incident', () => {
    const before = memory.book.originals.size;
    host('new.regal.ch');
    uri('/x?api_key=Zk3Vb8Nm2Qw7Er5t');
    expect(memory.book.originals.size).toBe(before);
  });
});
