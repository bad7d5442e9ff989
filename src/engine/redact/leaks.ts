import { DETECTORS } from './detectors.ts';
import type { Find } from './find.ts';
import { Hunt } from './known/hunt.ts';
import { Learned } from './known/learn.ts';
import { wantedBy, type RedactOptions } from './options.ts';
import { scan } from './redact.ts';
import { resolve } from './resolve.ts';
import type { Vault } from './vault.ts';

/** Something that must not leave, found in a text that is about to. */
export interface Leak {
  /** Name of the text it stands in. */
  readonly place: string;
  readonly line: number;
  readonly class: string;
  /** What was found, as it stands there and as what it stands for. For those who hold the vault only. */
  readonly values: readonly string[];
}

/**
 * Searches texts that are about to leave with every detector, and for everything in the vault in all its encodings.
 * @param texts by the name under which a leak is reported
 * @param options as in force for the redaction: what the user kept is no leak
 */
export function findLeaks(texts: ReadonlyMap<string, string>, vault: Vault, options: RedactOptions = {}): Leak[] {
  const learned = new Learned();
  for (const { text, class: name } of vault.values()) learned.note({ start: 0, end: text.length, class: name }, text);
  for (const word of options.words ?? []) learned.choose(word);
  const hunt = new Hunt(learned);
  const wanted = wantedBy(options);
  return [...texts].flatMap(([place, text]) => {
    const found: Find[] = scan({ text, kind: 'unknown' }, DETECTORS);
    hunt.find(text, found);
    return resolve(
      text,
      found.filter((find) => wanted(find, text.slice(find.start, find.end))),
    ).map((find) => {
      const written = text.slice(find.start, find.end);
      return {
        place,
        line: text.slice(0, find.start).split('\n').length,
        class: find.class,
        values: [...new Set([find.value ?? written, written])],
      };
    });
  });
}
