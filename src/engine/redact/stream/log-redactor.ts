import { isOn, type RedactOptions } from '../options.ts';
import type { Memory } from '../vault.ts';
import * as at from './bytes/layout.ts';
import { ScanMemory } from './bytes/memory.ts';
import { createPlainScanner } from './bytes/plain-scanner.ts';
import type { MakeLogScanner } from './bytes/scanner.ts';
import { CloserLook } from './closer-look.ts';
import { latin1, toBytes } from './latin1.ts';

const LINE_FEED = 10;
/** So many bytes are scanned before what was found is looked at: few at first, while everything is new. */
const FIRST_BLOCK = 1 << 13;
/** Many at last: starting up the detectors for the few pieces that are still new costs more than running them. */
const LARGEST_BLOCK = 1 << 20;

export interface LogRedactor {
  /** Takes the next bytes of the log in a first pass, which learns what is to be looked for in all of it. */
  learn(chunk: Uint8Array): void;
  /** Ends the first pass. */
  endLearning(): void;
  /** Takes the next bytes of the log. @returns the redacted lines that are complete; a view, good until the next call */
  push(chunk: Uint8Array): Uint8Array;
  /** What is left after the last line feed. */
  end(): Uint8Array;
}

/**
 * Redacts a log of any size in bounded memory, with the aliases of the documents that were redacted before.
 * Lines are taken to pieces as bytes; a piece is read as text once, and pieces like it follow. What is learned in the log
 * itself is replaced where it stands; where a first pass came before, wherever it stands.
 */
export function createLogRedactor(
  memory: Memory,
  options: RedactOptions = {},
  makeScanner: MakeLogScanner = createPlainScanner,
): LogRedactor {
  const scanner = makeScanner();
  // Where single addresses or private ones are treated otherwise, the shortcut over networks would be wrong.
  const shortcut = isOn('ip', options) && !isOn('private-ip', options) && (options.keep ?? []).length === 0;
  const scanned = new ScanMemory(scanner.memory, shortcut);
  const closer = new CloserLook(scanned, memory, options);
  const { bytes } = scanned;
  let held = 0;
  let block = FIRST_BLOCK;
  /** Output that had no room beside what came after it. */
  let spilled: Uint8Array[] = [];

  const spill = (): void => {
    spilled.push(scanned.output.slice());
    scanned.emptyOutput();
  };

  const redactLines = (from: number, to: number): void => {
    if (closer.settle()) {
      while (!scanner.write(to)) spill();
      return;
    }
    spill();
    spilled.push(toBytes(closer.redacted(latin1(bytes, from, to))));
    scanned.forgetPieces();
  };

  const learnLines = (): void => {
    closer.learn();
  };

  const readLines = (to: number, take: (from: number, to: number) => void): void => {
    for (let from = at.INPUT; from < to;) {
      if (scanned.isCrowded) scanned.forgetPieces();
      const next = scanner.scan(from, lineEnd(from + block, to));
      block = Math.min(block * 2, LARGEST_BLOCK);
      take(from, next);
      from = next;
    }
  };

  /** The end of the line that `place` stands in. */
  const lineEnd = (place: number, to: number): number => {
    const feed = place < to ? bytes.indexOf(LINE_FEED, place) : -1;
    return feed === -1 ? to : feed + 1;
  };

  const feed = (chunk: Uint8Array, take: (from: number, to: number) => void): void => {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + at.INPUT_BYTES - held);
      bytes.set(part, at.INPUT + held);
      from += part.length;
      const end = at.INPUT + held + part.length;
      const feed = bytes.lastIndexOf(LINE_FEED, end - 1);
      // A line that fills all of the memory is cut: it stays bounded.
      const next = feed >= at.INPUT ? feed + 1 : held + part.length === at.INPUT_BYTES ? end : at.INPUT;
      readLines(next, take);
      bytes.copyWithin(at.INPUT, next, end);
      held = end - next;
    }
  };

  const finish = (take: (from: number, to: number) => void): void => {
    readLines(at.INPUT + held, take);
    held = 0;
  };

  const taken = (): Uint8Array => {
    if (spilled.length === 0) return scanned.output;
    spill();
    const parts = spilled;
    spilled = [];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let into = 0;
    for (const part of parts) {
      whole.set(part, into);
      into += part.length;
    }
    return whole;
  };

  return {
    learn(chunk) {
      feed(chunk, learnLines);
    },
    endLearning() {
      finish(learnLines);
      closer.huntForLearned();
    },
    push(chunk) {
      scanned.emptyOutput();
      feed(chunk, redactLines);
      return taken();
    },
    end() {
      scanned.emptyOutput();
      finish(redactLines);
      return taken();
    },
  };
}
