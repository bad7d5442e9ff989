import type { Edit } from '../text/edit.ts';
import { hunksOf } from './hunks.ts';

/** A document as a patch needs it. */
export interface PatchedDocument {
  readonly path: string;
  readonly text: string;
}

/**
 * One unified diff over all documents, for `patch -p1` and `git apply`. The hunks come straight from the edits, so the cost is
 * that of reading each changed text once. A leading slash of a path is dropped: `patch -p1 -d /` finds the file again.
 * @param edits offsets refer to the documents as given; edits of unknown paths are left out
 * @returns '' when nothing changes
 * @throws RangeError when two edits overlap or lie outside their text: a wrong use of the API
 */
export function unifiedPatch(documents: readonly PatchedDocument[], edits: readonly Edit[]): string {
  const byPath = new Map<string, Edit[]>();
  for (const edit of edits) {
    const own = byPath.get(edit.path);
    if (own === undefined) byPath.set(edit.path, [edit]);
    else own.push(edit);
  }
  return documents
    .map(({ path, text }) => {
      const hunks = hunksOf(text, byPath.get(path) ?? []);
      return hunks === '' ? '' : `--- ${headerName('a', path)}\n+++ ${headerName('b', path)}\n${hunks}`;
    })
    .join('');
}

/** `a/etc/nginx/nginx.conf`; a name with blanks ends in a tab, as diff writes it; others are quoted as git does. */
function headerName(side: 'a' | 'b', path: string): string {
  const name = `${side}/${path.replace(/^\/+/u, '')}`;
  if (!needsQuotes(name)) return name.includes(' ') ? `${name}\t` : name;
  const bytes = [...new TextEncoder().encode(name)];
  return `"${bytes.map(quotedByte).join('')}"`;
}

function needsQuotes(name: string): boolean {
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f || character === '"' || character === '\\') return true;
  }
  return false;
}

function quotedByte(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  if (byte < 0x20 || byte >= 0x7f) return `\\${byte.toString(8).padStart(3, '0')}`;
  return String.fromCharCode(byte);
}
