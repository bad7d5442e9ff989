import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Time limits in the wrong order',
  why:
    'max_execution_time + hard_timeout must lie below request_terminate_timeout, and request_terminate_timeout + heartbeat below ' +
    'nginx’s read timeout. Else nginx answers 504 while the worker runs on for nobody, or FPM kills a script (502, no message) ' +
    'that PHP would have ended with a 500 and a line number. FPM looks only every third of its smallest timeout, so it kills ' +
    'anywhere between T and T + heartbeat.',
  source: 'fpm_process_ctl.c (heartbeat), fpm_request.c, ngx_http_upstream.c',
};

export const timeoutOrder: Rule = {
  name: 'timeout-order',
  messages: {
    'read-below-terminate':
      '{name} is {current} s, but PHP-FPM lets requests of pool {pool} run up to {terminate} s: nginx answers 504 first and the worker runs on for nobody.',
    'read-within-heartbeat':
      '{name} is {current} s; PHP-FPM checks request_terminate_timeout = {terminate} s only every {heartbeat} s, so nginx may give up before the worker is ended.',
    'execution-above-terminate':
      'max_execution_time {execution} s + hard_timeout {hard} s is not below request_terminate_timeout = {current} s: PHP-FPM kills the script before PHP can report it.',
    'terminate-above-read':
      'request_terminate_timeout of pool {pool} is {current} s, far above the longest legitimate request ({longest} s) and above {name} = {read} s.',
  },
  check: (input) => gapsOf(input, 'timeout-order'),
};
