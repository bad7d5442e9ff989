import { CAUSE_IDS, type CauseId, type Confidence, type RankedCause, type Verdict } from '../diagnosis/cause.ts';
import type { Finding, Safety, Severity } from '../rules/finding.ts';
import type { DocumentKind } from '../text/document.ts';

/** What may leave: made from redacted text only, small enough for a link, complete enough to be read without the rest. */
export interface Snapshot {
  readonly version: 1;
  /** Version of the tool that made it. */
  readonly tool: string;
  readonly verdict: { readonly cause: CauseId | null; readonly sentence: string; readonly confidence: Confidence };
  readonly findings: readonly SharedFinding[];
  /** Unified diff with aliases; '' when nothing is to change. */
  readonly patch: string;
  readonly evidence: readonly SharedLine[];
  readonly documents: readonly { readonly path: string; readonly kind: DocumentKind }[];
  /** How many values of each class were replaced. */
  readonly replaced: Readonly<Record<string, number>>;
  /** How many secrets the user chose to leave readable. */
  readonly kept: number;
}

export interface SharedFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** '' when it was trimmed away. */
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly safety: Safety | null;
}

export interface SharedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

export interface SnapshotOptions {
  readonly tool: string;
  /** Log lines that speak for the verdict; at most {@link MOST_EVIDENCE}. Default true. */
  readonly evidence?: boolean;
  /** Secrets the user chose to keep. Default 0. */
  readonly kept?: number;
}

/** What a snapshot takes of a report. */
export interface Shareable {
  readonly verdict: Verdict;
  readonly causes: readonly Pick<RankedCause, 'evidence'>[];
  readonly findings: readonly Finding[];
  readonly documents: readonly { readonly path: string; readonly kind: DocumentKind }[];
}

/** Logs contribute no more than this. */
export const MOST_EVIDENCE = 20;
const LONGEST_LINE = 600;

/**
 * A snapshot of a report. `report` and `patch` must be redacted: a session's `report()` and `patch(…, 'redacted')` are.
 * @param replaced counts of what was replaced, by class
 */
export function makeSnapshot(
  report: Shareable,
  patch: string,
  replaced: Readonly<Record<string, number>>,
  options: SnapshotOptions,
): Snapshot {
  const { cause, sentence, confidence } = report.verdict;
  return {
    version: 1,
    tool: options.tool,
    verdict: { cause: CAUSE_IDS.find((one) => one === cause) ?? null, sentence, confidence },
    findings: report.findings.map(({ id, rule, severity, code, args, message, path, line, fix }) => ({
      id,
      rule,
      severity,
      code,
      args,
      message,
      path,
      line,
      safety: fix?.safety ?? null,
    })),
    patch,
    evidence: options.evidence === false ? [] : evidenceOf(report),
    documents: report.documents.map(({ path, kind }) => ({ path, kind })),
    replaced,
    kept: options.kept ?? 0,
  };
}

/** Lines of the likeliest causes first. */
function evidenceOf(report: Shareable): SharedLine[] {
  const lines = report.causes.flatMap((cause) => cause.evidence);
  // Candidates that one line speaks for share that line; it travels once.
  const once = new Map(lines.map((line) => [`${line.path}:${String(line.line)}`, line]));
  return [...once.values()]
    .slice(0, MOST_EVIDENCE)
    .map(({ path, line, text }) => ({ path, line, text: text.slice(0, LONGEST_LINE) }));
}
