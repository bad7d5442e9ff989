import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'nginx gives up before the longest legitimate request is done',
  why:
    'The read timeout is the longest silence between two reads; a script that answers at its end is silent all the time, and ' +
    'the wait in the listen queue counts too. nginx then answers 504 while PHP-FPM goes on executing.',
  source: 'ngx_http_upstream.c (ngx_http_upstream_process_header, read timer)',
};

export const readTimeoutBelowLongestRequest: Rule = {
  name: 'read-timeout-below-longest-request',
  messages: {
    below: '{name} of {location} is {current} s, below the longest legitimate request of {longest} s.',
    'timed-out':
      '{name} of {location} is {current} s and requests ran into it; requests up to {longest} s are to live.',
  },
  check: (input) => gapsOf(input, 'read-timeout-below-longest-request'),
};
