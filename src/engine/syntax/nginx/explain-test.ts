import { LineIndex } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { checkNginxFile, type CheckNginxOptions } from './check.ts';
import { meaningOf } from './test-meanings.ts';
import type { NginxFile } from './tree.ts';

/** A line of `nginx -t`, taken apart. */
export interface NginxTestMessage {
  readonly level: 'emerg' | 'alert' | 'crit' | 'error' | 'warn' | 'notice';
  readonly message: string;
  /** File and line nginx names; null when it names none. */
  readonly path: string | null;
  readonly line: number | null;
}

export interface NginxTestExplanation extends NginxTestMessage {
  /** The place that is to blame, which is often not the line nginx names; null when the text shows nothing wrong. */
  readonly culprit: Problem | null;
  /** What the message means where nginx's own words mislead; '' when they say it all. */
  readonly meaning: string;
}

const LEVEL = /\[(emerg|alert|crit|error|warn|notice)\]\s?/;
const PLACE = / in (\S{1,4096}):(\d{1,9})$/;

/** Reads one line of `nginx -t`, of its error log or of `systemctl status`; null when it is none. */
export function readNginxTest(text: string): NginxTestMessage | null {
  const level = LEVEL.exec(text);
  if (level === null) return null;
  const rest = text
    .slice(level.index + level[0].length)
    .replace(/^\d{1,9}#\d{1,9}: /, '')
    .trimEnd();
  const place = PLACE.exec(rest);
  return {
    level: level[1] as NginxTestMessage['level'],
    message: place === null ? rest : rest.slice(0, place.index),
    path: place?.[1] ?? null,
    line: place === null ? null : Number(place[2]),
  };
}

/**
 * Maps a pasted message of `nginx -t` to the line that is really to blame.
 * @param text the text `file` was parsed from
 */
export function explainNginxTest(
  message: string,
  file: NginxFile,
  text: string,
  options: CheckNginxOptions = {},
): NginxTestExplanation | null {
  const read = readNginxTest(message);
  if (read === null) return null;
  const { problems } = checkNginxFile(file, text, { outside: 'unknown', ...options });
  const errors = problems.filter(({ severity }) => severity === 'error');
  const culprit = bestMatch(read, errors) ?? named(read, text);
  return { ...read, culprit, meaning: meaningOf(read.message) };
}

/** The problem with the same words, else of the same directive, else the last one at or above the line nginx names. */
function bestMatch({ message, line }: NginxTestMessage, problems: readonly Problem[]): Problem | null {
  const above = problems.filter((problem) => line === null || problem.line <= line);
  const same = (list: readonly Problem[]): Problem | undefined =>
    list.find((problem) => problem.message.startsWith(message) || message.startsWith(problem.message));
  const quoted = /"([^"]{1,200})"/.exec(message)?.[1] ?? null;
  const ofDirective = (list: readonly Problem[]): Problem | undefined =>
    quoted === null ? undefined : list.findLast(({ directive }) => directive === quoted);
  return same(above) ?? same(problems) ?? ofDirective(above) ?? (line === null ? null : (above.at(-1) ?? null));
}

/** Without a problem of our own, the place nginx names. */
function named({ message, line }: NginxTestMessage, text: string): Problem | null {
  if (line === null) return null;
  const lines = new LineIndex(text);
  if (line > lines.lineCount) return null;
  const start = lines.startOf(line);
  return { message, line, column: 1, directive: null, severity: 'error', start, end: start };
}
