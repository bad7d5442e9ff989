import type { Report } from '../../../src/engine/index.ts';
import { adviceOn, type Advice } from './advice.ts';
import { applyPatch, check, differsWhenRedacted, fix, refused } from './engine.ts';
import { excessOf } from './excess.ts';
import { Host, notSeen, summary } from './host.ts';
import { anonymous, record } from './record.ts';
import type { Scenario } from './scenario.ts';
import { underLoad } from './under-load.ts';

/** One row of the table: what was seen, said, changed, and seen again. */
export interface Row {
  readonly scenario: string;
  readonly title: string;
  readonly cure: Scenario['cure'];
  readonly before: string;
  readonly cause: string;
  readonly confidence: string;
  readonly patch: string;
  /** How far time and memory were raised beyond what the cure needed. */
  readonly excess: string;
  readonly after: string;
  readonly underLoad: string;
  readonly lost: number | null;
  readonly second: string;
  /** What the articles' advice would have done, when asked for. */
  readonly advice: Advice | null;
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

export interface RunOptions {
  /** Applied in place of the engine's own: the harness must find a wrong one out. */
  readonly patch?: (folder: string) => string;
  /** Also try the usual advice, on hosts of their own. */
  readonly advice?: boolean;
  /** Keep configs and logs of the failure as an incident for the fast tests. */
  readonly record?: boolean;
}

/** Produces the failure, asks the engine, applies its patch unedited, asks the daemons again. */
export async function runScenario(scenario: Scenario, options: RunOptions = {}): Promise<Row> {
  const reasons: string[] = [];
  const host = await Host.layOut(scenario);
  try {
    await host.start();
    const before = await host.take(scenario.steps);
    reasons.push(...notSeen(before, scenario.before).map((text) => `before: ${text}`));
    const folder = host.prefix.path;
    if (options.record) record(scenario, host.prefix);
    const report = check(scenario, folder);
    reasons.push(...wrongCause(scenario, report.verdict.cause));
    reasons.push(...differsWhenRedacted(scenario, folder));
    const patch = options.patch?.(folder) ?? fix(scenario, folder);
    await host.stop();
    const row = {
      scenario: scenario.name,
      title: scenario.title,
      cure: scenario.cure,
      before: summary(before.statuses),
      cause: report.verdict.cause ?? 'none',
      confidence: report.verdict.confidence,
      patch: anonymous(patchSummary(patch), host.prefix),
      excess: excessOf(scenario, patch),
      ...NOT_TRIED,
      advice: options.advice ? await adviceOn(scenario) : null,
    };
    if (scenario.cure !== 'patch') {
      if (patch !== '') reasons.push('a patch where there should be none');
      return { ...row, after: '', second: '', reasons };
    }
    if (patch === '') reasons.push('no patch');
    const rejected = applyPatch(patch, folder) ?? refused(folder);
    if (rejected !== null) return { ...row, after: '', second: '', reasons: [...reasons, rejected] };
    const { after, second } = await again(scenario, host, reasons);
    const running = await underLoad(scenario, safetiesOf(report), reasons);
    return { ...row, ...running, after, second, reasons };
  } finally {
    await host.stop();
    host.prefix.remove();
  }
}

const NOT_TRIED = { underLoad: '', lost: null };

function safetiesOf(report: Report): string[] {
  const chosen = new Set(report.chosen);
  return report.findings.flatMap((finding) => (chosen.has(finding.id) && finding.fix ? [finding.fix.safety] : []));
}

/** The patched host from a fresh start: the same requests, then the same analysis over its new logs. */
async function again(scenario: Scenario, host: Host, reasons: string[]): Promise<{ after: string; second: string }> {
  host.forget();
  await host.start();
  const observed = await host.take(scenario.again ?? scenario.steps);
  reasons.push(...notSeen(observed, scenario.after ?? { statuses: [200] }).map((text) => `after: ${text}`));
  const report = check(scenario, host.prefix.path);
  const patch = fix(scenario, host.prefix.path);
  if (report.verdict.cause !== null)
    reasons.push(`second analysis names ${report.verdict.cause}: ${report.verdict.sentence}`);
  if (patch !== '') reasons.push(`second analysis still edits: ${patchSummary(patch)}`);
  return { after: summary(observed.statuses), second: report.verdict.cause ?? 'quiet' };
}

function wrongCause(scenario: Scenario, named: string | null): string[] {
  const expected = Array.isArray(scenario.cause) ? scenario.cause : [scenario.cause];
  return expected.includes(named) ? [] : [`cause ${named ?? 'none'} instead of ${expected.join(' or ')}`];
}

function patchSummary(patch: string): string {
  return patch
    .split('\n')
    .filter((line) => /^\+(?!\+\+)/.test(line))
    .map((line) => line.slice(1).trim())
    .join(' ');
}
