import type { Cause } from '../weighing.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';
import { answeredWith } from '../facts/answers.ts';
import { settingLines } from '../facts/lines.ts';
import { settingOnAnyPath } from '../facts/limits.ts';

export const bodyTooLarge: Cause = {
  id: 'body-too-large',
  harm: 'request',
  explains: ['nginx.body-too-large', 'php.post-too-large', 'access.413'],
  asks: ['error-log', 'nginx-config'],
  weigh(facts) {
    const weight = bySigns(facts, {
      mechanism: ['nginx.body-too-large', 'php.post-too-large'],
      effect: ['access.413'],
    });
    if (weight === null) {
      const answered = answeredWith(facts, 413);
      return answered.length > 0 ? weightOf('effect', answered, {}, -0.06) : null;
    }
    const php = facts.count('php.post-too-large') > 0 && facts.count('nginx.body-too-large') === 0;
    const lines = settingLines(
      facts,
      settingOnAnyPath(facts, 'client_max_body_size'),
      settingOnAnyPath(facts, 'post_max_size'),
    );
    return { ...weight, lines: [...weight.lines, ...lines], args: { ...weight.args, ...(php ? { php: 'yes' } : {}) } };
  },
  sentence(args) {
    const size = args['bytes'] === undefined ? '' : ` of ${word(args, 'bytes', '')} bytes`;
    return args['php'] === 'yes'
      ? `A request body${size} exceeds post_max_size: PHP drops it and runs the script with an empty $_POST.`
      : `A request body${size} exceeds client_max_body_size: nginx answered 413.`;
  },
};

export const rateLimited: Cause = {
  id: 'rate-limited',
  harm: 'request',
  explains: ['nginx.limit-req', 'nginx.limit-conn', 'access.503', 'access.429'],
  asks: ['error-log', 'nginx-config'],
  weigh(facts) {
    const limits = facts
      .events('nginx.limit-req', 'nginx.limit-conn')
      .filter((event) => !/\bdelaying request/.test(event.text));
    if (limits.length > 0)
      return weightOf('mechanism', limits, { count: facts.count('nginx.limit-req', 'nginx.limit-conn') });
    return bySigns(facts, { effect: ['access.429'], bare: ['access.503'] });
  },
  sentence: () => 'nginx itself refused requests by limit_req or limit_conn; the backend was not asked.',
};

export const redirectCycle: Cause = {
  id: 'redirect-cycle',
  harm: 'application',
  explains: ['nginx.redirect-cycle', 'access.500'],
  asks: ['nginx-config', 'error-log'],
  weigh: (facts) => bySigns(facts, { mechanism: ['nginx.redirect-cycle'] }),
  sentence: (args) =>
    `A rewrite, try_files or error_page leads back to itself${args['uri'] === undefined ? '' : ` (${word(args, 'uri', '')})`}: nginx answered 500.`,
};

/** Always secondary: something marked every server as failed before (ngx_http_upstream_round_robin.c). */
export const noLiveUpstreams: Cause = {
  id: 'no-live-upstreams',
  harm: 'gateway',
  explains: ['nginx.no-live-upstreams', 'nginx.upstream-disabled', 'access.502-no-peer'],
  asks: ['error-log-before', 'nginx-config', 'listeners', 'fpm-log'],
  weigh: (facts) =>
    bySigns(facts, { bare: ['nginx.no-live-upstreams', 'access.502-no-peer', 'nginx.upstream-disabled'] }),
  sentence: () =>
    'Every server of the upstream was marked as failed; what made them fail stands in the error log shortly before, and is not in the evidence.',
};
