import type { NginxWord } from '../../syntax/nginx/tree.ts';

/** What stands between the quotes of a word, or the whole word, in raw offsets. */
export function insideOf(word: NginxWord): { raw: string; start: number } {
  const closed = word.quote !== '' && word.raw.length > 1 && word.raw.endsWith(word.quote);
  if (word.quote === '') return { raw: word.raw, start: word.start };
  return { raw: word.raw.slice(1, closed ? -1 : undefined), start: word.start + 1 };
}
