import type { Find } from '../find.ts';
import { Hunt } from '../known/hunt.ts';
import { wantedBy, type RedactOptions } from '../options.ts';
import { scan } from '../redact.ts';
import { resolve } from '../resolve.ts';
import { aliasAt } from '../rewrite.ts';
import type { Memory } from '../vault.ts';
import type { Look, PieceEdit, ScanMemory } from './bytes/memory.ts';
import { hasDigits, isFoldable, otherDigits, withoutDigits } from './foldable.ts';
import { latin1, toBytes } from './latin1.ts';
import { aliasOfClients } from './networks.ts';

/** Shapes of pieces that are remembered to have come once. */
const MOST_SHAPES = 50_000;
/** Values learned from one log: each is hunted in some twenty forms. */
const MOST_LEARNED = 5000;
/** As many times a shape is tried with other digits before it is trusted. */
const TRIALS = 2;

/** A piece of the log as text, with what must go from it; offsets count from its beginning. */
interface Read {
  readonly look: Look;
  readonly text: string;
  readonly finds: readonly Find[];
}

/** Reads as text what the scanner could not decide, and tells it what becomes of that piece and of pieces like it. */
export class CloserLook {
  readonly #scanned: ScanMemory;
  readonly #memory: Memory;
  readonly #wanted: ReturnType<typeof wantedBy>;
  #hunt: Hunt;
  readonly #shapes = new Set<string>();
  #learned = 0;

  constructor(scanned: ScanMemory, memory: Memory, options: RedactOptions) {
    this.#scanned = scanned;
    this.#memory = memory;
    this.#wanted = wantedBy(options);
    this.#hunt = new Hunt(memory.learned);
  }

  /** Answers the looks of the last scan. @returns false when the answers have no room: the lines must be read as text */
  settle(): boolean {
    const read = this.#read((network) => aliasOfClients(network, this.#memory.book));
    const told = read.map((one) => this.#tell(one));
    for (const one of this.#sameWithOtherDigits(read)) this.#scanned.rememberPiece(one.look, this.#editsOf(one), true);
    return told.every(Boolean);
  }

  /** Notes what the pieces of the last scan hold, and gives no alias yet: the log may hold what would be one. */
  learn(): void {
    const { book } = this.#memory;
    const read = this.#read((network) => {
      book.avoidNetwork(network);
      return network;
    });
    for (const { look, text, finds } of read) {
      book.avoid(text);
      for (const find of finds) this.#note(find, text.slice(find.start, find.end));
      this.#scanned.rememberPiece(look, [], !hasDigits(text));
    }
    for (const { look } of this.#sameWithOtherDigits(read)) this.#scanned.rememberPiece(look, [], true);
  }

  /** Ends the learning: from now on everything learned is looked for everywhere. */
  huntForLearned(): void {
    this.#hunt = new Hunt(this.#memory.learned);
    this.#scanned.forgetPieces();
    this.#scanned.forgetNetworks();
    this.#shapes.clear();
  }

  /** Everything in a text of the log replaced, for lines that went another way. */
  redacted(text: string): string {
    const finds = this.#findsIn(text);
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, alias } of this.#aliases(text, finds)) {
      parts.push(text.slice(at, start), alias);
      at = end;
    }
    parts.push(text.slice(at));
    return parts.join('');
  }

  #note(find: Find, written: string): void {
    if (this.#learned >= MOST_LEARNED) return;
    const before = this.#memory.learned.size;
    this.#memory.learned.note(find, written);
    if (this.#memory.learned.size > before) this.#learned++;
  }

  #findsIn(text: string): Find[] {
    const found = scan({ text, kind: 'nginx-access-log' });
    this.#hunt.find(text, found);
    return resolve(
      text,
      found.filter((find) => this.#wanted(find, text.slice(find.start, find.end))),
    );
  }

  /** All in one go: starting up the detectors costs more than running them. */
  #read(aliasOf: (network: number) => number): Read[] {
    const looks = this.#scanned.looks(aliasOf);
    return this.#readTexts(looks.map((look) => ({ look, text: latin1(this.#scanned.bytes, look.from, look.to) })));
  }

  #readTexts(pieces: readonly Pick<Read, 'look' | 'text'>[]): Read[] {
    if (pieces.length === 0) return [];
    const finds = this.#findsIn(pieces.map(({ text }) => text).join('\n'));
    let next = 0;
    let from = 0;
    return pieces.map(({ look, text }) => {
      const own: Find[] = [];
      const to = from + text.length;
      for (let find = finds[next]; find !== undefined && find.start < to; find = finds[++next])
        own.push({ ...find, start: find.start - from, end: find.end - from });
      from = to + 1;
      return { look, text, finds: own };
    });
  }

  *#aliases(text: string, finds: readonly Find[]): Generator<{ start: number; end: number; alias: string }> {
    for (const find of finds) {
      const alias = aliasAt(text, find, this.#memory.book);
      if (alias !== null) yield { start: find.start, end: find.end, alias };
    }
  }

  #editsOf({ text, finds }: Read): PieceEdit[] {
    return [...this.#aliases(text, finds)].map(({ start, end, alias }) => ({ start, end, bytes: toBytes(alias) }));
  }

  #tell(one: Read): boolean {
    const edits = this.#editsOf(one);
    const whole = joined(one.text, edits);
    this.#scanned.rememberPiece(one.look, whole, !hasDigits(one.text));
    return whole.every((edit) => this.#scanned.tellEdit(one.look, edit));
  }

  /** A shape that comes again with other digits, of which none is part of what must go. */
  #isWorthTrying({ look, text, finds }: Read): boolean {
    if (!hasDigits(text) || !isFoldable(text)) return false;
    if (finds.some((find) => hasDigits(text.slice(find.start, find.end)))) return false;
    const shape = this.#scanned.shapeOf(look);
    if (!this.#shapes.has(shape)) {
      if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear();
      this.#shapes.add(shape);
      return false;
    }
    return !this.#hunt.mayHide(withoutDigits(text));
  }

  /** Pieces whose shape has come before and of which the same goes with other digits: such a shape is trusted. */
  #sameWithOtherDigits(read: readonly Read[]): Read[] {
    const pieces = read.filter((one) => this.#isWorthTrying(one));
    const trials = Array.from({ length: TRIALS }, (_, turn) =>
      this.#readTexts(pieces.map(({ look, text }) => ({ look, text: otherDigits(text, turn) }))),
    );
    return pieces.filter((one, index) => trials.every((trial) => isAlike(one, trial[index])));
  }
}

function isAlike(one: Read, other: Read | undefined): boolean {
  return (
    other?.finds.length === one.finds.length &&
    one.finds.every((find, index) => {
      const twin = other.finds[index];
      return twin?.start === find.start && twin.end === find.end && twin.class === find.class;
    })
  );
}

/** One edit that makes all of several, because one change waits for the answer. */
function joined(text: string, edits: readonly PieceEdit[]): PieceEdit[] {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined || edits.length === 1) return [...edits];
  const parts: Uint8Array[] = [];
  let at = first.start;
  for (const { start, end, bytes } of edits) {
    parts.push(toBytes(text.slice(at, start)), bytes);
    at = end;
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let into = 0;
  for (const part of parts) {
    bytes.set(part, into);
    into += part.length;
  }
  return [{ start: first.start, end: last.end, bytes }];
}
