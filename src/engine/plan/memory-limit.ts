import type { EvidenceEvent } from '../evidence/event.ts';
import { MiB, type Bytes } from '../text/units.ts';
import { nextPowerOfTwo } from './rounding.ts';

/** PHP's built-in `memory_limit` (main.c), which is also the least that is worth setting. */
const BUILT_IN: Bytes = 128 * MiB;

/**
 * The limit that a fatal error names ("Allowed memory size of N bytes exhausted (tried to allocate M bytes)"), and the next
 * one to try: twice what was asked for, as a power of two. `limit` is 0 when the line names none.
 */
export function memoryLimitFor({ fields, text }: EvidenceEvent): { limit: Bytes; planned: Bytes } {
  const limit = Number(fields['limit'] ?? /Allowed memory size of (\d{1,18}) bytes/u.exec(text)?.[1] ?? 0);
  const tried = Number(/tried to allocate (\d{1,18}) bytes/u.exec(text)?.[1] ?? 0);
  if (!Number.isFinite(limit) || limit <= 0) return { limit: 0, planned: 0 };
  return { limit, planned: nextPowerOfTwo(Math.max(2 * limit, limit + tried), BUILT_IN) };
}
