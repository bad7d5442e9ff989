import { Hunt } from '../known/hunt.ts';
import { isOn, wantedBy, type RedactOptions } from '../options.ts';
import { scan } from '../redact.ts';
import { resolve } from '../resolve.ts';
import { rewrite } from '../rewrite.ts';
import type { Memory } from '../vault.ts';
import { readAccessHead, type AccessHead } from './access-line.ts';
import { ByteSink } from './byte-sink.ts';
import { Changes } from './changes.ts';
import { latin1, toBytes } from './latin1.ts';
import { Networks } from './networks.ts';
import { needsLook } from './piece.ts';
import { hashOf, Segments } from './segments.ts';

/** Small enough that the memory of earlier fields warms up quickly. */
const BLOCK = 1 << 18;
/** A line that has no end within this is cut: memory stays bounded. */
const LONGEST_LINE = 1 << 20;
const LINE_FEED = 10;
const QUOTE = 34;

export interface LogRedactor {
  /** Takes the next bytes of the log. @returns the redacted lines that are complete; a view, good until the next call */
  push(chunk: Uint8Array): Uint8Array;
  /** What is left after the last line feed. */
  end(): Uint8Array;
}

/** A stretch that is to be read as text: with the hash of its bytes when its answer may be remembered. */
interface Look {
  readonly from: number;
  readonly to: number;
  readonly hash: number | null;
  readonly change: number;
}

/**
 * Redacts a log of any size in bounded memory, with the aliases of the documents that were redacted before.
 * Lines of the access log are taken to pieces as bytes; only pieces that could hold something are read as text.
 * What is learned in the log itself is replaced where it stands, not hunted for in earlier chunks.
 */
export function createLogRedactor(memory: Memory, options: RedactOptions = {}): LogRedactor {
  const hunt = new Hunt(memory.learned);
  const wanted = wantedBy(options);
  // Where single addresses or private ones are treated otherwise, the shortcut over networks would be wrong.
  const shortcut = isOn('ip', options) && !isOn('private-ip', options) && (options.keep ?? []).length === 0;
  const networks = new Networks(memory.book);
  const segments = new Segments();
  const sink = new ByteSink();
  const changes = new Changes();
  const head: AccessHead = { address: -1, addressEnd: 0, rest: 0 };
  let looks: Look[] = [];
  let view: DataView = new DataView(new ArrayBuffer(0));
  let touched: readonly number[] = [];
  let nextTouched = 0;
  let carry: Uint8Array = new Uint8Array(0);

  const look = (from: number, to: number, hash: number | null): void => {
    looks.push({ from, to, hash, change: changes.addBytes(from, to, null) });
  };

  const isTouched = (from: number, to: number): boolean => {
    if (touched.length === 0) return false;
    while ((touched[nextTouched] ?? Infinity) < from) nextTouched++;
    return (touched[nextTouched] ?? Infinity) < to;
  };

  const quotedPiece = (bytes: Uint8Array, from: number, to: number): void => {
    if (to - from < 2) return;
    const hash = hashOf(view, from, to);
    const known = segments.get(view, from, to, hash);
    if (known !== undefined) {
      if (known.redacted !== null) changes.addBytes(from, to, known.redacted);
    } else if (needsLook(bytes, from, to, true) || isTouched(from, to)) look(from, to, hash);
  };

  const openPiece = (bytes: Uint8Array, from: number, to: number): void => {
    if (to - from >= 2 && (needsLook(bytes, from, to, false) || isTouched(from, to))) look(from, to, null);
  };

  /** Reads one line. @returns the offset of its line feed */
  const line = (bytes: Uint8Array, from: number, to: number): number => {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed === -1 || feed > to ? to : feed;
    readAccessHead(bytes, from, end, head);
    const alias = head.address === -1 || !shortcut ? -1 : networks.aliasOf(head.address);
    if (alias === -1) {
      look(from, end, null);
      return end;
    }
    if (alias !== head.address) changes.addAddress(from, head.addressEnd, alias);
    let at = head.rest;
    while (at < end) {
      let start = ++at;
      while (at < end && bytes[at] !== QUOTE) at++;
      quotedPiece(bytes, start, at);
      start = ++at;
      while (at < end && bytes[at] !== QUOTE) at++;
      openPiece(bytes, start, Math.min(at, end));
    }
    return end;
  };

  /** All pieces that need it are read in one go: starting up the detectors costs more than running them. */
  const lookClosely = (bytes: Uint8Array): void => {
    if (looks.length === 0) return;
    const written = looks.map(({ from, to }) => latin1(bytes, from, to));
    const text = written.join('\n');
    const found = scan({ text, kind: 'nginx-access-log' });
    hunt.find(text, found);
    const finds = resolve(
      text,
      found.filter((find) => wanted(find, text.slice(find.start, find.end))),
    );
    const lines = finds.length === 0 ? written : rewrite(text, finds, memory.book).text.split('\n');
    looks.forEach(({ from, to, hash, change }, at) => {
      const redacted = lines[at] === written[at] ? null : toBytes(lines[at] ?? '');
      changes.tell(change, redacted);
      if (hash !== null) segments.put(bytes, from, to, hash, redacted);
    });
  };

  const write = (bytes: Uint8Array, from: number, to: number): void => {
    let at = from;
    for (let change = 0; change < changes.length; change++) {
      const address = changes.addressOf(change);
      const replacement = address < 0 ? changes.bytesOf(change) : null;
      if (address < 0 && replacement === null) continue;
      sink.write(bytes, at, changes.fromOf(change));
      if (replacement === null) sink.writeIpv4(address);
      else sink.write(replacement, 0, replacement.length);
      at = changes.toOf(change);
    }
    sink.write(bytes, at, to);
  };

  const block = (bytes: Uint8Array, from: number, to: number): void => {
    if (to <= from) return;
    changes.clear();
    looks = [];
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    touched = hunt.touched(bytes, from, to);
    nextTouched = 0;
    for (let at = from; at < to;) at = line(bytes, at, to) + 1;
    lookClosely(bytes);
    write(bytes, from, to);
  };

  /** Completes the line that an earlier chunk began. @returns where the rest of the chunk begins */
  const completeCarry = (chunk: Uint8Array): number => {
    if (carry.length === 0) return 0;
    const feed = chunk.indexOf(LINE_FEED);
    const end = feed === -1 ? chunk.length : feed + 1;
    const joined = new Uint8Array(carry.length + end);
    joined.set(carry);
    joined.set(chunk.subarray(0, end), carry.length);
    carry = new Uint8Array(0);
    if (feed === -1 && joined.length < LONGEST_LINE) carry = joined;
    else block(joined, 0, joined.length);
    return end;
  };

  return {
    push(chunk) {
      let from = completeCarry(chunk);
      while (from < chunk.length) {
        const wantedEnd = Math.min(from + BLOCK, chunk.length);
        let end = chunk.lastIndexOf(LINE_FEED, wantedEnd - 1) + 1;
        if (end <= from) end = chunk.indexOf(LINE_FEED, wantedEnd) + 1;
        if (end <= from) break;
        block(chunk, from, end);
        from = end;
      }
      if (from < chunk.length) carry = chunk.slice(from);
      return sink.take();
    },
    end() {
      block(carry, 0, carry.length);
      carry = new Uint8Array(0);
      return sink.take();
    },
  };
}
