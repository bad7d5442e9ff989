import type { DocumentKind } from '../text/document.ts';
import { braceBalance, configLine, isProse } from './config-lines.ts';
import { isLog, lineShape } from './line-kinds.ts';

/** Consecutive lines of one kind inside a paste without headings. */
export interface Run {
  readonly kind: DocumentKind | null;
  readonly text: string;
}

interface Open {
  kind: DocumentKind | null;
  start: number;
  depth: number;
  afterBlank: boolean;
  /** Before anything was recognised somebody spoke. */
  prose: boolean;
}

const INI: ReadonlySet<DocumentKind | null> = new Set<DocumentKind | null>(['fpm', 'php-ini', 'settings']);

/** Kind of a line in the light of what stands before it; null joins the run that is open. */
function kindOf(line: string, open: Open): DocumentKind | null {
  const shape = lineShape(line);
  if (shape !== null) return shape.kind;
  if (open.kind === 'nginx' && open.depth > 0) return null;
  const config = configLine(line);
  if (config === null) return isProse(line) && endsBefore(open) ? 'unknown' : null;
  if (config.kind !== null) return config.kind;
  const free = open.kind === null || open.kind === 'unknown' || isLog(open.kind);
  if (config.form === 'nginx') return free ? 'nginx' : null;
  return free && !INI.has(open.kind) ? 'php-ini' : null;
}

/** A sentence ends a config at once, but a log only after a blank line: traces and wrapped lines read like sentences. */
function endsBefore(open: Open): boolean {
  return open.kind !== null && (open.kind === 'nginx' || INI.has(open.kind) || open.afterBlank);
}

/** The first lines of an output may say nothing by themselves (`pool: www`); before a config they are somebody's words. */
function absorbs(kind: DocumentKind, open: Open): boolean {
  return !open.prose && kind !== 'nginx' && !INI.has(kind);
}

/** Comments and blank lines directly above a new kind of line belong to it, not to the run before. */
function leadStart(text: string, from: number, lineStart: number): number {
  let start = lineStart;
  while (start > from) {
    // A negative offset would find the very line end that closes the first line.
    const previous = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    if (previous < from) break;
    const line = text.slice(previous, start).trim();
    if (line !== '' && !line.startsWith('#') && !line.startsWith(';')) break;
    start = previous;
  }
  return start;
}

/** Splits a paste without headings by what its lines are. The runs' texts put together are the paste. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const open: Open = { kind: null, start: 0, depth: 0, afterBlank: false, prose: false };
  let at = 0;
  while (at < text.length) {
    const stop = text.indexOf('\n', at);
    const end = stop === -1 ? text.length : stop + 1;
    const raw = text.slice(at, Math.min(stop === -1 ? end : stop, at + 8192));
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const kind = kindOf(line, open);
    if (
      kind !== null &&
      open.kind === null &&
      (leadStart(text, open.start, at) === open.start || absorbs(kind, open))
    ) {
      open.kind = kind;
    } else if (kind !== null && open.kind !== kind && !(open.kind === 'journal' && isLog(kind))) {
      const start = leadStart(text, open.start, at);
      if (start > open.start) runs.push({ kind: open.kind, text: text.slice(open.start, start) });
      open.kind = kind;
      open.start = start;
      open.depth = 0;
    }
    if (open.kind === 'nginx') open.depth = Math.max(0, open.depth + braceBalance(line));
    if (open.kind === null && isProse(line)) open.prose = true;
    open.afterBlank = line.trim() === '';
    at = end;
  }
  if (open.start < text.length) runs.push({ kind: open.kind, text: text.slice(open.start) });
  return interleavedJoined(runs);
}

/** Logs that alternate line by line (compose, journal) stay together: the readers tell their lines apart. */
function interleavedJoined(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (let at = 0; at < runs.length;) {
    let end = at;
    const kinds: (DocumentKind | null)[] = [];
    for (let run = runs[end]; run?.kind != null && isLog(run.kind); run = runs[++end]) kinds.push(run.kind);
    const stretch = runs.slice(at, Math.max(end, at + 1));
    const alternates = kinds.length > new Set(kinds).size;
    if (!alternates) joined.push(...stretch);
    else {
      const size = (kind: DocumentKind | null): number =>
        stretch.filter((run) => run.kind === kind).reduce((sum, run) => sum + run.text.length, 0);
      const kind = [...new Set(kinds)].sort((a, b) => size(b) - size(a))[0] ?? null;
      joined.push({ kind, text: stretch.map((run) => run.text).join('') });
    }
    at = Math.max(end, at + 1);
  }
  return joined;
}
