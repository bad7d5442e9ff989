import type { AccessKernel } from '../engine/evidence/access/bytes/kernel.ts';
import { createPlainKernel } from '../engine/evidence/access/bytes/plain-kernel.ts';

/** The fastest scanner of access logs that this place allows. */
export function createAccessKernel(): AccessKernel {
  return createPlainKernel();
}
