import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../redact.ts';
import { createLogRedactor } from './log-redactor.ts';

const memory = () => {
  const { vault } = redactDocuments([
    { path: 'a', kind: 'fpm', recognisedBy: 'made', text: 'env[API_KEY] = Tr4velB0ok\n' },
  ]);
  const held = vault.memory;
  if (held === null) throw new Error('the vault was not wiped');
  return held;
};

function run(text: string, size: number, options = {}): string {
  const redactor = createLogRedactor(memory(), options);
  const bytes = new TextEncoder().encode(text);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += size)
    parts.push(Buffer.from(redactor.push(bytes.subarray(at, at + size))).toString('latin1'));
  parts.push(Buffer.from(redactor.end()).toString('latin1'));
  return Buffer.from(parts.join(''), 'latin1').toString('utf8');
}

const line = (client: string, request: string, rest = '"-" "curl/8.0" rt=0.123 urt="0.120"'): string =>
  `${client} - - [20/Nov/2026:10:00:00 +0000] "${request} HTTP/1.1" 200 512 ${rest}\n`;

const LOG = [
  line('84.1.2.3', 'GET /'),
  line('84.1.2.4', 'GET /reset?token=abcDEF123456'),
  line('10.0.0.1', 'GET /invite/aB3dE5fG7hJ9'),
  line('8.8.8.8', 'GET /img/12345.png'),
  line('2a01:4f8:1:2::1', 'GET /a'),
  line('84.1.2.3', 'GET /', '"https://www.shop-a.de/x" "Mozilla/5.0 Chrome/120.0.0.0" "91.2.3.4"'),
  `84.1.2.3 - jsmith [20/Nov/2026:10:00:00 +0000] "GET /" 401 0 "-" "-"\n`,
  line('84.1.2.5', 'GET /x/Tr4velB0ok/y'),
  line('84.1.2.5', 'GET /größe'),
  'a line of another kind: password=hunter22 from 91.2.3.4',
].join('');

describe('createLogRedactor', () => {
  it('replaces what must go and leaves every other byte', () => {
    const redacted = run(LOG, 1 << 20).split('\n');
    const original = LOG.split('\n');
    expect(redacted).toHaveLength(original.length);
    for (const gone of [
      '84.1.2.',
      'abcDEF123456',
      'aB3dE5fG7hJ9',
      '2a01',
      'shop-a',
      '91.2.3.4',
      'jsmith',
      'Tr4velB0ok',
      'hunter22',
    ])
      expect(redacted.join('\n')).not.toContain(gone);
    expect(redacted[0]).toBe(original[0]?.replace('84.1.2.3', '192.0.2.3'));
    expect(redacted[3]).toBe(original[3]);
    expect(redacted[5]).toContain('Chrome/120.0.0.0');
    expect(redacted[8]).toBe(original[8]?.replace('84.1.2.5', '192.0.2.5'));
  });

  it('does not depend on where the chunks are cut', () => {
    const whole = run(LOG, 1 << 20);
    for (const size of [1, 2, 7, 64, 333]) expect(run(LOG, size)).toBe(whole);
  });

  it('uses the aliases of the documents', () => {
    expect(run('seen Tr4velB0ok\n', 100)).toMatch(/^seen REDACTED_secret_01\n$/);
  });

  it('leaves addresses when their class is switched off', () => {
    expect(run(line('84.1.2.3', 'GET /'), 100, { classes: { ip: false } })).toContain('84.1.2.3');
  });

  it('cuts a line that never ends instead of holding it', () => {
    const redactor = createLogRedactor(memory());
    const chunk = new Uint8Array(1 << 19).fill(97);
    let out = 0;
    for (let time = 0; time < 6; time++) out += redactor.push(chunk).length;
    expect(out).toBeGreaterThan(1 << 20);
  });
});
