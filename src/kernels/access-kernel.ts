import type { AccessKernel } from '../engine/evidence/access/bytes/kernel.ts';
import { createPlainKernel } from '../engine/evidence/access/bytes/plain-kernel.ts';
import { ACCESS_KERNEL } from './access-bytes.ts';
import { exportsOf } from './instance.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly scan: AccessKernel['scan'];
}

/** The scanner of access logs in WebAssembly; null where that is refused. */
export function createWasmKernel(): AccessKernel | null {
  const made = exportsOf(ACCESS_KERNEL) as Exports | null;
  return made && { memory: made.memory.buffer, scan: made.scan };
}

/** The fastest scanner of access logs that this place allows. */
export function createAccessKernel(): AccessKernel {
  return createWasmKernel() ?? createPlainKernel();
}
