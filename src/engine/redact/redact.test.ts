import { describe, expect, it } from 'vitest';
import type { Document, DocumentKind } from '../text/document.ts';
import { applyEdits } from '../text/edit.ts';
import { redactDocuments, redactText } from './redact.ts';

const document = (path: string, kind: DocumentKind, text: string): Document => ({
  path,
  kind,
  text,
  recognisedBy: 'made',
});
const one = (text: string, kind: DocumentKind = 'unknown'): string => redactText(text, kind).text;

describe('redactDocuments', () => {
  it('gives a value the same alias in every document, also where it was met before it was learned', () => {
    const { documents, vault } = redactDocuments([
      document('php.log', 'php-log', 'bad key Tr4velB0ok refused\n'),
      document('pool.conf', 'fpm', 'env[API_KEY] = Tr4velB0ok\n'),
    ]);
    const [log, pool] = documents.map((each) => each.document.text);
    const alias = /REDACTED_\w+/.exec(pool ?? '')?.[0] ?? 'none';
    expect(log).toBe(`bad key ${alias} refused\n`);
    expect(vault.restore(log ?? '')).toBe('bad key Tr4velB0ok refused\n');
  });

  it.each([
    ['as it is', (value: string) => value],
    ['URL-encoded', (value: string) => encodeURIComponent(value)],
    ['URL-encoded twice', (value: string) => encodeURIComponent(encodeURIComponent(value))],
    ['in base64', (value: string) => Buffer.from(`a:${value}`).toString('base64')],
    ['in base64, shifted by one', (value: string) => Buffer.from(`ab:${value}z`).toString('base64')],
    ['in base64, shifted by two', (value: string) => Buffer.from(`abc:${value}zz`).toString('base64')],
    ['in hex', (value: string) => Buffer.from(value).toString('hex')],
    ['JSON-escaped', (value: string) => JSON.stringify(value).slice(1, -1)],
    ['PHP-escaped', (value: string) => value.replaceAll("'", "\\'").replaceAll('"', '\\"')],
    [
      'HTML-escaped',
      (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#039;'),
    ],
  ])('replaces what was learned elsewhere %s', (_, write) => {
    const secret = `p@ss"w&rd'9x`;
    const written = write(secret);
    const { documents } = redactDocuments([
      document('a.conf', 'nginx', `fastcgi_param DB_PASSWORD "p@ss\\"w&rd'9x";\n`),
      document('b.log', 'php-log', `seen ${written} here\n`),
    ]);
    expect(documents[1]?.document.text).not.toContain(written);
    expect(documents[1]?.document.text).toMatch(/^seen .*REDACTED_\w+.* here\n$/);
  });

  it.each([
    [
      'a hash, which looks like a variable',
      'admin:$apr1$46RRLIph$3UMCHkHGQjNbqcZwOYLIdL',
      '%24apr1%2446RRLIph%243UMCHkHGQjNbqcZwOYLIdL',
    ],
    [
      'a webhook, whose token is its last part',
      'POST https://discord.com/api/webhooks/804349238370815908/h6vy9niq4lmf8vdn011opc22iyzvi7ctksbfh3yer7y2aehd',
      'h6vy9niq4lmf8vdn011opc22iyzvi7ctksbfh3yer7y2aehd',
    ],
  ])('knows again %s', (_, text, written) => {
    const { documents } = redactDocuments([
      document('a', 'unknown', `${text}\n`),
      document('b', 'php-log', `seen ${written} here\n`),
    ]);
    expect(documents[1]?.document.text).toMatch(/^seen REDACTED_\w+ here\n$/);
  });

  it.each(['+ ', '+', '-    '])('finds the slots of a diff behind the mark "%s"', (mark) => {
    const text = one(`@@ -1,2 +1,3 @@\n location / {\n${mark}fastcgi_param DB_PASSWORD hunter2example9;\n }\n`);
    expect(text).not.toContain('hunter2example9');
    expect(text).toContain(`${mark}fastcgi_param DB_PASSWORD REDACTED`);
  });

  it('keeps networks, containment and equality of addresses', () => {
    const text = one(
      'allow 84.12.0.0/16;\nallow 84.12.33.0/24;\nallow 84.12.33.7;\ndeny 84.99.1.7;\ndeny 84.12.33.7;\n',
      'nginx',
    );
    const [wide, narrow, host, other, again] = [...text.matchAll(/[0-9.]+(?:\/[0-9]+)?(?=;)/g)].map(
      (match) => match[0],
    );
    expect(wide).toMatch(/^198\.18\.0\.0\/16$/);
    expect(narrow).toMatch(/^198\.18\.\d+\.0\/24$/);
    expect(host?.replace(/\d+$/, '0/24')).toBe(narrow);
    expect(again).toBe(host);
    expect(other).toMatch(/^192\.0\.2\.7$/);
  });

  it('never makes an alias that an input contains', () => {
    const { documents, vault } = redactDocuments([
      document(
        'a',
        'nginx',
        'allow 192.0.2.9;\nallow 84.1.2.9;\nserver_name shop-a.de site-1.example;\nset $api_key "Qx7Zr9";\n# REDACTED_nginx_secret_01\n',
      ),
    ]);
    const text = documents[0]?.document.text ?? '';
    expect(text).toContain('allow 198.51.100.9;');
    expect(text).toContain('server_name site-2.example site-1.example;');
    expect(text).toContain('"REDACTED_nginx_secret_02"');
    expect(vault.restore('allow 192.0.2.9; site-1.example REDACTED_nginx_secret_01')).toBe(
      'allow 192.0.2.9; site-1.example REDACTED_nginx_secret_01',
    );
  });

  it('takes host names and users out of paths, and gives the paths back', () => {
    const { documents, vault } = redactDocuments([
      document('/home/jsmith/sites/shop-a.de.conf', 'nginx', 'server_name www.shop-a.de;\n'),
    ]);
    const path = documents[0]?.document.path ?? '';
    expect(path).toBe('/home/user-1/sites/site-1.example.conf');
    expect(vault.originalPath(path)).toBe('/home/jsmith/sites/shop-a.de.conf');
  });

  it('maps edits of the redacted text to the original by their spans', () => {
    const original =
      'server {\n  server_name www.long-shop-name.de;\n  allow 84.1.2.3;\n  fastcgi_read_timeout 30s;\n}\n';
    const { documents, vault } = redactDocuments([document('/srv/a.conf', 'nginx', original)]);
    const { path, text } = documents[0]?.document ?? { path: '', text: '' };
    const at = text.indexOf('30s');
    const edit = vault.toOriginalEdit({ path, start: at, end: at + 3, text: '120s; # for www.site-1.example' });
    expect(applyEdits(original, [edit])).toBe(original.replace('30s', '120s; # for www.long-shop-name.de'));
    expect(vault.toOriginalPlace({ path, line: 3, column: 8 })).toEqual({ path: '/srv/a.conf', line: 3, column: 8 });
    expect(vault.toOriginalPlace({ path, line: 2, column: text.split('\n')[1]?.length ?? 0 }).column).toBe(
      original.split('\n')[1]?.length,
    );
  });

  it('obeys the switches of identifiers, never those of secrets, and keeps what it is told to keep', () => {
    const text = 'allow 84.1.2.3;\nallow 10.1.2.3;\nset $api_key "Qx7Zr9Lm";\nset $other_key "Aa1Bb2Cc";\n';
    const redacted = (options: Parameters<typeof redactDocuments>[1]): string =>
      redactDocuments([document('a', 'nginx', text)], options).documents[0]?.document.text ?? '';
    expect(redacted({ classes: { ip: false, 'nginx-secret': false } })).toMatch(
      /^allow 84\.1\.2\.3;\nallow 10\.1\.2\.3;\nset \$api_key "REDACTED/,
    );
    expect(redacted({ classes: { 'private-ip': true } })).toMatch(/\nallow 10\.(?!1\.2\.3)[0-9.]+;/);
    expect(redacted({ keep: ['Qx7Zr9Lm'] })).toContain('"Qx7Zr9Lm"');
    expect(redacted({ words: ['allow'] })).not.toContain('allow');
  });

  it('keeps the number of lines of a value that spans several', () => {
    const text = one('env[DB_PASSWORD] = "first-Part1\nsecond-Part2"\npm = static\n', 'fpm');
    expect(text.split('\n')).toHaveLength(4);
    expect(text).toMatch(/^env\[DB_PASSWORD\] = "REDACTED_\w+\nREDACTED_\w+"\npm = static\n$/);
  });

  it('gives the keys of a map distinct aliases, so that nginx still takes them', () => {
    const text = one('map $http_x_api_key $who {\n  "aaaa-1111" a;\n  "bbbb-2222" b;\n}\n', 'nginx');
    const keys = [...text.matchAll(/"(REDACTED_\w+)"/g)].map((match) => match[1]);
    expect(new Set(keys).size).toBe(2);
  });

  it('is not stopped by anything', () => {
    for (const text of [
      '',
      '\0',
      '"',
      '{'.repeat(5000),
      '='.repeat(5000),
      '\uD800',
      'a'.repeat(100_000),
      '%',
      'password=',
      '-----BEGIN PRIVATE KEY-----',
    ]) {
      const { documents, vault } = redactDocuments([document('x', 'unknown', text)]);
      expect(vault.restore(documents[0]?.document.text ?? '')).toBe(text);
    }
  });
});

describe('what a document was recognised by', () => {
  it('is redacted like the document that it quotes', () => {
    const [pool] = redactDocuments([
      {
        ...document('pool.conf', 'fpm', '[jmeyerling]\nuser = jmeyerling\npm = static\n'),
        recognisedBy: 'the pool key or section "jmeyerling"',
      },
    ]).documents;
    expect(pool?.document.recognisedBy).toBe('the pool key or section "user-1"');
    const [command] = redactDocuments([
      { ...document('paste.txt', 'unknown', ''), recognisedBy: 'its name, curl -u jmeyerling:Tr4velB0ok https://a.b' },
    ]).documents;
    expect(command?.document.recognisedBy).not.toContain('Tr4velB0ok');
  });
});

describe('prose around the places of names', () => {
  it.each([
    '; the pool process will inherit the master process priority\n',
    'sent by user agents, for user authentication\n',
    'ssl_ciphers HIGH:!aNULL:!PSK:!RC4;\n',
  ])('%j stays', (text) => {
    expect(one(text)).toBe(text);
  });
});

describe('the vault', () => {
  it('cannot be serialised and forgets when told to', () => {
    const { vault } = redactDocuments([document('a', 'nginx', 'set $api_key "Qx7Zr9Lm";\n')]);
    expect(JSON.stringify({ vault })).toBe('{}');
    expect(Object.keys(vault)).toEqual([]);
    expect(vault.restore('REDACTED_nginx_secret_01')).toBe('Qx7Zr9Lm');
    vault.wipe();
    expect(vault.restore('REDACTED_nginx_secret_01')).toBe('REDACTED_nginx_secret_01');
  });
});
