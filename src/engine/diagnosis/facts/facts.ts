import type { Evidence } from '../../evidence/evidence.ts';
import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Pool } from '../../stack/pool.ts';
import type { RequestPath } from '../../stack/request-path.ts';
import type { Stack } from '../../stack/stack.ts';
import { onTheirHosts } from './host-folders.ts';
import { isBackupPath } from '../../stack/backup-path.ts';

/** What diagnosis is given: everything the lower floors found. */
export interface DiagnosisInput {
  readonly stack: Stack;
  readonly evidence: Evidence;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

/** The input with the look-ups that every cause needs. */
export interface Facts extends DiagnosisInput {
  /** Kept events of these signatures, in the order of the evidence. */
  events(...signatures: readonly Signature[]): readonly EvidenceEvent[];
  /** Number of lines with one of these signatures, dropped ones included. */
  count(...signatures: readonly Signature[]): number;
  /** Configs in force: those of a backup copy (`nginx.conf.bak`) are left out when something else was pasted. */
  readonly paths: readonly RequestPath[];
  readonly pools: readonly Pool[];
}

/** Indexes the input once; O(events). */
export function gatherFacts(given: DiagnosisInput): Facts {
  const input = { ...given, evidence: { ...given.evidence, events: onTheirHosts(given.evidence.events) } };
  const bySignature = new Map<Signature, EvidenceEvent[]>();
  for (const event of input.evidence.events) {
    const list = bySignature.get(event.signature);
    if (list === undefined) bySignature.set(event.signature, [event]);
    else list.push(event);
  }
  const kept = (signature: Signature): readonly EvidenceEvent[] => bySignature.get(signature) ?? [];
  return {
    ...input,
    events: (...signatures) =>
      signatures.length === 1 && signatures[0] !== undefined
        ? kept(signatures[0])
        : input.evidence.events.filter((event) => signatures.includes(event.signature)),
    count: (...signatures) =>
      signatures.reduce((sum, s) => sum + Math.max(input.evidence.counts.get(s)?.count ?? 0, kept(s).length), 0),
    paths: inForce(input.stack.paths, (path) => path.pass?.path ?? path.location?.path ?? ''),
    pools: inForce(input.stack.pools, (pool) => pool.path),
  };
}

function inForce<T>(items: readonly T[], pathOf: (item: T) => string): readonly T[] {
  const current = items.filter((item) => !isBackupPath(pathOf(item)));
  return current.length > 0 ? current : items;
}
