import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isExempt, isSecret } from '../secret-value.ts';

/** Class 12: passwords in SQL: `IDENTIFIED BY`, `SET PASSWORD`, and values that stand under secret-named columns. */
export const sql: Detector = { name: 'sql', find: findSql };

const IDENTIFIED =
  /(?:identified(?: with [\w']{1,40})? (?:by|as)(?: password)?|set password(?: for [^=\n]{1,120})?\s?=|password\s?\(|(?:user|role)\s[^\s]{1,80}\s(?:(?:with|login|encrypted|superuser|createdb|inherit)\s){0,4}password)\s{0,4}\(?\s{0,2}['"]([^'"\n]{1,200})['"]/gi;
const INSERT = /\binto\s{1,4}[`"[\]\w.]{1,120}\s{0,4}\(([^()\n]{1,4000})\)\s{1,4}values\s{0,4}\(/gi;
const EQUALS =
  /(?<![\w.])([A-Za-z_][\w.]{1,64})[`"\]]?\s{0,3}(?:=|<>|!=|like)\s{0,3}(?:(?:md5|sha[12]?|sha256|sha512|password|old_password|crypt|encrypt|unhex|binary|hex|aes_encrypt|digest|n|x)[\s(]{0,3}(?=['"]))?(?:'([^'\n]{1,400})'|"([^"\n]{1,400})"|([^\s'"`,;)(]{4,400}))/gi;
const STATEMENT = /\b(?:select|update|insert|delete|replace|where|SQL:)\b/i;

function findSql({ text }: Scene, found: Find[]): void {
  if (!/identified|password|into|where|update|SQL/i.test(text)) return;
  for (const match of text.matchAll(IDENTIFIED)) {
    const value = match[1] ?? '';
    if (!isExempt(value, 'strong')) push(match.index + match[0].lastIndexOf(value), value, found);
  }
  for (const match of text.matchAll(INSERT)) {
    readValues(text, match.index + match[0].length, (match[1] ?? '').split(','), found);
  }
  if (STATEMENT.test(text))
    for (const match of text.matchAll(EQUALS)) {
      const name = match[1] ?? '';
      const value = match[2] ?? match[3] ?? match[4] ?? '';
      const bare = match[4] !== undefined;
      if (
        value === '' ||
        value === '?' ||
        /^[:@]/.test(value) ||
        !(isSecret(value, strengthOf(name)) || isSession(text, match.index, name, value)) ||
        (bare && !inStatement(text, match.index))
      )
        continue;
      push(match.index + match[0].lastIndexOf(value), value, found);
    }
}

const SESSIONS = /\b(?:from|into|update|join)\s{1,4}[`"[\w.]{0,40}(?:session|token|password_reset|api_key)/i;

/** `select * from sessions where id = …`: the id of a session opens it. */
function isSession(text: string, at: number, name: string, value: string): boolean {
  return (
    /(?:^|[._])(?:id|hash)$/i.test(name) &&
    value.length >= 16 &&
    isSecret(value, 'weak') &&
    SESSIONS.test(text.slice(Math.max(0, at - 400), at))
  );
}

function inStatement(text: string, at: number): boolean {
  return STATEMENT.test(text.slice(Math.max(0, at - 400), at));
}

/** Values of one row against the columns of the statement; driver messages print them without quotes. */
function readValues(text: string, from: number, columns: readonly string[], found: Find[]): void {
  let at = from;
  for (const column of columns) {
    const { start, end, next } = readValue(text, at);
    const value = text.slice(start, end);
    const strength = strengthOf(column.replace(/[`"[\]\s]/g, ''));
    if (value !== '' && value !== '?' && isSecret(value, strength)) push(start, value, found);
    if (text.charAt(next) !== ',') return;
    at = next + 1;
  }
}

function readValue(text: string, from: number): { start: number; end: number; next: number } {
  let at = from;
  while (text.charAt(at) === ' ') at++;
  const quote = text.charAt(at);
  if (quote === "'" || quote === '"') {
    const end = text.slice(at + 1, at + 4097).indexOf(quote);
    if (end !== -1) return { start: at + 1, end: at + 1 + end, next: at + 2 + end };
  }
  let end = at;
  while (end < text.length && end - at < 4096 && !/[,)\n]/.test(text.charAt(end))) end++;
  return { start: at, end, next: end };
}

function push(start: number, value: string, found: Find[]): void {
  found.push({ start, end: start + value.length, class: 'trace-argument', type: 'sql_value' });
}
