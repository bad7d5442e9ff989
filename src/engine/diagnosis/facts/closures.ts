import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Weight } from '../weighing.ts';
import type { Facts } from './facts.ts';
import { linesOf } from './lines.ts';
import { ofTheirSystem } from './machines.ts';
import { argsOf, weightOf } from './signs.ts';
import { failuresAt, joinInTime } from './time-join.ts';
import { protocolsIn } from './upstream-field.ts';

/** The peer was gone before the response was complete: reset and end-of-file say the same (FACTS: a killed worker is a 104). */
export const CLOSURES: readonly Signature[] = [
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.reset-mid-body',
  'nginx.eof-mid-body',
  'nginx.fastcgi-stream-cut',
  'nginx.send-failed',
  'access.502-closed-before-header',
  'access.truncated',
];

export function closures(facts: Facts): readonly EvidenceEvent[] {
  return facts.events(...CLOSURES);
}

/** True when the closed connections went to PHP-FPM, or when nothing says where they went. */
export function closuresAreFastcgi(facts: Facts): boolean {
  const protocols = protocolsIn(facts, closures(facts));
  return protocols.has('fastcgi') || protocols.size === 0;
}

/** The kernel reports a fault at once, but a process keeps its sockets until its core is written. */
const CORE_DUMP = 30;

/**
 * A line that names a worker's end, weighed by whether closed connections share its moment.
 * Same moment: stronger. Known times that never meet: it is a fact, but not of this failure.
 */
export function weighDeath(facts: Facts, seen: readonly EvidenceEvent[]): Weight | null {
  const closed = closures(facts);
  const mechanisms = ofTheirSystem(seen, closed);
  if (mechanisms.length === 0) return null;
  const crashed = mechanisms.some(({ signature }) => signature === 'kernel.segfault');
  const join = joinInTime(closed, mechanisms, crashed ? CORE_DUMP : undefined);
  const complete = mechanisms.length >= facts.count(...new Set(mechanisms.map((event) => event.signature)));
  if (closed.length > 0 && join.known && join.joined.length === 0 && complete) {
    return {
      level: 'effect',
      nuance: -0.15,
      lines: linesOf(mechanisms),
      against: linesOf(closed, 2),
      args: argsOf(mechanisms),
    };
  }
  const share = join.joined.length > 0 ? join.joined.length / closed.length : 0;
  const weight = weightOf('mechanism', mechanisms, { count: mechanisms.length }, 0.04 * share);
  if (!join.known) return weight;
  // Of many deaths only the first and last lines are kept; each of the others may have closed one more.
  const untold = facts.count(...new Set(mechanisms.map((event) => event.signature))) - mechanisms.length;
  const failures = failuresAt(facts, CLOSURES, join.joined) + Math.max(untold, 0);
  const since = closedSince(closed, join.joined);
  if (since.length < FEWEST || facts.count(...CLOSURES) < 2 * failures) return { ...weight, failures };
  return {
    ...weight,
    failures,
    level: 'effect',
    nuance: 0,
    against: linesOf(since, 2),
    args: { ...weight.args, since: 'yes' },
  };
}

/** So long after the last death that a log shows, connections closed for another reason. */
const LONG_AFTER = 3 * 3600;
const FEWEST = 3;

/** Connections that closed hours after the last one that a death explains: what is known of then says nothing of now. */
function closedSince(closed: readonly EvidenceEvent[], joined: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  if (joined.length === 0) return [];
  const last = Math.max(...joined.map(({ at }) => at ?? Infinity));
  return closed.filter(({ at }) => at !== null && at - last > LONG_AFTER);
}

/** True when php-fpm.log is at hand for the moments in question: then what it does not say did not happen. */
export function poolLogCovers(facts: Facts): boolean {
  if (!facts.evidence.kinds.has('fpm-log')) return false;
  const closedAt = closures(facts).flatMap((event) => (event.at === null ? [] : [event.at]));
  const fpmAt = facts.evidence.events.flatMap((event) =>
    event.signature.startsWith('fpm.') && event.at !== null ? [event.at] : [],
  );
  if (closedAt.length === 0 || fpmAt.length === 0) return false;
  const first = Math.min(...fpmAt);
  const last = Math.max(...fpmAt);
  return closedAt.some((at) => at >= first && at <= last + 60);
}

/**
 * A candidate for a closed connection that nothing else explains. `prior` orders the candidates by what the configs suggest.
 * null when there is no such connection, or when it did not go to FastCGI.
 */
export function bareClosure(facts: Facts, prior: number, lines: Weight['lines'] = [], against: Weight['against'] = []) {
  const closed = closures(facts);
  if (closed.length === 0 || !closuresAreFastcgi(facts)) return null;
  const weight: Weight = {
    level: 'bare',
    nuance: prior,
    lines: [...linesOf(closed, 3), ...lines],
    against,
    args: argsOf(closed),
  };
  return weight;
}
