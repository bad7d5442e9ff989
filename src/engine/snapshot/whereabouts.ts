import type { Snapshot } from './snapshot.ts';

const PLACE = /^([a-z]{1,20})(?:\[(\d{1,9})\])?/;
const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;

/**
 * Where to look, for somebody who reads that something stands at a place of the wire form: the document and line that the
 * text is about, and the part of the snapshot.
 * @param snapshot with its patch whole
 * @param place as `textsOf` names it
 * @param text the line there; it is looked up in the patch
 */
export function whereabouts(snapshot: Snapshot, place: string, text: string): string {
  const [, part = '', at = '0'] = PLACE.exec(place) ?? [];
  const index = Number(at) - 1;
  if (part === 'patch') return `${placeInPatch(snapshot.patch, text)} (patch)`;
  if (part === 'verdict') return 'the verdict';
  if (part === 'findings') return about(snapshot.findings[index], 'finding');
  if (part === 'evidence') return about(snapshot.evidence[index], 'evidence');
  return part === 'documents' ? `${snapshot.documents[index]?.path ?? ''} (name of the document)` : part;
}

function about(one: { readonly path: string; readonly line: number } | undefined, part: string): string {
  return one ? `${one.path}:${one.line} (${part})` : part;
}

/** Removed and unchanged lines stand in the old file, added ones in the new. Lines are counted by the hunks' heads. */
function placeInPatch(patch: string, wanted: string): string {
  let path = '';
  let [before, beforeLeft, after, afterLeft] = [0, 0, 0, 0];
  for (const text of patch.split('\n')) {
    const [, from, removed = '1', to, added = '1'] = HUNK.exec(text) ?? [];
    const inside = beforeLeft > 0 || afterLeft > 0;
    const isAdded = inside && text.startsWith('+');
    if (!inside && /^(?:---|\+\+\+) [ab]\//.test(text)) path = text.slice('--- a/'.length).split('\t')[0] ?? '';
    if (text === wanted) return inside ? `${path}:${isAdded ? after : before}` : path;
    if (inside) {
      if (!text.startsWith('-')) [after, afterLeft] = [after + 1, afterLeft - 1];
      if (!isAdded) [before, beforeLeft] = [before + 1, beforeLeft - 1];
    } else if (from !== undefined)
      [before, beforeLeft, after, afterLeft] = [Number(from), Number(removed), Number(to), Number(added)];
  }
  return path;
}
