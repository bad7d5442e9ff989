import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, CAUSE_IDS, type CauseId, type Confidence, type Report } from '../../src/engine/index.ts';

/** What a case promises; a folder `diagnosis/<name>/` with `in/*` and this as `expected.json`. `CASE=<name>` runs one alone. */
interface Expected {
  /** The first cause, one of several where the evidence leaves it open, or null where nothing has failed. */
  readonly cause: CauseId | null | readonly CauseId[];
  readonly confidence?: Confidence;
  /** Must not be claimed: absent, or well below the first. */
  readonly not?: readonly CauseId[];
  /** Must be named somewhere. */
  readonly candidates?: readonly CauseId[];
  /** Part of the first question or its command. */
  readonly missing?: string;
  readonly sentence?: string;
  /** Parts of lines that must hang on the first cause as symptoms. */
  readonly symptoms?: readonly string[];
  /** Without this document the answer must not stay confident, and must ask for what brings it back. */
  readonly cut?: { readonly remove: string; readonly asks: string };
}

/** Causes that one document decides while another one goes on showing that something failed. */
const OWN_DOCUMENT: readonly CauseId[] = [
  'allowed-clients',
  'backend-down',
  'backend-own-error',
  'backlog-full',
  'body-too-large',
  'crash-loop',
  'dns-resolve',
  'ephemeral-ports',
  'fd-exhausted',
  'fpm-config-error',
  'header-too-big',
  'keepalive-pins-workers',
  'keepalive-race',
  'max-execution-time',
  'memory-limit',
  'no-route',
  'php-fatal',
  'pool-exhausted',
  'protocol-mismatch',
  'rate-limited',
  'redirect-cycle',
  'reload-in-flight',
  'selinux-firewall',
  'session-lock',
  'slow-dependency',
  'socket-missing',
  'socket-permission',
  'spawn-limited',
  'ssl-handshake-upstream',
  'temp-dir-permission',
  'upstream-invalid-header',
  'upstream-timeout-504',
  'worker-crash-segv',
  'worker-killed-oom',
  'worker-killed-signal',
  'worker-terminated-by-timeout',
  'wrong-address',
];

const ROOT = join(import.meta.dirname, 'diagnosis');
const only = process.env['CASE'];
const names = readdirSync(ROOT).filter((name) => only === undefined || name === only);

function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(folder, file), text: readFileSync(file, 'latin1') }));
}

function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(join(ROOT, name, 'expected.json'), 'utf8')) as Expected;
}

function asks(report: Report): string {
  return report.causes
    .slice(0, 1)
    .flatMap(({ missing }) => missing.map((m) => `${m.what} ${m.command}`))
    .join('\n');
}

describe('diagnosis', () => {
  for (const name of names) {
    const expected = expectedOf(name);
    const documents = filesOf(join(ROOT, name, 'in'));
    const told = (report: Report): string =>
      JSON.stringify({ verdict: report.verdict, causes: report.causes.map((c) => `${c.cause} ${String(c.score)}`) }, null, 1);

    it(name, () => {
      const report = analyze(documents);
      const { cause, confidence, sentence } = report.verdict;
      const wanted: readonly (CauseId | null)[] = Array.isArray(expected.cause) ? expected.cause : [expected.cause];
      expect(wanted, told(report)).toContain(cause);
      if (expected.confidence !== undefined) expect(confidence, told(report)).toBe(expected.confidence);
      const named = report.causes.map((c) => c.cause);
      for (const one of expected.candidates ?? []) expect(named, told(report)).toContain(one);
      const top = report.causes[0]?.score ?? 1;
      for (const one of expected.not ?? []) {
        const score = report.causes.find((c) => c.cause === one)?.score ?? 0;
        expect(score, `${one} in ${told(report)}`).toBeLessThanOrEqual(top - 0.03);
      }
      if (expected.missing !== undefined) expect(asks(report).split('\n')[0] ?? '', told(report)).toContain(expected.missing);
      if (expected.sentence !== undefined) expect(sentence).toContain(expected.sentence);
      const symptoms = JSON.stringify(report.causes[0]?.symptoms ?? []);
      for (const symptom of expected.symptoms ?? []) expect(symptoms).toContain(symptom);
    });

    const cut = expected.cut;
    if (cut === undefined) continue;
    it(`${name}, without ${cut.remove}`, () => {
      const report = analyze(documents.filter(({ path }) => path !== cut.remove));
      expect(report.verdict.confidence, told(report)).not.toBe('high');
      expect(asks(report), told(report)).toContain(cut.asks);
      expect(asks(report)).not.toBe('');
    });
  }

  it.skipIf(only !== undefined)('has, for each cause, a case that names it first and a look-alike that does not', () => {
    const cases = names.map(expectedOf);
    const first = new Set(cases.flatMap(({ cause }) => cause));
    const twins = new Set(cases.flatMap((expected) => expected.not ?? []));
    expect(CAUSE_IDS.filter((id) => !first.has(id))).toEqual([]);
    expect(CAUSE_IDS.filter((id) => !twins.has(id))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(120);
    const cut = cases.filter((expected) => expected.cut !== undefined);
    expect(cut.length).toBeGreaterThanOrEqual(40);
    const cuttable = new Set(cut.flatMap(({ cause }) => cause));
    expect(OWN_DOCUMENT.filter((id) => !cuttable.has(id))).toEqual([]);
  });
});
