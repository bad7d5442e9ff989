import { isNginxName } from '../knowledge/nginx/directive-names.ts';
import { configLine } from './config-lines.ts';

/** Blocks that only nginx has; `if (…) {` and `map {` stand in many languages. */
const OWN_BLOCK =
  /^\s{0,80}(?:(?:http|events|server|stream|mail|types) ?\{|upstream [\w.-]{1,80} ?\{|location (?:[=~^*]{1,2} )?\S{1,200} ?\{|(?:map|geo|split_clients) [^{;]{0,200}\$\w{1,60} ?\{)/;
const FIRST_WORD = /^[\s}]{0,80}([a-z][a-z0-9_]{1,63})(?=[\s;{]|$)/;

/** Names that other languages have as well, with what must follow for nginx to be speaking; without it they say nothing. */
const SHARED: Readonly<Record<string, RegExp>> = {
  if: /^\s{0,80}if\s?\((?:\$\w{1,60}(?: (?:!?=|!?~\*?) |\))|!?-[fdex] )/,
  return: /\breturn\s{1,4}(?:\d{3}\b|["']?(?:https?:|\$scheme))/,
  set: /\bset\s{1,4}\$/,
  include: /\binclude\s{1,4}["']?[\w./*-]{1,200}["']?;/,
  use: /\buse\s{1,4}(?:epoll|kqueue|poll|select|eventport);/,
};

/** Whether a line, a comment aside, ends as statements of braces-and-semicolons languages do. */
function endsStatement(line: string): boolean {
  const comment = line.indexOf('#');
  return [line, comment === -1 ? '' : line.slice(0, comment)].some((part) => /[;{]/.test(part.trimEnd().slice(-1)));
}

/** The first word of a line, where it could be a directive's name. */
export function firstWord(line: string): string | null {
  return FIRST_WORD.exec(line.length > 400 ? line.slice(0, 400) : line)?.[1] ?? null;
}

function* shortLines(text: string): Generator<string> {
  for (const line of text.split('\n', 2000)) if (line.length < 4096) yield line;
}

/** Whether lines with braces and semicolons are nginx's: it has blocks of nginx's own, or most of its statements are known. */
export function looksLikeNginx(text: string): boolean {
  let known = 0;
  let statements = 0;
  let ended = 0;
  for (const line of shortLines(text)) {
    if (OWN_BLOCK.test(line)) return true;
    if (line.trimStart().startsWith('#')) continue;
    const word = firstWord(line);
    const shared = word === null ? undefined : SHARED[word];
    const isKnown = shared === undefined ? word !== null && isNginxName(word) : shared.test(line);
    // A block or a value that goes on in the next line counts by its name.
    if (isKnown) known++;
    const ends = endsStatement(line);
    if (ends) ended++;
    if (isKnown || ends) statements++;
  }
  return ended > 0 && known * 2 > statements;
}

/** Whether lines of the form `key = value` are a daemon's: a shell script and Python have such lines too. */
export function looksLikeIni(text: string): boolean {
  let known = 0;
  let keys = 0;
  for (const line of shortLines(text)) {
    const config = configLine(line);
    if (config === null || config.form === 'nginx') continue;
    if (config.form === 'ini-key') keys++;
    if (config.kind !== null) known++;
  }
  return known > 0 && known * 3 >= keys;
}
