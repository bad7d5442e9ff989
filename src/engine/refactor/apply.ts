import type { Finding } from '../rules/finding.ts';
import { applyEdits, type Edit } from '../text/edit.ts';
import { unifiedPatch, type PatchedDocument } from './patch.ts';

/** Documents after the chosen fixes, and what changed as one unified diff. */
export interface Refactored<D extends PatchedDocument> {
  readonly documents: readonly D[];
  readonly edits: readonly Edit[];
  readonly patch: string;
}

/**
 * Applies the fixes of the chosen findings (default: all that have one) to the documents they were found in.
 * Ids that no finding has choose nothing; documents without an edit are returned as they are.
 */
export function applyFindings<D extends PatchedDocument>(
  documents: readonly D[],
  findings: readonly Finding[],
  chosen: readonly string[] = findings.map((finding) => finding.id),
): Refactored<D> {
  const wanted = new Set(chosen);
  const edits = findings.flatMap((finding) => (wanted.has(finding.id) ? (finding.fix?.edits ?? []) : []));
  const changed = documents.map((document) => {
    const own = edits.filter((edit) => edit.path === document.path);
    return own.length ? { ...document, text: applyEdits(document.text, own) } : document;
  });
  return { documents: changed, edits, patch: unifiedPatch(documents, edits) };
}
