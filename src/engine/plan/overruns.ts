import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceEvent } from '../evidence/event.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import { isOfPool } from './event-pool.ts';

/** Lines in which a time limit ended a request. */
const CPU_OVERRUNS: readonly Signature[] = ['php.max-execution-time', 'php.hard-timeout'];

/** FPM ended requests of this pool; lines with an empty script are idle keepalive connections, not requests. */
export function terminatedRuns(pool: Pool, stack: Stack, evidence: Evidence): readonly EvidenceEvent[] {
  return evidence.events.filter(
    ({ signature, fields }) =>
      signature === 'fpm.terminated-by-timeout' && fields['script'] !== '' && isOfPool(fields, pool, stack),
  );
}

/** PHP ended scripts for their CPU time; these lines name no pool. Exit code 124 is the hard timeout. */
export function cpuOverruns(evidence: Evidence): readonly EvidenceEvent[] {
  return evidence.events.filter(
    ({ signature, fields }) =>
      CPU_OVERRUNS.includes(signature) || (signature === 'fpm.exited-code' && Number(fields['code']) === 124),
  );
}
