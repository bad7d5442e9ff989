import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'request_terminate_timeout ends legitimate requests',
  why:
    'PHP-FPM sends SIGTERM to the worker; nginx logs "recv() failed (104: Connection reset by peer)" and answers 502. ' +
    'PHP leaves no message and runs no shutdown functions.',
  source: 'fpm_request.c (fpm_request_check_timed_out), fpm_process_ctl.c',
};

export const terminateBelowLongestRequest: Rule = {
  name: 'terminate-below-longest-request',
  messages: {
    below:
      'request_terminate_timeout of pool {pool} is {current} s, below the longest legitimate request of {longest} s.',
    terminated:
      'PHP-FPM ended requests of pool {pool} after request_terminate_timeout = {current} s; requests up to {longest} s are to live.',
    follows:
      'request_terminate_timeout of pool {pool} ({current} s) must stay above max_execution_time + hard_timeout.',
  },
  check: (input) => gapsOf(input, 'terminate-below-longest-request'),
};
