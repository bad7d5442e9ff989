import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { percentDecoded, unescaped } from './decode.ts';

/** `%22password%22:%22…%22` in a query, `\x22password\x22:\x22…\x22` in a body that nginx logged. */
export const encodedJson: Detector = { name: 'encoded-json', find: findEncodedJson };

interface Spelling {
  readonly quote: string;
  /** Between the quote that closes the name and the one that opens the value. */
  readonly colons: readonly string[];
  readonly decode: (value: string) => string;
}

const SPELLINGS: readonly Spelling[] = [
  { quote: '%22', colons: [':', '%3A', '%3a', '%3A%20', ':%20', '%3A+'], decode: percentDecoded },
  {
    quote: '%2522',
    colons: ['%253A', '%253a', '%3A', '%253A%2520'],
    decode: (value) => percentDecoded(percentDecoded(value)),
  },
  { quote: '\\x22', colons: [':', ': '], decode: unescaped },
];
const LONGEST = 4096;
const LONGEST_NAME = 64;
const STOP = /[\s"]/;

function findEncodedJson({ text }: Scene, found: Find[]): void {
  for (const spelling of SPELLINGS) {
    for (const colon of spelling.colons) {
      const separator = spelling.quote + colon + spelling.quote;
      for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + separator.length))
        readPair(text, at, at + separator.length, spelling, found);
    }
  }
}

function readPair(text: string, nameEnd: number, start: number, spelling: Spelling, found: Find[]): void {
  const before = text.slice(Math.max(0, nameEnd - LONGEST_NAME), nameEnd);
  const opened = before.lastIndexOf(spelling.quote);
  const strength = strengthOf(opened === -1 ? before : before.slice(opened + spelling.quote.length));
  if (strength === 'none') return;
  const rest = text.slice(start, start + LONGEST);
  const closed = rest.indexOf(spelling.quote);
  const stop = STOP.exec(rest)?.index ?? rest.length;
  const end = start + (closed === -1 ? stop : Math.min(closed, stop));
  const value = spelling.decode(text.slice(start, end));
  if (isSecret(value, strength)) found.push({ start, end, class: 'parameter', value });
}
