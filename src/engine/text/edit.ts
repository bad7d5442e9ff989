import type { Span } from './span.ts';

/** Replaces `[start, end)` of the document at `path` by `text`; offsets refer to the text before any edit. */
export interface Edit extends Span {
  readonly path: string;
  readonly text: string;
}

/**
 * Applies edits of one document.
 * Offsets all refer to the original text. Insertions at one offset keep their order.
 * @throws RangeError when two edits overlap or an edit lies outside the text: that is a wrong use of the API.
 */
export function applyEdits(text: string, edits: readonly Omit<Edit, 'path'>[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const parts: string[] = [];
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${String(edit.start)}..${String(edit.end)} overlaps another or lies outside the text`);
    }
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
