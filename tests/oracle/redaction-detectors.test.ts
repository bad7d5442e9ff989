import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/engine/redact/detectors.ts';
import type { Detector, Find } from '../../src/engine/redact/find.ts';
import { redactDocuments, type RedactOptions } from '../../src/engine/redact/redact.ts';
import { Case } from '../redaction/case.ts';
import { Random } from '../redaction/random.ts';
import { allTemplates } from '../redaction/templates.ts';

const random = new Random(Date.now() % 1_000_000_007);
const optional: RedactOptions = { classes: { correlation: true, 'publishable-key': true, certificate: true } };
const pem = `-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQk\n-----END CERTIFICATE-----\n`;
const cases = [
  ...allTemplates(new Case(random)).map((one) => {
    const made = new Case(random);
    const text = one.make(made);
    return { kind: one.kind, text, gone: [...made.secrets, ...made.identifiers], options: {} };
  }),
  {
    kind: 'unknown' as const,
    text: 'key pk_live_abcdefghij12345\n',
    gone: ['pk_live_abcdefghij12345'],
    options: optional,
  },
  {
    kind: 'unknown' as const,
    text: 'id 123e4567-e89b-42d3-a456-426614174000\n',
    gone: ['123e4567-e89b-42d3-a456-426614174000'],
    options: optional,
  },
  { kind: 'unknown' as const, text: `sum ${'0a'.repeat(16)}\n`, gone: ['0a'.repeat(16)], options: optional },
  { kind: 'unknown' as const, text: pem, gone: ['MIIBszCCAVmgAwIBAgIUQk'], options: optional },
];

/** Whether some value, or a third of it, is left without this detector. */
function isMissed(without: Detector): boolean {
  const others = DETECTORS.filter((one) => one !== without);
  return cases.some(({ kind, text, gone, options }) => {
    const found: Find[] = [];
    without.find({ kind, text }, found);
    if (found.length === 0) return false;
    const { documents } = redactDocuments([{ path: 'x', kind, text, recognisedBy: 'made' }], options, others);
    const left = documents[0]?.document.text ?? '';
    return gone.some((value) => left.includes(value.slice(0, Math.max(5, Math.ceil(value.length / 3)))));
  });
}

describe(`detectors (seed ${String(random.seed)})`, () => {
  it('are all missed when one is taken away', () => {
    expect(DETECTORS.filter((detector) => !isMissed(detector)).map((detector) => detector.name)).toEqual([]);
  });

  it('bear their names alone', () => {
    const names = DETECTORS.map((detector) => detector.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('one line of a megabyte', () => {
  it.each([
    'a',
    'a@',
    '1.',
    'a=',
    'a:',
    '/a',
    '%40',
    'password=',
    '://',
    'http://a:b@',
    "login('",
    '-----BEGIN ',
    '"',
    '{',
    'Cookie: ',
    'token: ',
    'www.a1b.de,',
    '-----END PRIVATE KEY-----',
    'a:a:',
    '::',
    '<a>',
    's|s:1:"a',
    '%22:%22',
    'name: ',
    'AUTH ',
    '[a]:1 b:c ',
    'root@a:~# ',
    ' IP 1.1.1.1.1 > ',
    'set("a", "b"',
  ])('of %j costs in proportion to its length', (unit) => {
    const cost = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const started = process.cpuUsage();
      for (const detector of DETECTORS) detector.find({ text, kind: 'unknown' }, []);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    cost(1 << 18);
    // Four times the text may cost nine times as much: quadratic growth would be sixteen.
    expect(cost(1 << 20)).toBeLessThan(9 * Math.max(cost(1 << 18), 10));
  });
});
