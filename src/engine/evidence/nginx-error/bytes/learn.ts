import { NGINX_MESSAGES } from '../../../knowledge/log-messages-nginx.ts';
import { readNginxErrorLine } from '../../../syntax/lines/nginx-error.ts';
import { machineIn, variantOf } from '../../ledger.ts';
import { notesBy } from '../../raw/replay.ts';
import { nginxErrorReader } from '../reader.ts';
import { SHORTEST } from './literal.ts';
import type { Varying } from './shape.ts';

const CLIENT = ', client: ';
const STDERR = 'FastCGI sent in stderr';
/** A number whose value means nothing to the diagnosis, behind the words that say so. */
const NUMBERED =
  /^(?:client intended to send too large (?:chunked )?body: |limiting requests, excess: |a(?:n upstream response| client request body) is buffered to a temporary file \D{1,200})(?=\d)/;
/** Words that a path may hold and that would give a message another name. */
const WORDS = [
  'unix:',
  ...NGINX_MESSAGES.flatMap((row) => ('contains' in row && !/[ "]/.test(row.contains) ? [row.contains] : [])),
];

/** A message cut where it varies; `rest` is null when it does not. */
export interface Learned {
  readonly begin: string;
  readonly varying: Varying | null;
  readonly rest: string | null;
  readonly hasFields: boolean;
  readonly isStderr: boolean;
}

/** The records that a line makes, so far as counting goes. */
function meaningOf(line: string): string {
  return notesBy(nginxErrorReader, line)
    .map((note) => `${note.signature}\u0001${variantOf(note.fields, machineIn(note))}`)
    .join('\u0002');
}

/**
 * What of a line its meaning hangs on: the message and the upstream's address, unless it is told otherwise.
 * @param head the line up to its message
 * @param message the rest, one byte a character
 * @param upstream value of the upstream up to its URI; null without one
 * @returns null when the meaning hangs on more than can be compared
 */
export function learn(head: string, message: string, upstream: string | null): Learned | null {
  const at = message.indexOf(CLIENT);
  const hasFields = at !== -1;
  const words = hasFields ? message.slice(0, at) : message.trimEnd();
  const isStderr = words.startsWith(STDERR);
  if (isStderr && !(hasFields && words.includes('" while '))) return null;
  const alone = readNginxErrorLine(head + words);
  if (alone === null || Object.keys(alone.fields).length > 0) return null;
  const fields = hasFields ? plainFields(upstream) : '';
  const meaning = meaningOf(head + message.trimEnd());
  const isSame = (other: string): boolean => meaningOf(head + other + fields) === meaning;
  if (!isSame(words)) return null;
  // A URI may follow the address, and its words must not matter either.
  const uri = upstream?.includes('unix:') === true ? ':/unix:' : '/unix:';
  if (upstream !== null && meaningOf(head + words + plainFields(upstream + uri)) !== meaning) return null;
  const whole = hasFields ? message.slice(0, at + CLIENT.length) : message;
  const cut = isStderr ? null : varyingPart(words, isSame);
  if (cut === null)
    return whole.length < SHORTEST ? null : { begin: whole, varying: null, rest: null, hasFields, isStderr };
  const { from, to, varying } = cut;
  if (whole.length - to < SHORTEST) return null;
  return { begin: whole.slice(0, from), varying, rest: whole.slice(to), hasFields, isStderr };
}

function plainFields(upstream: string | null): string {
  const named = upstream === null ? '' : `, upstream: "${upstream}"`;
  return `, client: 192.0.2.1, server: x, request: "GET / HTTP/1.1"${named}, host: "x"`;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly varying: Varying;
}

function varyingPart(words: string, isSame: (other: string) => boolean): Cut | null {
  const numbered = NUMBERED.exec(words);
  if (numbered !== null && !words.includes('(')) {
    const from = numbered[0].length;
    return { from, to: from + (/^[\d./]{1,200}/.exec(words.slice(from))?.[0].length ?? 0), varying: 'number' };
  }
  const open = words.indexOf('"');
  const close = words.indexOf('"', open + 1);
  const from = Math.max(open + 1, SHORTEST);
  if (open === -1 || close < from || /_/.test(words.slice(open, from))) return null;
  const holds = (path: string): boolean => isSame(words.slice(0, open + 1) + path + words.slice(close));
  if (!WORDS.every((word) => holds(`/a/${word}/b`))) return null;
  return { from, to: close, varying: 'quoted' };
}
