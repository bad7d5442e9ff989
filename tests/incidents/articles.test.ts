import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { openIncident } from '../../src/cli/incident.ts';

interface Expected {
  readonly title: string;
  readonly verdict: { readonly cause: readonly string[]; readonly confidence: string; readonly candidates?: readonly string[]; readonly asksFor: string };
  readonly pool: { readonly name: string; readonly bounds: Readonly<Record<string, number>>; readonly maxChildren?: number; readonly below?: number; readonly arithmetic: string };
  readonly ladder: { readonly longestRequest: number; readonly patched: boolean };
  readonly workers?: number;
  readonly secrets: readonly string[];
}

/** The two articles' own incidents; what they must yield was written down from the facts before the code. */
describe.each(['fastcgi-premature-close', '502-checklist'])('%s', (name) => {
  const sample = join(import.meta.dirname, '../../samples', name);
  const expected = JSON.parse(readFileSync(join(import.meta.dirname, name, 'expected.json'), 'utf8')) as Expected;
  const { report, session } = openIncident(readCommandLine([sample], {}, true), () => undefined);
  const [pool] = report.plan.pools;
  const [path] = report.plan.paths;

  it('does not claim a single cause, and asks for the log that would settle it', () => {
    expect(expected.verdict.cause).toContain(report.verdict.cause);
    expect(report.verdict.confidence).toBe(expected.verdict.confidence);
    expect(report.causes[0]?.missing[0]?.what).toContain(expected.verdict.asksFor);
    const named: string[] = report.causes.map((one) => one.cause);
    for (const candidate of expected.verdict.candidates ?? []) expect(named).toContain(candidate);
  });

  it('shows the arithmetic of the pool and the bound that binds', () => {
    expect(pool?.name).toBe(expected.pool.name);
    expect(pool?.bounds).toMatchObject(expected.pool.bounds);
    expect(pool?.because.join('\n')).toContain(expected.pool.arithmetic);
    if (expected.pool.maxChildren) expect(pool?.maxChildren).toBe(expected.pool.maxChildren);
    if (expected.pool.below) expect(pool?.maxChildren).toBeLessThan(expected.pool.below);
  });

  it('orders the timeouts with margins that hold', () => {
    const { maxExecutionTime = 0, requestTerminateTimeout = 0, readTimeout = 0 } = path ?? {};
    const longest = expected.ladder.longestRequest;
    expect(maxExecutionTime).toBeGreaterThanOrEqual(longest);
    expect(requestTerminateTimeout).toBeGreaterThan((maxExecutionTime ?? 0) + 2);
    expect(readTimeout).toBeGreaterThan((requestTerminateTimeout ?? 0) + (requestTerminateTimeout ?? 0) / 3);
  });

  it('writes the pool, and the ladder where it does not hold yet, into one patch', () => {
    const patch = session.patch(report.suggested, 'real');
    expect(/^\+.*fastcgi_read_timeout/m.test(patch)).toBe(expected.ladder.patched);
    expect(/^\+request_terminate_timeout/m.test(patch)).toBe(expected.ladder.patched);
    expect(patch).toMatch(new RegExp(`^\\+pm\\.max_children = ${pool?.maxChildren ?? 'unknown'}$`, 'm'));
  });

  it('lets no secret out', () => {
    const out = JSON.stringify(session.report()) + session.patch(report.suggested, 'redacted');
    for (const secret of expected.secrets) expect(out).not.toContain(secret);
  });
});
