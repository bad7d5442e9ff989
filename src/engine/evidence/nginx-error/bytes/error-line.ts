import type { Variant } from '../../raw/variant.ts';
import { LineFields } from './fields.ts';
import { learn } from './learn.ts';
import { literalOf, stands } from './literal.ts';
import type { Shape } from './shape.ts';
import { moveUp, Shapes } from './shapes.ts';
import { addressEnd } from './upstream.ts';

const BLANK = 32;
const HASH = 35;
const STAR = 42;
const COLON = 58;
/** Digits of a process and of a connection that the ordinary reader takes, too. */
const MOST_DIGITS = 10;
/** Bytes that must be at hand behind a message's beginning. */
const AHEAD = 96;
const MOST_UPSTREAMS = 64;
/** Learning costs several readings of a line: so often at first, then once for so many lines that were read closely. */
const LESSONS = 2000;
const LESSON_EVERY = 32;

/** Knows lines of an error log by shapes that it was taught. */
export class ErrorLine {
  /** The line feed of the line that was read. */
  end = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #view: DataView = new DataView(new ArrayBuffer(0));
  readonly #fields = new LineFields();
  readonly #shapes = new Shapes();
  #unknown = 0;

  use(bytes: Uint8Array, view: DataView): void {
    this.#bytes = bytes;
    this.#view = view;
    this.#fields.use(bytes, view);
  }

  /** @param body where `812#812: *98 ` stands @returns what the line's records are; null when the line must be read closely */
  read(body: number, level: number): readonly Variant[] | null {
    const at = this.#messageStart(body);
    if (at === -1 || at + AHEAD > this.#bytes.length) return null;
    const shape = this.#shapes.find(this.#bytes, this.#view, at, level);
    if (shape === null) return null;
    const behind = this.#shapes.end;
    if (!shape.hasFields) {
      this.end = behind - 1;
      return shape.plain;
    }
    const end = this.#fields.read(behind);
    if (end === -1) return null;
    this.end = end;
    if (shape.isStderr && this.#holdsAction(behind, end)) return null;
    return this.#fields.upstream === -1 ? shape.plain : this.#meaning(shape);
  }

  #meaning({ meanings }: Shape): readonly Variant[] | null {
    const at = this.#fields.upstream;
    for (let index = 0; index < meanings.length; index++) {
      const meaning = meanings[index];
      if (meaning === undefined || at + meaning.upstream.size > this.#fields.upstreamEnd + 1) continue;
      if (!stands(this.#view, this.#bytes.length, at, meaning.upstream)) continue;
      if (index > 0) moveUp(meanings, index);
      return meaning.variants;
    }
    return null;
  }

  /** Offset behind `812#812: *98 ` with single blanks; -1 for any other form. */
  #messageStart(body: number): number {
    const bytes = this.#bytes;
    let at = this.#digitsEnd(body);
    if (at === body || bytes[at] !== HASH) return -1;
    const thread = at + 1;
    at = this.#digitsEnd(thread);
    if (at === thread || bytes[at] !== COLON || bytes[at + 1] !== BLANK) return -1;
    at += 2;
    if (bytes[at] !== STAR) return at;
    const connection = at + 1;
    at = this.#digitsEnd(connection);
    return at === connection || bytes[at] !== BLANK ? -1 : at + 1;
  }

  #digitsEnd(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let byte = bytes[at]; byte !== undefined && byte >= 48 && byte <= 57; byte = bytes[++at]);
    return at - from > MOST_DIGITS ? from : at;
  }

  /** ` while ` in the fields behind PHP's words. */
  #holdsAction(from: number, to: number): boolean {
    const bytes = this.#bytes;
    for (let at = from; at < to; at++)
      if (bytes[at] === BLANK && bytes[at + 1] === 119 && bytes[at + 2] === 104 && bytes[at + 3] === 105) return true;
    return false;
  }

  /** Remembers a line's shape, where its meaning hangs on nothing else. @param variants what its records were */
  learn(start: number, end: number, body: number, level: number, variants: readonly Variant[]): void {
    if (this.#unknown++ > LESSONS && this.#unknown % LESSON_EVERY !== 0) return;
    const at = this.#messageStart(body);
    if (at === -1 || at + AHEAD > this.#bytes.length) return;
    const known = this.#shapes.find(this.#bytes, this.#view, at, level);
    if (known !== null && !known.hasFields) return;
    const message = latin1(this.#bytes.subarray(at, end + 1));
    const client = message.indexOf(', client: ');
    const hasFields = client !== -1;
    if (hasFields && this.#fields.read(at + client + 10) !== end) return;
    const { upstream, upstreamEnd } = this.#fields;
    const hasUpstream = hasFields && upstream !== -1;
    const stop = hasUpstream ? addressEnd(this.#bytes, upstream, upstreamEnd) : 0;
    const address = hasUpstream ? latin1(this.#bytes.subarray(upstream, stop - 1)) : null;
    const learned = learn(latin1(this.#bytes.subarray(start, at)), message, address);
    if (learned === null || (learned.isStderr && this.#holdsAction(at + client, end))) return;
    const shape = known ?? this.#add(learned, level, at);
    if (shape === null) return;
    if (!hasUpstream) {
      shape.plain = [...variants];
      return;
    }
    const value = literalOf(this.#bytes.slice(upstream, stop));
    if (value === null) return;
    const meaning = { upstream: value, variants: [...variants] };
    if (shape.meanings.length < MOST_UPSTREAMS) shape.meanings.push(meaning);
    else shape.meanings[MOST_UPSTREAMS - 1] = meaning;
  }

  #add(learned: NonNullable<ReturnType<typeof learn>>, level: number, at: number): Shape | null {
    const { varying, hasFields, isStderr } = learned;
    const begin = literalOf(bytesOf(learned.begin));
    const rest = learned.rest === null ? null : literalOf(bytesOf(learned.rest));
    if (begin === null || (rest === null && learned.rest !== null)) return null;
    const shape: Shape = {
      level,
      begin,
      varying,
      rest,
      hasFields,
      isStderr,
      plain: null,
      meanings: [],
    };
    this.#shapes.add(shape, this.#view, at);
    return shape;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
