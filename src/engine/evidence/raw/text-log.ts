import type { LogFormat } from '../../syntax/lines/log-format.ts';
import { decodeText } from '../../text/decode.ts';
import type { DocumentKind } from '../../text/document.ts';
import { LineFeed } from '../lines.ts';
import type { LogStream, LogSummary } from '../streamed.ts';
import { RawReading } from './raw-reading.ts';

const LINE_FEED = 10;
/** Lines above a record that may say more of it (a kernel tells a kill in several). */
const CONTEXT = 3;
const MOST_POOLS = 64;
/** Bytes of a line that did not end yet; more of it is given on as it is. */
const MOST_HELD = 256 * 1024;

/** Reads any log by the ordinary readers, piece by piece, and keeps only the lines that became events. */
export class StreamedText implements LogStream {
  readonly #reading: RawReading;
  readonly #feed: LineFeed;
  readonly #reader;
  #held = new Uint8Array(0);
  #lines = 0;

  /** @param texts that may date its stamps, its own beginning first */
  constructor(kind: DocumentKind, texts: readonly string[], formats: readonly LogFormat[]) {
    this.#reading = new RawReading(kind, texts, formats);
    this.#reader = this.#reading.reader();
    const { ledger } = this.#reading;
    const above: string[] = [];
    this.#feed = new LineFeed((line, number) => {
      this.#lines = number;
      ledger.context = above;
      this.#reader?.add(`${line}\n`);
      ledger.taken.length = 0;
      if (above.push(line) > CONTEXT) above.shift();
    });
  }

  push(chunk: Uint8Array): void {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      this.#feed.add(textOf(this.#held, chunk.subarray(0, end)));
      this.#held = chunk.slice(end);
    } else this.#held = joined(this.#held, chunk);
    if (this.#held.length > MOST_HELD) this.#giveHeld();
    const { pools } = this.#reading.ledger;
    pools.splice(0, pools.length - MOST_POOLS);
  }

  end(): void {
    this.#giveHeld();
    this.#feed.end();
    this.#reader?.end();
  }

  #giveHeld(): void {
    this.#feed.add(textOf(this.#held, new Uint8Array(0)));
    this.#held = new Uint8Array(0);
  }

  summary(): LogSummary {
    return this.#reading.summary(this.#lines);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** Whole lines as text: all of them as UTF-8, or each by itself where one is not. */
function textOf(held: Uint8Array, rest: Uint8Array): string {
  const bytes = held.length === 0 ? rest : joined(held, rest);
  const { text, encoding } = decodeText(bytes);
  if (encoding === 'utf-8') return text;
  const lines: string[] = [];
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 ? bytes.length : feed + 1;
    lines.push(decodeText(bytes.subarray(from, end)).text);
    from = end;
  }
  return lines.join('');
}
