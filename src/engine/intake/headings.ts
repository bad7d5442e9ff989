import { promptedCommand, shownFile } from './prompts.ts';

/** A line that names what follows it. */
export interface Heading {
  /** Path of the file, or the command whose output follows. */
  readonly name: string;
  readonly form: 'dump' | 'tail' | 'ruler' | 'comment' | 'prose' | 'prompt' | 'fence';
  /** The line also belongs to what follows: a comment of the file's own language, or the command above its output. */
  readonly kept: boolean;
}

const DUMP_WORDS = '# configuration file ';
const MOST_CHARS = 600;

function cut(line: string): string {
  const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
  return plain.length > MOST_CHARS ? '' : plain.trimEnd();
}

/** Name and command of a piece of our collector (`memory (free -b)`), the path where the command shows a file; null for a plain path. */
export function collected(
  name: string,
): { readonly name: string; readonly command: string; readonly file: string | null } | null {
  const open = name.indexOf(' (');
  if (open < 1 || !name.endsWith(')')) return null;
  const command = name.slice(open + 2, -1);
  return { name: name.slice(0, open), command, file: shownFile(command) };
}

function collectedCommand(name: string): string | null {
  const piece = collected(name);
  return piece === null || piece.file !== null ? null : piece.command;
}

/** Headings that no file holds by accident: they count anywhere. */
export function strongHeading(line: string): Heading | null {
  const text = cut(line);
  if (text.startsWith(DUMP_WORDS) && text.endsWith(':'))
    return { name: text.slice(DUMP_WORDS.length, -1), form: 'dump', kept: false };
  if (!text.startsWith('==> ') || !text.endsWith(' <==') || text.length < 9) return null;
  const name = text.slice(4, -4).trim();
  return { name, form: 'tail', kept: collectedCommand(name) !== null };
}

const FILE_NAME = /\.(?:conf|ini|log|slow|bak|vhost)(?:\.[\w-]{1,12})?$/;
const OUR_FILES = /nginx|php|fpm|www|default|site|pool|error|access|slow|conf/i;

/** An absolute path, or a file name that configs and logs have. */
function isPath(text: string): boolean {
  if (text.length < 3 || !/^[~\w.@+\-/]+$/.test(text)) return false;
  if (text.startsWith('/') || text.startsWith('~/')) return true;
  return FILE_NAME.test(text) && (text.includes('/') || OUR_FILES.test(text));
}

const RULER = /^(?:[-=*~]{2,}|#{2,}|;{2,})\s+(?=\S)/;
const RULER_WORD = /^[-=#*~;]{2,}$/;
const COMMENT = /^(?:#|;|\/\/)\s+(?=\S)/;
const LABEL = /^(?:file:?|cat|output of)\s+/i;
const NUMBERING = /^\d{1,2}[.)]\s+/;

const AROUND = '"\'`*_()';

/** Quotes, bold, back-ticks, brackets and a colon around a name. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && AROUND.includes(text.charAt(start))) start++;
  while (end > start && (AROUND + ':').includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The words without a ruler at their end. */
function withoutRuler(text: string): string {
  const last = text.lastIndexOf(' ');
  return RULER_WORD.test(text.slice(last + 1)) ? text.slice(0, last).trimEnd() : text;
}

function fence(text: string): Heading | null {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('```') && !trimmed.startsWith('~~~')) return null;
  const info = trimmed.replace(/^(?:`+|~+)/, '').trim();
  // Somebody wrote the first line of the log behind the marks: it belongs to what the fence holds.
  if (/^(?:\S+\s+){4}/.test(info) && !/[`~]/.test(info)) return { name: '', form: 'fence', kept: true };
  return info.includes('`') || info.includes('~')
    ? null
    : { name: info.split(' ', 1)[0] ?? '', form: 'fence', kept: false };
}

/** Headings of people and terminals; inside a file that a strong heading named they are the file's own comments. */
export function weakHeading(line: string): Heading | null {
  const text = cut(line);
  if (text === '') return null;
  const fenced = fence(text);
  if (fenced !== null) return fenced;
  const command = promptedCommand(text);
  if (command !== null) {
    const file = shownFile(command);
    return { name: file ?? command, form: 'prompt', kept: file === null };
  }
  const ruler = RULER.exec(text);
  if (ruler !== null) {
    const name = bare(withoutRuler(text.slice(ruler[0].length)).replace(LABEL, ''));
    // `--- a/nginx.conf` heads a diff, not a file.
    const diff = text.startsWith('--- ') && withoutRuler(text) === text;
    return !diff && isPath(name) ? { name, form: 'ruler', kept: false } : null;
  }
  const comment = COMMENT.exec(text);
  if (comment !== null) {
    const [name = '', ...words] = text.slice(comment[0].length).replace(LABEL, '').split(/\s+/);
    const remark = words.join(' ');
    const named = isPath(bare(name)) && (remark === '' || (remark.startsWith('(') && /\):?$/.test(remark)));
    return named ? { name: bare(name), form: 'comment', kept: !text.startsWith('//') } : null;
  }
  return proseHeading(text);
}

/** A path alone on its line, or the last words of a sentence that ends in a colon: `Pool config (/etc/…/www.conf):`. */
function proseHeading(text: string): Heading | null {
  const alone = bare(
    text
      .trim()
      .replace(NUMBERING, '')
      .replace(/^["'`*_(]+/, '')
      .replace(LABEL, ''),
  );
  if (isPath(alone)) return { name: alone, form: 'prose', kept: false };
  if (!/:\**$/.test(text) || /[{};=]/.test(text) || text.length > 240) return null;
  const last = bare(text.slice(text.lastIndexOf(' ') + 1));
  return isPath(last) ? { name: last, form: 'prose', kept: false } : null;
}

/** The command whose output follows a line: a prompt, or a heading of our collector; null for other lines. */
export function commandOf(line: string): string | null {
  const strong = strongHeading(line);
  if (strong !== null) return collectedCommand(strong.name);
  const heading = weakHeading(line);
  return heading?.form === 'prompt' ? heading.name : null;
}
