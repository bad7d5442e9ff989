import type { Report, Severity } from '../engine/index.ts';
import { readCommandLine } from './command-line.ts';
import { FORMATS } from './format/index.ts';
import { openIncident } from './incident.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

const FAIL_ON: Readonly<Record<string, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/** `stackengine check [PATH…]`: 0 clean, 1 findings at or above `--fail-on`. */
export function check(args: readonly string[], terminal: Terminal): number {
  const line = readCommandLine(
    args,
    { format: { type: 'string' }, 'fail-on': { type: 'string' }, 'show-values': { type: 'boolean' } },
    true,
  );
  const format = FORMATS[line.text('format') ?? 'text'];
  if (!format) throw new WrongUse(`--format is one of ${Object.keys(FORMATS).join(', ')}`);
  const failing = FAIL_ON[line.text('fail-on') ?? 'warning'];
  if (!failing) throw new WrongUse(`--fail-on is one of ${Object.keys(FAIL_ON).join(', ')}`);
  const { report, prefix } = openIncident(line, terminal.warn);
  terminal.print(format(report, prefix));
  return failsOn(report, failing) ? 1 : 0;
}

function failsOn(report: Report, severities: readonly Severity[]): boolean {
  return report.findings.some((finding) => severities.includes(finding.severity));
}
