import { parseNginx } from '../../syntax/nginx/parse.ts';
import type { NginxDirective, NginxNode, NginxWord } from '../../syntax/nginx/tree.ts';
import { isUser } from '../detect/user-names.ts';
import type { Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret, looksRandom } from '../secret-value.ts';
import { hostsInWord } from './host-words.ts';
import { literalParts } from './literal-parts.ts';
import { readCondition, readMapEntry, readTableValue } from './nginx-guards.ts';
import { readHeader } from './nginx-headers.ts';
import { HOST_DIRECTIVES, HOST_LISTS, isSecretDirective, mayBeSecretDirective, setsHeader } from './nginx-names.ts';
import { insideOf } from './nginx-words.ts';
import { piecesOf } from './pieces.ts';

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
  if (second !== undefined && setsHeader(name.value)) readHeader(first.value, second, found);
  else if ((name.value === 'set' || name.value === 'js_var') && second !== undefined)
    readNamed(first.value.replace(/^\$/, ''), second, found);
  else if (FILTERS.has(name.value) && second !== undefined)
    readNamed(first.value.replace(/^[^A-Za-z0-9]{1,8}|[^A-Za-z0-9]{1,8}$/g, ''), second, found);
  else if (name.value === 'user') readUser(first, found);
  else if (name.value === 'if') readCondition(words.slice(1), found);
  else if (name.value === 'secure_link_md5' || name.value === 'secure_link_hmac_message') readLiterals(first, found);
  else if (name.value === 'redis2_query' && /^auth$/i.test(first.value))
    for (const word of words.slice(2)) readLiterals(word, found);
  else if (isSecretDirective(name.value)) readSecret(words, found);
  else if (name.value.endsWith('ssl_certificate_key')) readEnginePin(first, found);
  else if (name.quote === '' && mayBeSecretDirective(name.value) && isMadeByMachine(first)) readLiterals(first, found);
  if (HOST_DIRECTIVES.has(name.value))
    for (const word of HOST_LISTS.has(name.value) ? words.slice(1) : [first]) hostsInWord(word, name.value, found);
}

/** The last argument, or the first one where the last tells how it is written: `auth_jwt_key "0011" hex`. */
function readSecret(words: readonly NginxWord[], found: Find[]): void {
  const [, first, second] = words;
  if (second !== undefined && second.value === 'file') return;
  const how = second !== undefined && /^(?:hex|utf8|base64|base64url|plain|text)$/i.test(second.value);
  const secret = how ? first : words.at(-1);
  if (secret !== undefined) readLiterals(secret, found);
}

function isMadeByMachine(word: NginxWord): boolean {
  const { raw } = insideOf(word);
  return raw.length >= 12 && !/^[=:]|[/$]|\.[a-z]{2,5}$/.test(raw) && looksRandom(raw);
}

/** What is inserted into pages under a name: `sub_filter '__API_KEY__' '…'`. */
const FILTERS = new Set(['sub_filter', 'subs_filter', 'replace_filter']);
/** Blocks whose entries are values of the variable that is named last. */
const TABLES = new Set(['geo', 'geoip2', 'split_clients']);

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
