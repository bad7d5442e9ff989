import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Args, Cause, Weight } from '../weighing.ts';
import { nothingFailed } from '../facts/answers.ts';
import { bareClosure, closures, CLOSURES, poolLogCovers, weighDeath } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { numberOf, poolNamed, readTimeout, terminateTimeouts } from '../facts/limits.ts';
import { says, weightOf, word } from '../facts/signs.ts';
import { stackAgreement, type StackAgreement } from '../facts/slow-stacks.ts';

/** request_terminate_timeout ends the worker by SIGTERM (fpm_request.c); uwsgi's harakiri is the same thing. */
export const workerTerminatedByTimeout: Cause = {
  id: 'worker-terminated-by-timeout',
  harm: 'gateway',
  explains: CLOSURES,
  asks: ['fpm-log', 'pool-config', 'access-log', 'backend-log'],
  weigh(facts) {
    const terminated = terminations(facts);
    const harakiri = facts.events('uwsgi.harakiri');
    if (terminated.length > 0 || harakiri.length > 0) {
      const weight = weighDeath(facts, [...terminated, ...harakiri]);
      if (weight === null) return null;
      const pool = poolNamed(facts, weight.args['pool']);
      const lines = settingLines(facts, pool?.settings['request_terminate_timeout']);
      const limit = numberOf(pool?.settings['request_terminate_timeout']);
      const args = {
        ...weight.args,
        ...(terminated.length === 0 ? { harakiri: says(harakiri, 'harakiri') ? 'uwsgi' : 'other' } : {}),
        ...(limit !== null && limit > 0 ? { limit } : {}),
      };
      const waits = waitOf(facts);
      return {
        ...weight,
        nuance: weight.nuance + 0.02,
        lines: [...weight.lines, ...lines, ...linesOf(waits?.events ?? [], 1)],
        args: { ...args, ...(waits === null ? {} : { waitsIn: waits.call }) },
      };
    }
    const alone = facts.events('fpm.exited-signal').filter((event) => event.fields['signal'] === 15);
    // Somebody may end an idle worker by hand: that is missed by nobody.
    if (alone.length > 0) return nothingFailed(facts) ? null : weightOf('effect', alone, {}, -0.05);
    return clustered(facts) ?? bare(facts);
  },
  sentence(args) {
    if (args['harakiri'] === 'uwsgi') return 'uwsgi ended the worker by harakiri while the request was still running.';
    if (args['harakiri'] !== undefined)
      return 'The application server ended the worker at its own time limit while the request was still running.';
    const limit = args['limit'] === undefined ? '' : ` of ${word(args, 'limit', '')} s`;
    const script = args['script'] === undefined ? 'the request' : String(args['script']);
    return args['seconds'] === undefined
      ? `PHP-FPM may have ended the worker at request_terminate_timeout${limit} before a response header was sent.`
      : `PHP-FPM ended the worker of ${script} by request_terminate_timeout${limit} after ${seconds(args['seconds'])} s; nginx saw a reset and answered 502.${waiting(args)}`;
  },
};

/** What most of the slow log's stacks wait for: why the requests ran into the limit. */
function waitOf(facts: Facts): StackAgreement | null {
  const agreement = stackAgreement(facts, ['database', 'http', 'cache', 'filesystem', 'lock', 'session']);
  return agreement !== null && agreement.count >= 2 && agreement.share >= 0.5 ? agreement : null;
}

function waiting(args: Args): string {
  return args['waitsIn'] === undefined
    ? ''
    : ` The slow log shows what it waited for: ${word(args, 'waitsIn', '')}; a longer limit only makes the wait longer.`;
}

/** Lines with an empty script are idle keep-alive connections, not requests (FACTS p3). */
export function terminations(facts: Facts): readonly EvidenceEvent[] {
  return facts.events('fpm.terminated-by-timeout').filter((event) => !namesNoScript(event));
}

export function namesNoScript(event: EvidenceEvent): boolean {
  return event.fields['script'] === '' || event.text.includes("script '' ");
}

function seconds(value: string | number | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value);
}

/** Requests that died within [T, T + heartbeat] of a pool's limit, by the access log's times. */
function clustered(facts: Facts): Weight | null {
  const timed = closures(facts).filter((event) => typeof event.fields['seconds'] === 'number');
  for (const { pool, seconds: limit, setting } of terminateTimeouts(facts)) {
    if (limit <= 0) continue;
    const beat = pool.heartbeatSeconds ?? limit / 3;
    const near = timed.filter(
      (event) => Number(event.fields['seconds']) >= limit - 0.5 && Number(event.fields['seconds']) <= limit + beat + 1,
    );
    if (near.length === 0 || near.length * 2 < timed.length) continue;
    const weight = weightOf('effect', near, { limit, count: near.length }, 0.06);
    return { ...weight, lines: [...weight.lines.slice(0, 3), ...settingLines(facts, setting)] };
  }
  return null;
}

/** The configs say whether FPM could have done it at all. */
function bare(facts: Facts): Weight | null {
  const limits = terminateTimeouts(facts);
  const lines = limits.flatMap(({ setting }) => settingLines(facts, setting));
  const covered = poolLogCovers(facts);
  const read = Math.max(0, ...facts.paths.map((path) => numberOf(readTimeout(path)) ?? 0));
  if (limits.length > 0 && limits.every(({ seconds: limit }) => limit <= 0))
    return bareClosure(facts, -0.14, [], lines);
  if (covered) return bareClosure(facts, -0.14);
  const bounded = limits.filter(({ seconds: limit }) => limit > 0);
  if (bounded.length === 0) return bareClosure(facts, 0.06);
  return bareClosure(facts, bounded.some(({ seconds: limit }) => read === 0 || limit < read) ? 0.12 : 0, lines);
}
