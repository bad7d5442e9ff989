import { base64Cores } from './base64.ts';

/** Shortest value, in bytes, whose base64 is long enough not to occur by chance. */
const BASE64_FROM = 9;
const HEX_FROM = 6;

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

function percentEncoded(text: string, open: RegExp): string {
  const encoded = (letter: string): string =>
    utf8(letter)
      .map((byte) => `%${hex(byte).toUpperCase()}`)
      .join('');
  return Array.from(text, (letter) => (open.test(letter) ? letter : encoded(letter))).join('');
}

const escaped = (text: string, table: Readonly<Record<string, string>>): string =>
  Array.from(text, (letter) => table[letter] ?? letter).join('');

const HTML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const UNICODE = {
  '&': '\\u0026',
  '<': '\\u003c',
  '>': '\\u003e',
  "'": '\\u0027',
  '=': '\\u003d',
  '/': '\\/',
  '"': '\\"',
  '\\': '\\\\',
};

/** A base64 form is matched inside a longer run, which goes as a whole. */
export interface Form {
  readonly text: string;
  readonly base64: boolean;
}

/** Every way in which a value may be written elsewhere: itself, URL-encoded once and twice, base64, hex, escaped. */
export function formsOf(value: string): Form[] {
  const once = percentEncoded(value, /[A-Za-z0-9_.~-]/);
  const looser = percentEncoded(value, /[A-Za-z0-9_.!~*'()-]/);
  const bytes = utf8(value);
  const hexed = bytes.length >= HEX_FROM ? bytes.map(hex).join('') : '';
  const plain = [
    value,
    once,
    looser,
    once.replaceAll('%20', '+'),
    once.toLowerCase() === once ? '' : once.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    percentEncoded(once, /[A-Za-z0-9_.~-]/),
    percentEncoded(looser, /[A-Za-z0-9_.!~*'()-]/),
    escaped(value, { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' }),
    escaped(value, { '"': '\\"', '\\': '\\\\', '/': '\\/' }),
    escaped(value, UNICODE),
    escaped(value, { "'": "\\'", '"': '\\"', '\\': '\\\\' }),
    escaped(value, { "'": "\\'", '\\': '\\\\' }),
    escaped(value, { "'": "''" }),
    escaped(value, { '"': '\\x22', '\\': '\\x5C' }),
    escaped(value, { ...HTML, "'": '&#039;' }),
    escaped(value, { ...HTML, "'": '&#39;' }),
    escaped(value, { ...HTML, "'": '&apos;' }),
    hexed,
    hexed.toUpperCase(),
    value.length > 15 ? `${value.slice(0, 15)}...` : '',
  ];
  const cores = bytes.length >= BASE64_FROM ? base64Cores(bytes) : [];
  const urlSafe = cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_'));
  return [
    ...[...new Set(plain)].filter((text) => text !== '').map((text) => ({ text, base64: false })),
    ...[...new Set([...cores, ...urlSafe])].map((text) => ({ text, base64: true })),
  ];
}
