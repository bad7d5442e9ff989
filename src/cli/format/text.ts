import type { Finding, RankedCause, Report } from '../../engine/index.ts';

/** The verdict first, then what speaks for it, what is missing, what to change, and why in numbers. */
export function formatText(report: Report): string {
  const [first, ...others] = report.causes;
  return [
    `${report.verdict.sentence}${report.verdict.cause ? ` (${report.verdict.cause}, confidence ${report.verdict.confidence})` : ''}`,
    ...(first ? evidenceOf(first) : []),
    ...(others.length
      ? [
          `also possible: ${others
            .slice(0, 4)
            .map((one) => one.cause)
            .join(', ')}`,
        ]
      : []),
    '',
    ...report.findings.flatMap(findingOf),
    ...because(report),
    report.findings.length ? '' : 'no findings',
  ]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .concat('\n');
}

function evidenceOf(cause: RankedCause): string[] {
  return [
    ...cause.evidence.slice(0, 5).map((line) => `  ${line.path}:${line.line}: ${line.text}`),
    ...cause.missing.slice(0, 2).flatMap((one) => [`missing: ${one.what}`, `  ${one.command}`]),
  ];
}

function findingOf(finding: Finding): string[] {
  const fix = finding.fix ? ` [fix: ${finding.fix.safety}]` : '';
  return [
    `${finding.path}:${finding.line}:${finding.column}: ${finding.severity}: ${finding.message} (${finding.rule})${fix}`,
  ];
}

function because(report: Report): string[] {
  const lines = [
    ...report.plan.pools.flatMap((pool) => pool.because),
    ...report.plan.paths.flatMap((path) => path.because),
  ];
  return lines.length ? ['', 'plan', ...[...new Set(lines)].map((line) => `  ${line}`)] : [];
}
