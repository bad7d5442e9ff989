import { describe, expect, it } from 'vitest';
import { createPlainKernel } from '../engine/evidence/access/bytes/plain-kernel.ts';
import * as layout from '../engine/evidence/access/bytes/layout.ts';
import { StreamedAccessLog } from '../engine/evidence/access/streamed-log.ts';
import { tellStreamed } from '../engine/evidence/tell.ts';
import { logFormatsIn } from '../engine/syntax/lines/log-format.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import { generatedLog, LOG_KINDS, randomOf } from '../../tests/generated/access-log.ts';
import { createAccessKernel, createWasmKernel } from './access-kernel.ts';
import type { AccessKernel } from '../engine/evidence/access/bytes/kernel.ts';

function told(kernel: AccessKernel, log: Uint8Array, config: string) {
  const stream = new StreamedAccessLog(kernel, logFormatsIn(config));
  for (let from = 0; from < log.length; from += 100_000) stream.push(log.subarray(from, from + 100_000));
  stream.end();
  const summary = stream.summary();
  const text = summary.kept.map((line) => line.text).join('\n') as Redacted;
  const document = { path: 'access.log', kind: summary.kind, recognisedBy: 'test', text };
  return { lines: summary.lines, ...tellStreamed([{ document, summary }], []).evidence };
}

const plain = createPlainKernel;
const wasm = (): AccessKernel => {
  const kernel = createWasmKernel();
  if (kernel === null) throw new Error('WebAssembly was refused');
  return kernel;
};

describe('the scanner in WebAssembly counts what the plain one counts', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1e6);
  it.each(LOG_KINDS.map((kind) => [kind.name, kind] as const))(`%s, seed ${seed}`, (_name, kind) => {
    const log = new TextEncoder().encode(generatedLog(kind, 8000, randomOf(seed)));
    expect(told(wasm(), log, kind.config)).toEqual(told(plain(), log, kind.config));
  });

  it.each(LOG_KINDS.map((kind) => [kind.name, kind] as const))(
    `%s, broken bytes in it, seed ${seed}`,
    (_name, kind) => {
      const random = randomOf(seed);
      const log = new TextEncoder().encode(generatedLog(kind, 3000, random));
      for (let times = 0; times < 6000; times++) log[Math.floor(random() * log.length)] = Math.floor(random() * 256);
      expect(told(wasm(), log, kind.config)).toEqual(told(plain(), log, kind.config));
    },
  );

  it('is what the page and the terminal get, in memory that does not grow', () => {
    expect(createAccessKernel().memory.byteLength).toBe(layout.MEMORY_PAGES * 65536);
    expect(createAccessKernel().memory.constructor).toBe(ArrayBuffer);
  });
});
