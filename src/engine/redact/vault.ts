import type { Document } from '../text/document.ts';
import type { Edit } from '../text/edit.ts';
import type { Redacted } from '../text/redacted.ts';
import { LineIndex, type Place, type Span } from '../text/span.ts';
import type { AliasBook } from './alias/alias-book.ts';
import type { Learned } from './known/learn.ts';
import type { Original, RedactionClass } from './original.ts';
import { Trie } from './known/trie.ts';

export type { Original, RedactionClass };

/** One alias put into one document. Offsets: `start,end` in the redacted text; `rawStart,rawEnd` in the original. */
export interface Replacement extends Span {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly alias: string;
  readonly class: RedactionClass;
  readonly tier: 'secret' | 'identifier' | 'optional';
  readonly line: number;
}

export interface RedactedDocument {
  readonly document: Document<Redacted>;
  readonly replacements: readonly Replacement[];
}

/** What further text of the same incident needs, so that its aliases agree. */
export interface Memory {
  readonly book: AliasBook;
  readonly learned: Learned;
}

interface Pair {
  readonly original: Document;
  readonly redacted: RedactedDocument;
}

/**
 * The only place that knows what stands behind an alias. Lives where the raw text lives and nowhere else:
 * private fields, nothing to serialise, nothing to enumerate.
 */
export class Vault {
  #pairs = new Map<string, Pair>();
  #originals: ReadonlyMap<string, Original>;
  #memory: Memory | null;
  #aliases: Trie | null = null;

  constructor(pairs: readonly Pair[], memory: Memory) {
    for (const pair of pairs) this.#pairs.set(pair.redacted.document.path, pair);
    this.#originals = memory.book.originals;
    this.#memory = memory;
  }

  /** For streamed logs of the same incident. Null after {@link wipe}. */
  get memory(): Memory | null {
    return this.#memory;
  }

  /** Aliases back to what they stand for, in any text. Of aliases that begin alike the longest counts. */
  restore(text: string): string {
    this.#aliases ??= new Trie(this.#originals.keys());
    const parts: string[] = [];
    let from = 0;
    for (let at = 0; at < text.length;) {
      const length = this.#aliases.longestAt(text, at);
      const original = length === 0 ? undefined : this.#originals.get(text.slice(at, at + length));
      if (original === undefined) {
        at++;
        continue;
      }
      parts.push(text.slice(from, at), original.text);
      at += length;
      from = at;
    }
    parts.push(text.slice(from));
    return parts.join('');
  }

  /** The path of a document as the user gave it; a path that is not known comes back as it is. */
  originalPath(path: string): string {
    return this.#pairs.get(path)?.original.path ?? path;
  }

  /**
   * The offset in the original text that an offset in the redacted text stands for.
   * Inside an alias: the side of the original value that `side` names.
   */
  toOriginalOffset(path: string, offset: number, side: 'start' | 'end' = 'start'): number {
    const replacements = this.#pairs.get(path)?.redacted.replacements ?? [];
    let low = 0;
    let high = replacements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((replacements[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const before = replacements[low - 1];
    if (before === undefined) return offset;
    if (offset < before.end) return side === 'start' ? before.rawStart : before.rawEnd;
    return offset - before.end + before.rawEnd;
  }

  /** An edit of the redacted document as an edit of the original: span by span, aliases in its text restored. */
  toOriginalEdit(edit: Edit): Edit {
    return {
      path: this.originalPath(edit.path),
      start: this.toOriginalOffset(edit.path, edit.start, 'start'),
      end: this.toOriginalOffset(edit.path, edit.end, 'end'),
      text: this.restore(edit.text),
    };
  }

  /** Lines are the same in both texts; the column moves by the aliases before it. */
  toOriginalPlace(place: Place): Place {
    const pair = this.#pairs.get(place.path);
    if (pair === undefined) return { path: place.path, line: place.line, column: place.column };
    const offset = new LineIndex(pair.redacted.document.text).startOf(place.line) + place.column - 1;
    const raw = this.toOriginalOffset(place.path, offset);
    const column = raw - new LineIndex(pair.original.text).startOf(place.line) + 1;
    return { path: pair.original.path, line: place.line, column };
  }

  /** Every value behind an alias, for the check of what is about to leave. */
  *values(): IterableIterator<Original> {
    yield* this.#originals.values();
  }

  /** Forgets everything. */
  wipe(): void {
    this.#pairs = new Map();
    this.#originals = new Map();
    this.#aliases = null;
    this.#memory = null;
  }

  /** A vault is never serialised. */
  toJSON(): undefined {
    return undefined;
  }
}
