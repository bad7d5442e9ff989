import type { Report } from '../engine/report/report.ts';
import type { Switches } from './api.ts';

/** Findings whose fixes go into the patch: what the report suggests, except where the user decided otherwise. */
export function chosenOf(report: Report, switches: Switches): string[] {
  const suggested = new Set(report.suggested);
  return report.findings
    .filter((finding) => finding.fix && (switches[finding.id] ?? suggested.has(finding.id)))
    .map((finding) => finding.id);
}
