import { createPlainScanner } from '../engine/redact/stream/bytes/plain-scanner.ts';
import type { LogScanner } from '../engine/redact/stream/bytes/scanner.ts';
import { exportsOf } from './instance.ts';
import { REDACT_KERNEL } from './redact-bytes.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly scan: LogScanner['scan'];
  readonly write: (to: number) => number;
}

/** The scanner of logs to be redacted in WebAssembly; null where that is refused. */
export function createWasmScanner(): LogScanner | null {
  const made = exportsOf(REDACT_KERNEL) as Exports | null;
  return made && { memory: made.memory.buffer, scan: made.scan, write: (to) => made.write(to) !== 0 };
}

/** The fastest scanner of logs to be redacted that this place allows. */
export function createLogScanner(): LogScanner {
  return createWasmScanner() ?? createPlainScanner();
}
