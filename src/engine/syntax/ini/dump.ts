import { parseIni } from './parse.ts';
import type { IniDialect, IniDump, IniEntry, IniFile, IniNode } from './tree.ts';

/** The log prefix of `php-fpm -tt`, when there is one: `[20-Nov-2026 12:19:54] NOTICE: `. */
const LOG_PREFIX =
  /^(?:\[[^\]\n]{1,40}\] NOTICE: (?:pid [0-9]{1,10}, [a-z_]{1,60}\(\), line [0-9]{1,6}: )?)?[ \t]{0,8}/;
const FPM_MARK = /\] NOTICE: {1,2}(?:\t[a-z._]{1,60} = |\[global\])/;
const SECTION = /^\[([^\]\n]{0,200})\][ \t\r]{0,8}$/;
const KEY = /^([a-z_][a-z0-9_.]{0,80})(?:\[([^\]\n]{0,200})\])?$/i;
/** What the dumps print where nothing is set. */
const NOTHING = new Set(['undefined', 'unknown value', 'no value']);
/** Values that the command line sets for itself (`sapi/cli/php_cli.c`): they say nothing about FPM. */
const CLI_ONLY = new Set([
  'max_execution_time',
  'max_input_time',
  'html_errors',
  'implicit_flush',
  'display_errors',
  'register_argc_argv',
  'output_buffering',
]);

/** Reads a document of the kinds `fpm`, `php-ini` and `php-info`: the file itself, or what a command printed of it. */
export function readIniDocument(kind: 'fpm' | 'php-ini' | 'php-info', text: string, path = ''): IniFile {
  if (kind === 'php-info') return readPhpInfo(text, path);
  if (kind === 'php-ini') return parseIni(text, path, 'php-ini');
  return FPM_MARK.test(text.slice(0, 20_000)) ? readFpmDump(text, path) : parseIni(text, path, 'fpm');
}

/** `php-fpm -tt`: sections and `key = value` behind a log prefix; values are printed decoded and defaults among them. */
export function readFpmDump(text: string, path = ''): IniFile {
  let section: string | null = null;
  return readLines(text, path, 'fpm', 'php-fpm -tt', (line, start, number) => {
    const before = LOG_PREFIX.exec(line)?.[0] ?? '';
    const body = trimEnd(line.slice(before.length));
    const name = SECTION.exec(body)?.[1];
    if (name !== undefined) {
      section = name;
      const at = start + before.length;
      return {
        kind: 'section',
        before,
        raw: body,
        name,
        rest: line.slice(before.length + body.length),
        start: at,
        line: number,
      };
    }
    const equals = body.indexOf(' = ');
    if (equals === -1) return null;
    return entryOf(line, before, body.slice(0, equals), ' = ', body.slice(equals + 3), {
      start,
      line: number,
      section,
    });
  });
}

/** `php -i` (`name => local => master`) and the text of a `phpinfo()` page (the same between tabs). */
export function readPhpInfo(text: string, path = ''): IniFile {
  const isCli = /^Server API(?: =>|\t)[ \t]{0,8}Command Line/m.test(text);
  const loaded = text.slice(Math.max(0, text.indexOf('Loaded Configuration File'))).split('\n', 1)[0] ?? '';
  const isOthers = isCli && loaded.includes('/cli/');
  return readLines(text, path, 'php-ini', 'phpinfo()', (line, start, number) => {
    const separator = line.includes(' => ') ? ' => ' : '\t';
    const [name, local, master] = trimEnd(line).split(separator);
    if (name === undefined || local === undefined || master === undefined) return null;
    if (isOthers || (isCli && CLI_ONLY.has(name.trim()))) return null;
    return entryOf(line, '', name, separator, local, { start, line: number, section: null });
  });
}

interface Where {
  readonly start: number;
  readonly line: number;
  readonly section: string | null;
}

function entryOf(
  line: string,
  before: string,
  name: string,
  separator: string,
  raw: string,
  where: Where,
): IniEntry | null {
  const [, key, subscript] = KEY.exec(name.trim()) ?? [];
  if (key === undefined || NOTHING.has(raw)) return null;
  const lead = before + name.slice(0, name.length - name.trimStart().length);
  const keyRaw = name.trim();
  const full = name.slice(name.length - name.trimStart().length + keyRaw.length) + separator;
  const valueStart = lead.length + keyRaw.length + full.length;
  return {
    kind: 'entry',
    before: lead,
    keyRaw,
    key,
    subscript: subscript ?? null,
    separator: full,
    valueRaw: raw,
    value: WORDS[raw] ?? raw,
    rest: line.slice(valueStart + raw.length),
    section: where.section,
    start: where.start + lead.length,
    valueStart: where.start + valueStart,
    line: where.line,
  };
}

const WORDS: Readonly<Record<string, string | undefined>> = { yes: '1', no: '', On: '1', Off: '0' };

function readLines(
  text: string,
  path: string,
  dialect: IniDialect,
  dump: IniDump,
  read: (line: string, start: number, number: number) => IniNode | null,
): IniFile {
  const nodes: IniNode[] = [];
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, end);
    nodes.push(read(line, start, number) ?? { kind: 'trivia', text: line, start, line: number });
    start = end;
  }
  return { kind: 'file', path, dialect, dump, bom: '', nodes, problems: [] };
}

function trimEnd(line: string): string {
  return line.replace(/[\r\n]{1,2}$/, '');
}
