import type { DocumentKind } from '../text/document.ts';
import {
  braceBalance,
  configLine,
  endsStatement,
  isForeignSection,
  isIniName,
  isProse,
  type ConfigLine,
} from './config-lines.ts';
import { diffEnd } from './diff.ts';
import { isNginxName } from '../knowledge/nginx/directive-names.ts';
import { firstWord } from './likeness.ts';
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
  /** The last directive of nginx has ended: what follows begins anew. */
  ended: boolean;
  /** Whose child the blocks at nginx's top level are; null before the first. */
  level: 'http' | 'server' | null;
  /** Before anything was recognised somebody spoke. */
  prose: boolean;
  /** Inside a section of another program's INI file. */
  foreign: boolean;
}

const INI: ReadonlySet<DocumentKind | null> = new Set<DocumentKind | null>(['fpm', 'php-ini', 'settings']);

/** Kind of a line in the light of what stands before it; null joins the run that is open. */
function kindOf(line: string, open: Open): DocumentKind | null {
  const shape = lineShape(line);
  if (shape !== null) return shape.kind;
  const config = configLine(line);
  if (open.kind === 'nginx' && open.depth > 0)
    return leavesBlock(line, config, open) ? (config?.kind ?? 'unknown') : null;
  if (config === null) return (isProse(line) && endsBefore(open)) || isForeign(line, open) ? 'unknown' : null;
  if (config.form === 'ini-section' && isForeignSection(config.name)) return 'unknown';
  if (open.foreign && config.form === 'ini-key') return null;
  if (config.kind !== null) return config.kind;
  const free = open.kind === null || open.kind === 'unknown' || isLog(open.kind);
  if (config.form === 'nginx') return free ? 'nginx' : null;
  return free && !INI.has(open.kind) ? 'php-ini' : null;
}

/** A block that was never closed ends at a section of an INI file, or at a paragraph that begins with a capital. */
function leavesBlock(line: string, config: ConfigLine | null, open: Open): boolean {
  if (!open.ended) return false;
  if (config !== null) return config.form === 'ini-section' && config.kind !== null;
  return open.afterBlank && /^\p{Lu}/u.test(line) && isProse(line);
}

const HTTP_LEVEL = /^\s{0,80}(?:upstream|server|map|geo|split_clients)\s/;
const SERVER_LEVEL = /^\s{0,80}location\s/;

/** Snippets of two levels under one heading (an upstream, then a location) never stood in one file like that. */
function levelOf(line: string, open: Open): Open['level'] {
  if (open.depth > 0) return null;
  if (HTTP_LEVEL.test(line)) return line.includes('{') ? 'http' : null;
  return SERVER_LEVEL.test(line) ? 'server' : null;
}

/** A label or a command between configs: nothing that could stand there in nginx or in an INI file. */
function isForeign(line: string, open: Open): boolean {
  const text = line.trim();
  if (text === '' || text.startsWith('#') || /^[[\]{}()<>;'"|&+$\\-]/.test(text)) return false;
  if (open.kind === 'nginx') {
    const word = firstWord(line);
    return open.ended && (word === null || !isNginxName(word)) && !/[;{}]$/.test(text);
  }
  return INI.has(open.kind) && !text.includes('=') && !text.endsWith('"') && !isIniName(line);
}

/** A section of another program opens what only a section, another kind of line, or a blank line and a sentence end. */
function staysForeign(line: string, kind: DocumentKind | null, open: Open): boolean {
  const config = configLine(line);
  if (config?.form === 'ini-section') return isForeignSection(config.name);
  return open.foreign && kind === null && !(open.afterBlank && isProse(line));
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

function openedAt(start: number): Open {
  return {
    kind: null,
    start,
    depth: 0,
    afterBlank: false,
    ended: true,
    level: null,
    prose: false,
    foreign: false,
  };
}

/** Splits a paste without headings by what its lines are. The runs' texts put together are the paste. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  const open = openedAt(0);
  let at = 0;
  while (at < text.length) {
    const behindDiff = diffEnd(text, at);
    if (behindDiff > at) {
      if (at > open.start) runs.push({ kind: open.kind, text: text.slice(open.start, at) });
      runs.push({ kind: 'unknown', text: text.slice(at, behindDiff) });
      at = behindDiff;
      Object.assign(open, openedAt(at));
      continue;
    }
    const stop = text.indexOf('\n', at);
    const end = stop === -1 ? text.length : stop + 1;
    const raw = text.slice(at, Math.min(stop === -1 ? end : stop, at + 8192));
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const kind = kindOf(line, open);
    open.foreign = staysForeign(line, kind, open);
    const level = levelOf(line, open);
    const otherLevel = level !== null && open.level !== null && level !== open.level;
    if (
      kind !== null &&
      open.kind === null &&
      (leadStart(text, open.start, at) === open.start || absorbs(kind, open))
    ) {
      open.kind = kind;
    } else if (kind !== null && (otherLevel || open.kind !== kind) && !(open.kind === 'journal' && isLog(kind))) {
      const start = leadStart(text, open.start, at);
      if (start > open.start) runs.push({ kind: open.kind, text: text.slice(open.start, start) });
      open.kind = kind;
      open.start = start;
      open.depth = 0;
      open.ended = true;
      open.level = null;
    }
    open.level = kind === 'nginx' ? (levelOf(line, open) ?? open.level) : open.level;
    if (open.kind === 'nginx') open.ended = endsStatement(line) ?? open.ended;
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
