import { parseNginx } from '../../syntax/nginx/parse.ts';
import type { NginxDirective, NginxNode, NginxWord } from '../../syntax/nginx/tree.ts';
import { isAuthorization } from '../detect/authorization.ts';
import { cookieValues, isCookieName } from '../detect/cookies.ts';
import { isRandomSegment } from '../detect/path-tokens.ts';
import { isUser } from '../detect/user-names.ts';
import type { Find, Scene } from '../find.ts';
import { strengthOf, wordsOf } from '../secret-name.ts';
import { isExempt, isFilePath, isSecret, looksRandom } from '../secret-value.ts';
import { hostsInPattern, hostsInWord } from './host-words.ts';
import { literalParts } from './literal-parts.ts';
import { piecesOf } from './pieces.ts';
import { HEADER_SETTERS, HOST_DIRECTIVES, HOST_LISTS, isSecretDirective, subjectOf } from './nginx-names.ts';

/** What stands between the quotes of a word, or the whole word, in raw offsets. */
export function insideOf(word: NginxWord): { raw: string; start: number } {
  const closed = word.quote !== '' && word.raw.length > 1 && word.raw.endsWith(word.quote);
  if (word.quote === '') return { raw: word.raw, start: word.start };
  return { raw: word.raw.slice(1, closed ? -1 : undefined), start: word.start + 1 };
}

/** Slots of an nginx configuration whose meaning says "secret" or "host"; commented-out directives are read as well. */
export function nginxSlots({ text }: Scene, found: Find[]): void {
  for (const { start, end } of piecesOf(text)) readNodes(parseNginx(text.slice(start, end)).nodes, start, null, found);
}

function readNodes(nodes: readonly NginxNode[], offset: number, parent: NginxDirective | null, found: Find[]): void {
  const pending: { nodes: readonly NginxNode[]; parent: NginxDirective | null }[] = [{ nodes, parent }];
  for (let level = pending.pop(); level !== undefined; level = pending.pop()) {
    for (const node of level.nodes) {
      if (node.kind === 'comment') readComment(node.text, offset + node.start, level.parent, found);
      if (node.kind !== 'directive') continue;
      readDirective(unmarked(shifted(node, offset)), level.parent, found);
      if (node.nodes) pending.push({ nodes: node.nodes, parent: node });
    }
  }
}

function shifted(directive: NginxDirective, offset: number): readonly NginxWord[] {
  if (offset === 0) return directive.words;
  return directive.words.map((word) => ({ ...word, start: word.start + offset }));
}

/** A line of a diff: the directive stands behind its `+` or `-`. */
function unmarked(words: readonly NginxWord[]): readonly NginxWord[] {
  const [name, ...rest] = words;
  const mark = name?.value.charAt(0);
  if (name === undefined || (mark !== '+' && mark !== '-')) return words;
  return name.value.length === 1 ? rest : [{ ...name, value: name.value.slice(1) }, ...rest];
}

