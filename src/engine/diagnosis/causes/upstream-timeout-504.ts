import type { Cause } from '../weighing.ts';
import { answeredWith } from '../facts/answers.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { numberOf, readTimeout } from '../facts/limits.ts';
import { idlePools } from '../facts/pool-load.ts';
import { weightOf, word } from '../facts/signs.ts';
import { throttlingOf, throttlingPhrase } from '../facts/throttling.ts';

/** The backend was still at work, or the request still queued, when nginx's read timeout ended (ngx_http_upstream.c: 110). */
export const upstreamTimeout504: Cause = {
  id: 'upstream-timeout-504',
  harm: 'gateway',
  explains: [
    'nginx.read-header-timeout',
    'nginx.read-body-timeout',
    'nginx.send-timeout',
    'access.504-read',
    'access.504-other',
    'nginx.upstream-disabled',
    'nginx.no-live-upstreams',
  ],
  asks: ['fpm-log', 'fpm-status', 'slow-log', 'backend-log', 'nginx-config', 'error-log'],
  weigh(facts) {
    const late = facts.events(
      'nginx.read-header-timeout',
      'nginx.read-body-timeout',
      'nginx.send-timeout',
      'access.504-read',
    );
    if (late.length === 0) {
      const some = facts.events('access.504-other');
      if (some.length > 0) return weightOf('effect', some, {}, -0.05);
      const answered = answeredWith(facts, 504);
      return answered.length > 0 ? weightOf('bare', answered, {}, 0.2) : null;
    }
    const timeouts = facts.paths.map(readTimeout).filter((setting) => setting !== undefined);
    const written = settingLines(facts, ...timeouts);
    const shortest = Math.min(...timeouts.flatMap((setting) => numberOf(setting) ?? []));
    const runs = facts
      .events('fpm.terminated-by-timeout', 'fpm.slow-request')
      .filter((event) => Number(event.fields['seconds'] ?? 0) > shortest);
    if (Number.isFinite(shortest) && runs.length > 0) {
      const weight = weightOf(
        'mechanism',
        late,
        { timeout: shortest, run: Number(runs[0]?.fields['seconds'] ?? 0) },
        -0.06,
      );
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...linesOf(runs, 2), ...written.slice(0, 1)] };
    }
    const throttled = throttlingOf(facts);
    const weight = weightOf(
      'effect',
      late,
      {
        ...(Number.isFinite(shortest) ? { timeout: shortest } : {}),
        ...(throttled === null ? {} : { throttled: throttled.share }),
      },
      idlePools(facts).length > 0 || throttled !== null ? 0.06 : 0,
    );
    return { ...weight, lines: [...weight.lines, ...(throttled?.lines ?? []), ...written.slice(0, 1)] };
  },
  sentence(args) {
    const limit =
      args['timeout'] === undefined ? 'the read timeout' : `the read timeout of ${word(args, 'timeout', '')} s`;
    return args['run'] === undefined
      ? `The backend sent nothing before ${limit} ended: the request is slow, or it waited for a free worker.${throttlingPhrase(args['throttled'])}`
      : `The request runs longer than ${limit} allows, so nginx answered 504 while PHP went on for nobody.`;
  },
};
