import { applyPatch, check, fix, refused } from './engine.ts';
import { Host, notSeen } from './host.ts';
import type { Scenario } from './scenario.ts';

/** One row of the table: what was seen, said, changed, and seen again. */
export interface Row {
  readonly scenario: string;
  readonly title: string;
  readonly cure: Scenario['cure'];
  readonly before: string;
  readonly cause: string;
  readonly confidence: string;
  readonly patch: string;
  readonly after: string;
  readonly underLoad: string;
  readonly lost: number | null;
  readonly second: string;
  /** Why the row is red; [] when it is green. */
  readonly reasons: readonly string[];
}

/** Produces the failure and nothing more: what of it was not seen. */
export async function reproduce(scenario: Scenario): Promise<string[]> {
  const host = await Host.layOut(scenario);
  try {
    await host.start();
    return notSeen(await host.take(scenario.steps), scenario.before);
  } finally {
    await host.stop();
    host.prefix.remove();
  }
}

/** Produces the failure, asks the engine, applies its patch unedited, asks the daemons again. */
export async function runScenario(scenario: Scenario): Promise<Row> {
  const reasons: string[] = [];
  const host = await Host.layOut(scenario);
  try {
    await host.start();
    const before = await host.take(scenario.steps);
    reasons.push(...notSeen(before, scenario.before).map((text) => `before: ${text}`));
    const folder = host.prefix.path;
    const report = check(scenario, folder);
    reasons.push(...wrongCause(scenario, report.verdict.cause));
    const patch = fix(scenario, folder);
    await host.stop();
    const row = {
      scenario: scenario.name,
      title: scenario.title,
      cure: scenario.cure,
      before: summary(before.statuses),
      cause: report.verdict.cause ?? 'none',
      confidence: report.verdict.confidence,
      patch: patchSummary(patch),
      underLoad: '',
      lost: null,
    };
    if (scenario.cure !== 'patch') {
      if (patch !== '') reasons.push('a patch where there should be none');
      return { ...row, after: '', second: '', reasons };
    }
    if (patch === '') reasons.push('no patch');
    const rejected = applyPatch(patch, folder) ?? refused(folder);
    if (rejected !== null) return { ...row, after: '', second: '', reasons: [...reasons, rejected] };
    const { after, second } = await again(scenario, host, reasons);
    return { ...row, after, second, reasons };
  } finally {
    await host.stop();
    host.prefix.remove();
  }
}

/** The patched host from a fresh start: the same requests, then the same analysis over its new logs. */
async function again(scenario: Scenario, host: Host, reasons: string[]): Promise<{ after: string; second: string }> {
  host.forget();
  await host.start();
  const observed = await host.take(scenario.again ?? scenario.steps);
  reasons.push(...notSeen(observed, scenario.after ?? { statuses: [200] }).map((text) => `after: ${text}`));
  const report = check(scenario, host.prefix.path);
  const patch = fix(scenario, host.prefix.path);
  if (report.verdict.cause !== null) reasons.push(`second analysis names ${report.verdict.cause}`);
  if (patch !== '') reasons.push(`second analysis still edits: ${patchSummary(patch)}`);
  return { after: summary(observed.statuses), second: report.verdict.cause ?? 'quiet' };
}

function wrongCause(scenario: Scenario, named: string | null): string[] {
  const expected = Array.isArray(scenario.cause) ? scenario.cause : [scenario.cause];
  return expected.includes(named) ? [] : [`cause ${named ?? 'none'} instead of ${expected.join(' or ')}`];
}

/** `502 × 3, 200 × 1`. */
export function summary(statuses: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status === 0 ? 'broken off' : status} × ${count}`).join(', ');
}

function patchSummary(patch: string): string {
  return patch
    .split('\n')
    .filter((line) => /^\+(?!\+\+)/.test(line))
    .map((line) => line.slice(1).trim())
    .join(' ');
}
