import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'A read timeout of 0',
  why: 'To nginx 0 is not "unlimited": the timer fires at once and every request is answered 504.',
  source: 'ngx_http_upstream.c; observed on nginx 1.22',
};

export const readTimeoutZero: Rule = {
  name: 'read-timeout-zero',
  messages: { zero: '{name} 0 is not unlimited: nginx answers 504 at once.' },
  check: (input) => gapsOf(input, 'read-timeout-zero'),
};
