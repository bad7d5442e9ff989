import type { EvidenceLine } from '../diagnosis/cause.ts';
import { CI_WORKFLOW } from './ci.ts';
import { firstMinute } from './first-minute.ts';
import type { Report } from './report.ts';
import { EMERGENCY } from './runbook.ts';

/**
 * The post-mortem as Markdown: time line, root cause, evidence, patch, prevention. Built from the report, so redacted as it is.
 * @param patch unified diff with aliases, '' when there is none
 */
export function postMortem(report: Report, patch: string): string {
  return [
    '# Post-mortem',
    '',
    report.verdict.sentence,
    '',
    `Confidence: ${report.verdict.confidence}.`,
    '',
    '## Time line',
    '',
    ...timeline(report),
    '',
    '## Root cause',
    '',
    ...rootCause(report),
    '',
    '## Done in the first minutes',
    '',
    ...orNothing(firstMinute(report.verdict.cause).map(({ action, risk }) => `- [ ] ${action}. Risk: ${risk}`)),
    '',
    '## Next time',
    '',
    ...EMERGENCY.map(({ within, does }) => `- within ${within}: ${does}`),
    '',
    '## Checked',
    '',
    ...orNothing((report.runbook ?? []).map((step) => `${String(step.number)}. ${step.title} ${step.state}`)),
    '',
    '## Patch',
    '',
    ...(patch === '' ? ['No edit of a configuration cures this.'] : fenced('diff', patch)),
    '',
    '## Prevention',
    '',
    ...orNothing(
      report.findings
        .filter(({ severity }) => severity !== 'info')
        .map((finding) => `- [ ] ${oneLine(finding.message)}`),
    ),
    '- [ ] Check the configuration with every change, before it reaches production:',
    '',
    ...fenced('yaml', CI_WORKFLOW),
    '',
    '- [ ] Alert on the share of 502 and 504, and on requests that wait for a worker.',
    '',
  ].join('\n');
}

/** As many rows as people read. */
const ROWS = 40;

function timeline(report: Report): readonly string[] {
  const failing = report.timeline.filter(({ counts }) => Object.keys(counts).some(isTelling));
  if (failing.length === 0) return ['No time is known.'];
  return [
    '| time | what |',
    '| --- | --- |',
    ...failing.slice(0, ROWS).map(({ at, counts }) => {
      const what = Object.entries(counts)
        .filter(([name]) => isTelling(name))
        .map(([name, count]) => `${name} × ${String(count)}`);
      return `| ${clock(at)} | ${cell(what.join(', '))} |`;
    }),
  ];
}

/** Successes fill a time line without telling anything. */
function isTelling(name: string): boolean {
  return !/^status [123]|^status 404|^nginx\.other|^fpm\.other/.test(name);
}

function clock(at: number): string {
  const date = new Date(at * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}

function rootCause(report: Report): readonly string[] {
  const first = report.causes[0];
  if (first === undefined) return ['Nothing in the evidence has failed.'];
  const others = report.causes.slice(1, 4).map(({ cause, score }) => `${cause} (${score.toFixed(2)})`);
  return [
    `**${first.cause}** (${first.score.toFixed(2)})${others.length === 0 ? '' : `, before ${others.join(', ')}`}`,
    '',
    'For it:',
    '',
    ...quoted(first.evidence),
    ...(first.against.length === 0 ? [] : ['', 'Against it:', '', ...quoted(first.against)]),
    ...(first.symptoms.length === 0 ? [] : ['', 'Followed by:', '', ...quoted(first.symptoms)]),
    ...(first.missing.length === 0
      ? []
      : ['', 'Still open:', '', ...first.missing.map(({ what, command }) => `- ${what}: \`${command}\``)]),
  ];
}

function quoted(lines: readonly EvidenceLine[]): readonly string[] {
  return lines.flatMap(({ path, line, text }) => [
    `- ${path}:${String(line)}`,
    ...fenced('', text).map((row) => `  ${row}`),
  ]);
}

/** A fence longer than any run of backticks inside. */
function fenced(language: string, text: string): readonly string[] {
  const longest = Math.max(2, ...(text.match(/`{1,20}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.replace(/\n$/, '').split('\n'), fence];
}

function orNothing(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['Nothing.'] : lines;
}

function cell(text: string): string {
  return oneLine(text).replace(/\|/g, '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\s{1,20}/g, ' ');
}
