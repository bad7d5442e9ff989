import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../engine/snapshot/snapshot.ts';
import { toWire } from '../engine/snapshot/wire.ts';
import { encodeBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { deflate } from './deflate.ts';
import { decodeLink, encodeLink } from './link.ts';

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '\u202Etxt.exe',
  '__proto__',
  '${7*7}',
];

const SNAPSHOT: Snapshot = {
  version: 1,
  tool: '0.1.0',
  verdict: { cause: 'backend-down', sentence: `Nobody listens. ${HOSTILE.join(' ')}`, confidence: 'high' },
  findings: HOSTILE.map((text, at) => ({
    id: `${text}:${String(at)}`,
    rule: 'r',
    severity: 'error',
    code: 'c',
    args: { [text]: text, seconds: 3 },
    message: text,
    path: text,
    line: at,
    safety: 'reload',
  })),
  patch: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n',
  evidence: [{ path: 'error.log', line: 1, text: 'connect() failed (111: Connection refused)' }],
  documents: [{ path: 'a.conf', kind: 'nginx' }],
  replaced: { host: 2, ip: 1 },
  kept: 0,
};

const wire: readonly unknown[] = toWire(SNAPSHOT);

async function framed(json: unknown): Promise<string> {
  const payload = encodeBase64url(await deflate(new TextEncoder().encode(JSON.stringify(json))));
  return `#s1.${crc32(payload)}.${payload.length.toString(36)}.${payload}.e`;
}

describe('links', () => {
  it('carry a snapshot there and back, hostile texts as they are but for marks that turn the direction', async () => {
    const link = await encodeLink(SNAPSHOT);
    expect(link).toMatch(/^#s1\.[0-9a-f]{8}\.[0-9a-z]+\.[A-Za-z0-9_-]+\.e$/);
    const decoded = await decodeLink(link);
    expect(decoded.status).toBe('ok');
    if (decoded.status !== 'ok') return;
    expect(decoded.snapshot.findings[0]?.message).toBe(HOSTILE[0]);
    expect(decoded.snapshot.findings[3]?.message).toBe('\uFFFDtxt.exe');
    expect(Object.keys(decoded.snapshot.findings[4]?.args ?? {})).toEqual(['__proto__', 'seconds']);
    expect(await encodeLink(SNAPSHOT)).toBe(link);
  });

  it('say how much is missing wherever they were cut', async () => {
    const link = await encodeLink(SNAPSHOT);
    const cuts = [1, 2, 3, 7, 11, link.length - 1, link.length - 2];
    while (cuts.length < 47) cuts.push(1 + Math.floor(Math.random() * (link.length - 2)));
    for (const cut of cuts) {
      const decoded = await decodeLink(link.slice(0, cut));
      expect([cut, decoded.status]).toEqual([cut, cut < 3 ? 'not-a-link' : 'incomplete']);
      if (decoded.status === 'incomplete' && decoded.expected !== null) {
        expect(decoded).toMatchObject({ got: cut - 1, expected: link.length - 1 });
      }
    }
  });

  it('show nothing when a character was altered', async () => {
    const link = await encodeLink(SNAPSHOT);
    for (let time = 0; time < 60; time++) {
      const at = 4 + Math.floor(Math.random() * (link.length - 4));
      const other = link.charAt(at) === 'A' ? 'B' : 'A';
      expect((await decodeLink(link.slice(0, at) + other + link.slice(at + 1))).status).not.toBe('ok');
    }
  });

  it('stop at a bomb before it unfolds', async () => {
    expect(await decodeLink(await framed('a'.repeat(30_000_000)))).toEqual({ status: 'too-large' });
    expect(await decodeLink(`#s1.${'0'.repeat(2_000_000)}`)).toEqual({ status: 'too-large' });
  });

  it.each<[string, unknown]>([
    ['another version', [2, ...toWire(SNAPSHOT).slice(1)]],
    ['a part too many', [...toWire(SNAPSHOT), 1]],
    ['an object', { version: 1 }],
    ['a text', 'x'],
    ['nothing', null],
    ['a number for a text', wire.with(4, 7)],
    ['an unknown cause', wire.with(2, ['gremlins', 'x', 'high'])],
    ['a list that never ends', wire.with(5, new Array(500).fill(['p', 1, 't']))],
    ['a line below zero', wire.with(5, [['p', -1, 't']])],
  ])('refuse %s', async (_, json) => {
    const decoded = await decodeLink(await framed(json));
    expect(decoded.status).toBe('invalid-schema');
    if (decoded.status === 'invalid-schema') expect(decoded.problem).toMatch(/^snapshot/);
  });

  it('open with their passphrase only', { timeout: 60_000 }, async () => {
    const link = await encodeLink(SNAPSHOT, { passphrase: 'correct horse' });
    expect(link).toMatch(/^#s1e\./);
    expect((await decodeLink(link)).status).toBe('needs-passphrase');
    expect((await decodeLink(link, { passphrase: 'wrong' })).status).toBe('wrong-passphrase');
    expect(await decodeLink(link, { passphrase: 'correct horse' })).toMatchObject({ status: 'ok', encrypted: true });
  });

  it('know what is no link of ours', async () => {
    for (const other of ['', '#', '#top', '#/route', 'javascript:alert(1)'])
      expect((await decodeLink(other)).status).toBe('not-a-link');
  });
});
