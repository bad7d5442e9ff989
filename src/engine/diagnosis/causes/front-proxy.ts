import type { Cause } from '../weighing.ts';
import type { Facts } from '../facts/facts.ts';
import { frontMarks } from '../facts/front-signs.ts';
import { numberOf, readTimeout } from '../facts/limits.ts';
import { linesOf } from '../facts/lines.ts';
import { weightOf } from '../facts/signs.ts';

/** Something in front of nginx made the error, or lost patience first. */
export const frontProxy: Cause = {
  id: 'front-proxy',
  harm: 'gateway',
  explains: ['access.499', 'nginx.client-closed', 'probe.status'],
  asks: ['front', 'access-log'],
  weigh(facts) {
    const own = facts.count(...OWN_FAILURES);
    const marks = frontMarks(facts);
    if (marks.length > 0 && own > 0)
      return { level: 'effect', nuance: -0.1, lines: marks, against: [], args: {}, firsthand: true };
    if (marks.length > 0) {
      const access = facts.evidence.kinds.has('nginx-access-log') || facts.evidence.kinds.has('nginx-error-log');
      return {
        level: access ? 'mechanism' : 'effect',
        nuance: 0.04,
        lines: marks,
        against: [],
        args: {},
        firsthand: true,
      };
    }
    const impatient = constantPatience(facts);
    if (impatient === null || own > 0) return null;
    const front = facts.stack.host.frontTimeoutSeconds;
    const read = Math.min(...facts.paths.map((path) => numberOf(readTimeout(path)) ?? 60));
    const below = (front !== null && front <= read) || (Number.isFinite(read) && impatient.seconds < read);
    if (!below) return null;
    const weight = weightOf(
      front !== null ? 'mechanism' : 'effect',
      facts.events('access.499'),
      { patience: impatient.seconds },
      0.05,
    );
    return { ...weight, lines: linesOf(facts.events('access.499')) };
  },
  sentence: (args) =>
    args['patience'] === undefined
      ? 'The error was made by something in front of nginx (a balancer or CDN): nginx itself did not answer it.'
      : `Something in front of nginx gives up after ${String(args['patience'])} s, before nginx's own timeout ends: the client sees its 502 or 504, nginx logs 499.`,
};

const OWN_FAILURES = [
  'access.502-not-connected',
  'access.502-no-peer',
  'access.502-closed-before-header',
  'access.502-buffer-exact',
  'access.502-other',
  'access.504-connect',
  'access.504-read',
  'access.504-other',
  'nginx.connect-refused',
  'nginx.connect-enoent',
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.read-header-timeout',
] as const;

/** 499s that end at one constant number of seconds: a timeout in front, not people. */
function constantPatience(facts: Facts): { seconds: number } | null {
  const times = facts
    .events('access.499')
    .flatMap((event) => (typeof event.fields['seconds'] === 'number' ? [event.fields['seconds']] : []))
    .sort((a, b) => a - b);
  const median = times[times.length >> 1];
  if (times.length < 3 || median === undefined || median < 5) return null;
  const near = times.filter((t) => Math.abs(t - median) <= 0.5);
  return near.length * 10 >= times.length * 7 ? { seconds: Math.round(median) } : null;
}
