import { applyFindings } from '../refactor/apply.ts';
import { verify } from '../refactor/verify.ts';
import type { Finding } from '../rules/finding.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';

/**
 * Findings whose fixes were parsed and judged again: a fix that a daemon would refuse, or that overlaps another one,
 * is withdrawn before anybody sees it. Tried together first; one by one only when something objects.
 */
export function dropUnsound(
  documents: readonly Document<Redacted>[],
  findings: readonly Finding[],
  chosen: readonly string[],
): readonly Finding[] {
  if (holds(documents, findings, chosen)) return findings;
  const kept: string[] = [];
  for (const id of chosen) if (holds(documents, findings, [...kept, id])) kept.push(id);
  return findings.map((finding) =>
    chosen.includes(finding.id) && !kept.includes(finding.id) ? { ...finding, fix: null } : finding,
  );
}

function holds(documents: readonly Document[], findings: readonly Finding[], chosen: readonly string[]): boolean {
  try {
    return verify(documents, applyFindings(documents, findings, chosen).documents).length === 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
