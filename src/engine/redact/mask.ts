import type { Find } from './find.ts';
import { Hunt } from './known/hunt.ts';
import { Learned } from './known/learn.ts';
import { wantedBy, type RedactOptions } from './options.ts';
import { resolve } from './resolve.ts';
import { rewrite } from './rewrite.ts';
import type { Vault } from './vault.ts';

/**
 * Puts aliases in the place of the words that the user chose, in texts that redaction never saw because they are of our
 * own making, such as the sentence of a verdict. In documents these words are gone already.
 */
export function maskOf(vault: Vault, options: RedactOptions): (text: string) => string {
  const book = vault.memory?.book;
  const learned = new Learned();
  for (const word of options.words ?? []) learned.choose(word);
  const hunt = new Hunt(learned);
  const wanted = wantedBy(options);
  return (text) => {
    const found: Find[] = [];
    hunt.find(text, found);
    const finds = resolve(
      text,
      found.filter((find) => wanted(find, text.slice(find.start, find.end))),
    );
    return book === undefined || finds.length === 0 ? text : rewrite(text, finds, book).text;
  };
}
