type RowKind = 'file' | 'hunk' | 'added' | 'removed' | 'same';

interface DiffRow {
  readonly kind: RowKind;
  readonly text: string;
}

export interface FileDiff {
  readonly path: string;
  /** The part of the patch that is about this file, as it applies on its own. */
  readonly text: string;
  readonly rows: readonly DiffRow[];
}

/**
 * Splits a unified diff by file, and its lines by meaning. Lines are told apart by the counts in the hunk's head, not
 * by their first characters: a removed line may itself begin with `--`.
 */
export function diffByFile(patch: string): FileDiff[] {
  const files: { path: string; rows: DiffRow[] }[] = [];
  let removedLeft = 0;
  let addedLeft = 0;
  const lines = patch.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const text of lines) {
    const head = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/.exec(text);
    if (removedLeft <= 0 && addedLeft <= 0 && text.startsWith('--- ')) files.push({ path: '', rows: [] });
    const file = files.at(-1) ?? { path: '', rows: [] };
    if (files.length === 0) files.push(file);
    const row = (kind: RowKind): void => void file.rows.push({ kind, text });
    if (removedLeft > 0 || addedLeft > 0) {
      if (text.startsWith('\\')) row('same');
      else {
        if (!text.startsWith('+')) removedLeft--;
        if (!text.startsWith('-')) addedLeft--;
        row(text.startsWith('+') ? 'added' : text.startsWith('-') ? 'removed' : 'same');
      }
    } else if (head) {
      removedLeft = Number(head[1] ?? 1);
      addedLeft = Number(head[2] ?? 1);
      row('hunk');
    } else {
      if (text.startsWith('+++ ')) file.path = pathOf(text);
      row(text.startsWith('\\') ? 'same' : 'file');
    }
  }
  return files.map(({ path, rows }) => ({ path, rows, text: rows.map((row) => `${row.text}\n`).join('') }));
}

/** `+++ b/etc/nginx/nginx.conf`, with a tab and a date after it in some diffs. */
function pathOf(line: string): string {
  const name = line.slice('+++ '.length).split('\t')[0] ?? '';
  return name.startsWith('b/') ? name.slice(2) : name;
}
