import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'No request_terminate_timeout',
  why:
    'request_terminate_timeout = 0 means off (it inherits nothing). After a 504 the worker goes on executing the abandoned ' +
    'request; max_execution_time does not end it while it waits for a database or a socket. A limit is only set where the ' +
    'longest legitimate request is stated: one guessed would kill good requests.',
  source: 'fpm_conf.c, fpm_request.c; Zend/zend_execute_API.c (ITIMER_PROF)',
};

export const terminateTimeoutOff: Rule = {
  name: 'terminate-timeout-off',
  messages: {
    off: 'Pool {pool} sets no request_terminate_timeout: a request that waits is never ended, also after nginx has answered 504.',
    unbounded:
      'Pool {pool} sets no request_terminate_timeout: with a longest legitimate request of {longest} s, {planned} s bounds what is abandoned.',
  },
  check: (input) => gapsOf(input, 'terminate-timeout-off'),
};
