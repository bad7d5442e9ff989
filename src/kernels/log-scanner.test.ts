import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../engine/redact/redact.ts';
import * as at from '../engine/redact/stream/bytes/layout.ts';
import { createPlainScanner } from '../engine/redact/stream/bytes/plain-scanner.ts';
import type { LogScanner, MakeLogScanner } from '../engine/redact/stream/bytes/scanner.ts';
import { createLogRedactor } from '../engine/redact/stream/log-redactor.ts';
import { generatedLog, LOG_KINDS, randomOf } from '../../tests/generated/access-log.ts';
import { plantedLog, type LogForm } from '../../tests/generated/planted-log.ts';
import { createWasmScanner } from './log-scanner.ts';

const FORMS: readonly LogForm[] = ['combined', 'json', 'error'];
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

const wasm: MakeLogScanner = () => {
  const made = createWasmScanner();
  if (made === null) throw new Error('this Node has no WebAssembly with 128-bit instructions');
  return made;
};

/** Takes nothing to pieces and remembers nothing: every line is read as text. */
const everyLine: MakeLogScanner = (): LogScanner => {
  const plain = createPlainScanner();
  const words = new Int32Array(plain.memory);
  const bytes = new Uint8Array(plain.memory);
  return {
    ...plain,
    scan(from, to) {
      plain.scan(from, from);
      let start = from;
      for (let count = 0; start < to && count < 1000; start = bytes.indexOf(10, start) + 1 || to) {
        const feed = bytes.indexOf(10, start);
        const end = feed === -1 || feed > to ? to : feed;
        if (end === start) continue;
        words.set([start, end, at.NOTHING, 0], (at.CHANGES + count * at.CHANGE_BYTES) >> 2);
        words.set([at.LINE, start, end, count], (at.LOOKS + count * at.LOOK_BYTES) >> 2);
        count++;
        words[at.CHANGE_COUNT >> 2] = words[at.LOOK_COUNT >> 2] = count;
      }
      return start;
    },
  };
};

function redacted(log: string, make: MakeLogScanner, size = 1 << 20, passes = 1): string {
  const { memory } = redactDocuments([
    {
      path: 'a',
      kind: 'fpm',
      recognisedBy: 'made',
      text: 'env[API_KEY] = Tr4velB0ok77\nenv[PIN_CODE_SECRET] = 90210417\n',
    },
  ]).vault;
  if (memory === null) throw new Error('the vault was not wiped');
  const redactor = createLogRedactor(memory, {}, make);
  const bytes = Buffer.from(log, 'latin1');
  const parts: Buffer[] = [];
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
  if (passes === 2) {
    for (const chunk of chunks) redactor.learn(chunk);
    redactor.endLearning();
  }
  for (const chunk of chunks) parts.push(Buffer.from(redactor.push(chunk)));
  parts.push(Buffer.from(redactor.end()));
  return Buffer.concat(parts).toString('latin1');
}

/** Bytes lost, doubled and changed. */
function broken(log: string, random: () => number): string {
  const letters = '"\\ \n\t[]%=:.0a\u00ff';
  return Array.from(log, (letter) => {
    const odd = Math.floor(random() * 400);
    return odd === 0
      ? ''
      : odd === 1
        ? letter + letter
        : odd === 2
          ? (letters[Math.floor(random() * letters.length)] ?? '')
          : letter;
  }).join('');
}

/** The first line in which two texts differ. */
function difference(one: string, other: string): readonly [string?, string?] {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  return at === -1 && lines.length === others.length ? [] : [lines[at] ?? '', others[at] ?? ''];
}

describe(`the WebAssembly scanner writes what the plain one writes (SEED=${seed})`, () => {
  for (const kind of LOG_KINDS)
    it(`on a log in ${kind.name}`, () => {
      const random = randomOf(seed);
      const log = generatedLog(kind, 3000, random);
      expect(difference(redacted(log, wasm), redacted(log, createPlainScanner))).toEqual([]);
      const odd = broken(log, random);
      expect(difference(redacted(odd, wasm, 70_001), redacted(odd, createPlainScanner, 70_001))).toEqual([]);
    });

  it.each(FORMS)('on a %s log with secrets, in one pass and in two', (form) => {
    const { log } = plantedLog(2000, randomOf(seed + 1), form);
    for (const passes of [1, 2])
      expect(
        difference(redacted(log, wasm, 99_991, passes), redacted(log, createPlainScanner, 99_991, passes)),
      ).toEqual([]);
    const odd = broken(log, randomOf(seed + 3));
    expect(difference(redacted(odd, wasm, 70_001), redacted(odd, createPlainScanner, 70_001))).toEqual([]);
  });
});

describe(`reading pieces once is as good as reading every line (SEED=${seed})`, () => {
  it.each(FORMS)('on a %s log with secrets', (form) => {
    const { log, planted } = plantedLog(3000, randomOf(seed + 2), form);
    const fast = redacted(log, wasm).split('\n');
    const slow = redacted(log, everyLine).split('\n');
    const raw = log.split('\n');
    expect(planted.filter(([line, value]) => fast[line]?.includes(value))).toEqual([]);
    expect(raw.filter((line, index) => (fast[index] === line) !== (slow[index] === line))).toEqual([]);
  });
});