/** `# old: `: a label may stand before a statement put out of use. */
const MARKS = /^#[#\s]{0,40}(?:[A-Za-z]{2,16}:[ \t]{1,4})?/;
const FIRST_WORD = /^(?:[a-z$"'~*]|[A-Za-z0-9_-]{8})/;

/** Where the statement begins in a comment that is one put out of use; 0 for prose. */
function statementIn(comment: string): number {
  const mark = MARKS.exec(comment)?.[0].length ?? 0;
  if (mark === 0 || !FIRST_WORD.test(comment.slice(mark, mark + 8))) return 0;
  const remark = comment.indexOf(' #', mark);
  const body = (remark === -1 ? comment : comment.slice(0, remark)).trimEnd();
  return /[;{}]$/.test(body) ? mark : 0;
}

/** A comment that is a statement put out of use keeps its secret. */
function readComment(text: string, start: number, parent: NginxDirective | null, found: Find[]): void {
  const mark = statementIn(text);
  if (mark === 0) return;
  const inner = parseNginx(text.slice(mark)).nodes.filter((node) => node.kind === 'directive');
  readNodes(inner, start + mark, parent, found);
}

function readDirective(words: readonly NginxWord[], parent: NginxDirective | null, found: Find[]): void {
  const [name, first, second] = words;
  if (name === undefined) return;
  const block = parent?.words[0]?.value ?? '';
  if (block === 'map') readMapEntry(words, parent?.words ?? [], found);
  else if (TABLES.has(block) && first !== undefined) readTableValue(first, parent?.words.at(-1)?.value ?? '', found);
  if (first === undefined || first.value === '=') return;
  if (HEADER_SETTERS.has(name.value) && second !== undefined) readHeader(first.value, second, found);
  else if ((name.value === 'set' || name.value === 'js_var') && second !== undefined)
    readNamed(first.value.replace(/^\$/, ''), second, found);
  else if (FILTERS.has(name.value) && second !== undefined)
    readNamed(first.value.replace(/^[^A-Za-z0-9]{1,8}|[^A-Za-z0-9]{1,8}$/g, ''), second, found);
  else if (name.value === 'user') readUser(first, found);
  else if (name.value === 'if') readCondition(words.slice(1), found);
  else if (name.value === 'secure_link_md5' || name.value === 'secure_link_hmac_message') readLiterals(first, found);
  else if (name.value === 'redis2_query' && /^auth$/i.test(first.value))
    for (const word of words.slice(2)) readLiterals(word, found);
  else if (isSecretDirective(name.value)) readLiterals(words.at(-1) ?? first, found);
  else if (name.value.endsWith('ssl_certificate_key')) readEnginePin(first, found);
  if (HOST_DIRECTIVES.has(name.value))
    for (const word of HOST_LISTS.has(name.value) ? words.slice(1) : [first]) hostsInWord(word, name.value, found);
}

/** What is inserted into pages under a name: `sub_filter '__API_KEY__' '…'`. */
const FILTERS = new Set(['sub_filter', 'subs_filter', 'replace_filter']);
/** Blocks whose entries are values of the variable that is named last. */
const TABLES = new Set(['geo', 'geoip2', 'split_clients']);

function readTableValue(value: NginxWord, target: string, found: Find[]): void {
  const inside = insideOf(value);
  readGuarded(target, inside.raw, inside.start, false, found);
}

function readHeader(header: string, word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  const words = wordsOf(header);
  if (isCookieName(words)) readCookie(raw, start, found);
  else if (isAuthorization(words)) readAuthorization(raw, start, found);
  else if (strengthOf(header) !== 'none' && !isFilePath(raw)) {
    literalParts(raw, start, { class: 'header', type: 'header' }, found);
  } else if (/^x-/i.test(header) && isRandomSegment(raw)) {
    found.push({ start, end: start + raw.length, class: 'header', type: 'header' });
  } else if (/^php_(?:admin_)?value$/i.test(header)) return;
  else if (/^content-security-policy/i.test(header)) readSources(raw, start, found);
  else if (/^host$/i.test(header) || /^(?:server_name|http_host)$/i.test(header))
    hostsInWord(word, 'server_name', found);
}

/** The sources of a policy: keywords in quotes, schemes and hosts, with blanks between. */
function readSources(raw: string, start: number, found: Find[]): void {
  for (const source of raw.matchAll(/[^\s;,]{4,300}/g)) {
    const at = start + source.index;
    const word = { raw: source[0], value: source[0], quote: '', start: at, before: '', line: 0 } as const;
    if (source[0].includes('.')) hostsInWord(word, 'server_name', found);
  }
}

function readCookie(raw: string, start: number, found: Find[]): void {
  const before = found.length;
  const text = ' '.repeat(start) + raw;
  cookieValues(text, { start, end: start + raw.length, quote: '' }, found);
  if (found.length === before && !raw.includes('=')) literalParts(raw, start, { class: 'cookie' }, found);
}

function readAuthorization(raw: string, start: number, found: Find[]): void {
  const scheme = /^(?:Basic|Bearer|ApiKey|Api-Key|Token|Digest|Negotiate|Key|JWT)\\? +/i.exec(raw)?.[0].length ?? 0;
  if (scheme === 0 && /^(?:basic|bearer|digest)$/i.test(raw)) return;
  literalParts(raw.slice(scheme), start + scheme, { class: 'header', type: 'authorization' }, found);
}

function readNamed(name: string, word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  const strength = strengthOf(name);
  if (strength === 'none' || (!raw.includes('$') && !isSecret(raw, strength)) || /^https?:\/\/[^@\s]*$/.test(raw))
    return;
  literalParts(raw, start, { class: 'nginx-secret', type: 'nginx_secret' }, found);
}

function readLiterals(word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  literalParts(raw, start, { class: 'nginx-secret', type: 'nginx_secret' }, found);
}

function readUser(word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  if (isUser(raw)) found.push({ start, end: start + raw.length, class: 'user', value: raw });
}

function readEnginePin(word: NginxWord, found: Find[]): void {
  const { raw, start } = insideOf(word);
  if (raw.startsWith('data:') && !raw.includes('BEGIN'))
    literalParts(raw.slice(5), start + 5, { class: 'nginx-secret', type: 'private_key' }, found);
  for (const pin of raw.matchAll(/pin-value=([^;&?\s"']{1,200})/g)) {
    const end = start + pin.index + pin[0].length;
    found.push({ start: end - (pin[1]?.length ?? 0), end, class: 'nginx-secret', type: 'pin' });
  }
}

/** `if ($http_x_api_key != "…")`: the literal that a secret-named variable is compared with. */
function readCondition(words: readonly NginxWord[], found: Find[]): void {
  const [left, operator, right] = words;
  if (left === undefined || operator === undefined || right === undefined) return;
  const { raw, start } = insideOf(right);
  const value = right.quote === '' ? raw.replace(/\)$/, '') : raw;
  readGuarded(left.value, value, start, operator.value.includes('~'), found);
  if (/^(?:host|http_host|server_name|http_origin|http_referer)$/.test(left.value.replace(/^\(\$/, ''))) {
    if (operator.value.includes('~')) hostsInPattern(raw, start, found);
    else hostsInWord({ ...right, raw: right.quote === '' ? value : right.raw, value }, 'server_name', found);
  }
}

const PATTERN_LITERAL = /[A-Za-z0-9_-]{4,256}/g;

/** What a client must send in a field of its own to be let in; names and versions are shorter or of one kind. */
const SENT_BY_CLIENT = /^\(?!?\$\{?(?:http_x_|arg_|cookie_)/;

function isSharedSecret(variable: string, value: string): boolean {
  return (
    SENT_BY_CLIENT.test(variable) &&
    value.length >= 12 &&
    (/[0-9]/.test(value) || value.length >= 16) &&
    looksRandom(value)
  );
}

function readGuarded(variable: string, value: string, start: number, pattern: boolean, found: Find[]): void {
  const subject = subjectOf(variable);
  const named = strengthOf(subject);
  const strength = named === 'none' && !pattern && isSharedSecret(variable, value) ? 'weak' : named;
  if (strength === 'none' || isExempt(value, strength)) return;
  if (isAuthorization(wordsOf(subject))) readAuthorization(value, start, found);
  else if (!pattern) {
    if (isSecret(value, strength)) literalParts(value, start, { class: 'nginx-secret', type: 'nginx_secret' }, found);
  } else {
    for (const literal of value.matchAll(PATTERN_LITERAL)) {
      if (!isSecret(literal[0], strength)) continue;
      const at = start + literal.index;
      found.push({ start: at, end: at + literal[0].length, class: 'nginx-secret', type: 'nginx_secret' });
    }
  }
}

const MAP_WORDS = new Set(['default', 'hostnames', 'volatile', 'include']);

/** Keys of a map over a secret-named variable, values of a map into one, hosts of a map over `$host`. */
function readMapEntry(words: readonly NginxWord[], map: readonly NginxWord[], found: Find[]): void {
  const [key, value] = words;
  const source = map[1]?.value ?? '';
  const target = map[2]?.value ?? '';
  if (key === undefined || key.value === 'include') return;
  const { raw, start } = insideOf(key);
  const guard = source.match(/\$\{?[a-z0-9_]{1,80}/gi)?.find((one) => strengthOf(subjectOf(one)) !== 'none') ?? source;
  if (!MAP_WORDS.has(key.value)) {
    const mark = /^~\*?/.exec(raw)?.[0].length ?? 0;
    readGuarded(guard, raw.slice(mark), start + mark, mark > 0, found);
    if (/^\$(?:host|http_host|server_name|ssl_server_name|ssl_preread_server_name|http_origin)$/.test(source))
      hostsInWord(key, 'server_name', found);
  }
  if (value !== undefined) {
    const inside = insideOf(value);
    readGuarded(target, inside.raw, inside.start, false, found);
    if (/upstream|backend|host|origin|domain/.test(target)) hostsInWord(value, 'server_name', found);
  }
}
