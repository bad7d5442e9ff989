import type { EvidenceLine, RankedCause } from '../diagnosis/cause.ts';
import { intake } from '../intake/intake.ts';
import type { Vault } from '../redact/vault.ts';
import { applyFindings } from '../refactor/apply.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import type { Document, DocumentKind } from '../text/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Host } from '../text/host.ts';
import type { AnalyzeOptions } from './options.ts';
import { createSession, type Inside } from './session.ts';

/** What callers hand in: a path, a text, and a kind where they know it. */
export interface DocumentInput {
  readonly path: string;
  readonly text: string;
  readonly kind?: DocumentKind;
}

/**
 * The whole flow in one call. Paths, positions and edits in the report refer to the documents as given
 * (or, for a blob that holds several, to its parts); evidence and messages are redacted unless `options.showValues`.
 */
export function analyze(
  documents: readonly DocumentInput[],
  host: Partial<Host> = {},
  options: AnalyzeOptions = {},
): Report {
  return inOriginalCoordinates(sessionOf(documents, host, options).inside(), options.showValues ?? false);
}

/**
 * Applies the fixes of the chosen findings (default: `report.chosen`) to the documents that `report` was made from.
 * @returns the changed documents, parts of a blob apart, and one unified diff for `patch -p1`
 */
export function applyFixes(
  documents: readonly DocumentInput[],
  report: Report,
  chosen?: readonly string[],
): { documents: Document[]; patch: string } {
  const { documents: changed, patch } = applyFindings(intake(documents), report.findings, chosen ?? report.chosen);
  return { documents: [...changed], patch };
}

function sessionOf(documents: readonly DocumentInput[], host: Partial<Host>, options: AnalyzeOptions) {
  const session = createSession(host, options);
  for (const { path, text, kind } of documents) session.add(path, text, kind);
  return session;
}

/** The report with paths, positions and edits of the original documents. */
export function inOriginalCoordinates({ analysis, vault }: Inside, showValues: boolean): Report {
  const { report } = analysis;
  const shown = (text: string): string => (showValues ? vault.restore(text) : text);
  const line = (one: EvidenceLine): EvidenceLine => ({
    path: vault.originalPath(one.path),
    line: one.line,
    text: shown(one.text),
  });
  const cause = (one: RankedCause): RankedCause => ({
    ...one,
    evidence: one.evidence.map(line),
    against: one.against.map(line),
    symptoms: one.symptoms.map(line),
  });
  return {
    ...report,
    verdict: { ...report.verdict, sentence: shown(report.verdict.sentence) },
    causes: report.causes.map(cause),
    findings: report.findings.map((finding) => findingInOriginal(finding, vault, shown)),
    plan: {
      ...report.plan,
      paths: report.plan.paths.map((path) => ({ ...path, path: vault.originalPath(path.path) })),
    },
    documents: report.documents.map((one) => ({ ...one, path: vault.originalPath(one.path) })),
  };
}

function findingInOriginal(finding: Finding, vault: Vault, shown: (text: string) => string): Finding {
  const place = vault.toOriginalPlace(finding);
  const edit = (one: Edit): Edit => vault.toOriginalEdit(one);
  return {
    ...finding,
    ...place,
    message: shown(finding.message),
    fix: finding.fix && { ...finding.fix, edits: finding.fix.edits.map(edit) },
  };
}
