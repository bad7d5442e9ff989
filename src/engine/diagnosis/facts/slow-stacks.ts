import type { EvidenceEvent } from '../../evidence/event.ts';
import type { CallFamily } from '../../knowledge/log-messages-calls.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Facts } from './facts.ts';
import { ofTheirSystem } from './machines.ts';

export interface StackAgreement {
  readonly family: CallFamily;
  /** The call in which the most stacks of the family stand: `PDOStatement->execute`. */
  readonly call: string;
  readonly events: readonly EvidenceEvent[];
  /** How many stacks stand in this kind of call, and their share of all: 0..1. */
  readonly count: number;
  readonly share: number;
}

interface Tally {
  readonly call: string;
  readonly family: string;
  readonly count: number;
}

/** Of these kinds of call the one in which the most slow-log stacks stand; null where none stands in any. */
export function stackAgreement(facts: Facts, families: readonly CallFamily[]): StackAgreement | null {
  const tallies = talliesOf(facts);
  const total = tallies.reduce((sum, { count }) => sum + count, 0);
  const byFamily = new Map<string, { count: number; call: string; most: number }>();
  for (const { family, call, count } of tallies) {
    const known = byFamily.get(family) ?? { count: 0, call, most: 0 };
    const leads = count > known.most;
    byFamily.set(family, {
      count: known.count + count,
      call: leads ? call : known.call,
      most: Math.max(known.most, count),
    });
  }
  const best = [...byFamily]
    .filter(([family]) => families.includes(family as CallFamily))
    .sort((a, b) => b[1].count - a[1].count)[0];
  if (best === undefined) return null;
  const [family, { call, count }] = best;
  const events = (ofFailing(facts) ?? stackEvents(facts)).filter((event) => familyOf(event) === family);
  return { family: family as CallFamily, call, events, count, share: count / total };
}

/** Failures for which a stack may stand. */
const LATE: readonly Signature[] = ['nginx.read-header-timeout', 'nginx.connect-eagain', 'nginx.connect-timeout'];

/** Stacks of the machines on which requests were late; null where all may be. Tallies are of all machines together. */
function ofFailing(facts: Facts): readonly EvidenceEvent[] | null {
  const stacks = stackEvents(facts);
  const own = ofTheirSystem(stacks, facts.events(...LATE));
  return own.length === stacks.length ? null : own;
}

/** Exact counts where the evidence has them; a session lock may also be said outside the slow log. */
function talliesOf(facts: Facts): readonly Tally[] {
  const failing = ofFailing(facts);
  if (failing !== null) return failing.map((event) => ({ call: callOf(event), family: familyOf(event), count: 1 }));
  const locks = facts.events('php.session-lock');
  const said = locks.length === 0 ? [] : [{ call: 'session_start', family: 'session', count: locks.length }];
  if (facts.evidence.stacks !== undefined && facts.evidence.stacks.length > 0) {
    const known = facts.evidence.stacks.map(({ call, family, count }) => ({
      call,
      family: byMethod(family, call),
      count,
    }));
    return [...known, ...said];
  }
  const kept = facts.events('slow.stack');
  return [...kept.map((event) => ({ call: callOf(event), family: familyOf(event), count: 1 })), ...said];
}

function stackEvents(facts: Facts): readonly EvidenceEvent[] {
  return facts.events('slow.stack', 'php.session-lock');
}

function familyOf(event: EvidenceEvent): string {
  if (event.signature === 'php.session-lock') return 'session';
  const family = event.fields['family'];
  return byMethod(typeof family === 'string' ? family : 'cpu', callOf(event));
}

/** FPM's tracer prints methods without their class (fpm_php_trace.c): `execute()` is PDOStatement->execute. */
const METHODS: ReadonlySet<string> = new Set([
  'execute',
  'query',
  'multi_query',
  'real_connect',
  'real_query',
  'prepare',
  'fetch',
  'fetchall',
  'begintransaction',
  'commit',
]);

function byMethod(family: string, call: string): string {
  return family === 'cpu' && METHODS.has(call.toLowerCase()) ? 'database' : family;
}

function callOf(event: EvidenceEvent): string {
  const call = event.fields['call'];
  return typeof call === 'string' ? call : '';
}
