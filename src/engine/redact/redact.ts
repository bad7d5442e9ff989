import type { Document, DocumentKind } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import { AliasBook } from './alias/alias-book.ts';
import { Taken } from './alias/taken.ts';
import { hostWithin } from './detect/hosts.ts';
import { DETECTORS } from './detectors.ts';
import type { Detector, Find, Scene } from './find.ts';
import { Hunt } from './known/hunt.ts';
import { Learned } from './known/learn.ts';
import { wantedBy, type RedactOptions } from './options.ts';
import { resolve } from './resolve.ts';
import { outsidePublicBlocks } from './slots/public-blocks.ts';
import { rewrite } from './rewrite.ts';
import { Vault, type RedactedDocument } from './vault.ts';

export type { RedactOptions } from './options.ts';

/**
 * Replaces every secret and identifier by an alias, the same in all documents and paths.
 * Two passes: what is learned in the last document is replaced in the first as well.
 * @param detectors for tests that take one away
 */
export function redactDocuments(
  documents: readonly Document[],
  options: RedactOptions = {},
  detectors: readonly Detector[] = DETECTORS,
): { documents: readonly RedactedDocument[]; vault: Vault } {
  const wanted = wantedBy(options);
  const learned = new Learned();
  const taken = new Taken();
  for (const word of options.words ?? []) learned.choose(word);
  const scanned = documents.map((document) => {
    taken.note(document.text);
    taken.note(document.path);
    const finds = scan(document, detectors).filter((find) => wanted(find, document.text.slice(find.start, find.end)));
    for (const find of finds) learned.note(find, document.text.slice(find.start, find.end));
    return { document, finds };
  });
  const hunt = new Hunt(learned);
  const settled = scanned.map(({ document, finds }) => {
    hunt.find(document.text, finds);
    return {
      document,
      finds: resolve(
        document.text,
        finds.filter((find) => wanted(find, document.text.slice(find.start, find.end))),
      ),
    };
  });
  const book = new AliasBook(taken);
  book.reserveNetworks(networks(settled));
  const labels = (label: string): string => redactLabel(label, hunt, book, wanted);
  const pairs = settled.map(({ document, finds }) => ({
    original: document,
    redacted: redactOne(document, finds, book, labels),
  }));
  return { documents: pairs.map((pair) => pair.redacted), vault: new Vault(pairs, { book, learned }) };
}

/** Everything the detectors find in one document, overlapping and unsorted. */
export function scan(scene: Scene, detectors: readonly Detector[] = DETECTORS): Find[] {
  const found: Find[] = [];
  for (const detector of detectors) detector.find(scene, found);
  return outsidePublicBlocks(scene.text, found.map(namedAfterHost));
}

/** Pools, users and folders bear the name of their site: then it is the site's alias they get, as everywhere else. */
function namedAfterHost(find: Find): Find {
  const name = find.class === 'user' ? (find.value ?? '') : '';
  if (!name.includes('.') || hostWithin(name) !== name) return find;
  return { ...find, class: 'host', value: name.toLowerCase() };
}

function* networks(settled: readonly { readonly document: Document; readonly finds: readonly Find[] }[]) {
  for (const { document, finds } of settled) {
    for (const find of finds)
      if (find.bits !== undefined) yield { find, text: document.text.slice(find.start, find.end) };
  }
}

function redactOne(
  document: Document,
  finds: readonly Find[],
  book: AliasBook,
  label: (text: string) => string,
): RedactedDocument {
  const { text, replacements } = rewrite(document.text, finds, book);
  const path = label(document.path);
  // What a document was recognised by quotes it: the name of a pool, a command with its flags.
  const recognisedBy = label(document.recognisedBy);
  return { document: { ...document, path, recognisedBy, text: text as Redacted }, replacements };
}

function redactLabel(
  label: string,
  hunt: Hunt,
  book: AliasBook,
  wanted: (find: Find, written: string) => boolean,
): string {
  const found = scan({ text: label, kind: 'file-listing' });
  hunt.find(label, found);
  const finds = found.filter((find) => wanted(find, label.slice(find.start, find.end)));
  return rewrite(label, resolve(label, finds), book).text;
}

/** What was replaced in one text, by class. */
export interface RedactedText {
  readonly text: string;
  readonly replacements: { class: string; count: number }[];
}

/** One text on its own: redacted, with counts by class, most first. */
export function redactText(text: string, kind: DocumentKind = 'unknown'): RedactedText {
  const { documents } = redactDocuments([{ path: 'text', kind, text, recognisedBy: 'given' }]);
  const counts = new Map<string, number>();
  for (const one of documents[0]?.replacements ?? []) counts.set(one.class, (counts.get(one.class) ?? 0) + 1);
  return {
    text: documents[0]?.document.text ?? '',
    replacements: [...counts].map(([name, count]) => ({ class: name, count })).sort((a, b) => b.count - a.count),
  };
}
