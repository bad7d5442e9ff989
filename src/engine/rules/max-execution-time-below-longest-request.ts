import { gapsOf } from './ladder/ladder.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'max_execution_time ends legitimate requests',
  why:
    'It counts CPU time on usual (NTS) builds and wall time on ZTS builds since 8.3. When it fires the answer is a 500 with ' +
    '"Maximum execution time … exceeded"; inside one long internal call hard_timeout ends the worker two seconds later with code 124 (502).',
  source: 'Zend/zend_execute_API.c, Zend/zend_max_execution_timer.c',
};

export const maxExecutionTimeBelowLongestRequest: Rule = {
  name: 'max-execution-time-below-longest-request',
  messages: {
    below: 'max_execution_time is {current} s, below the longest legitimate request of {longest} s.',
    ended: 'PHP ended scripts after max_execution_time = {current} s; requests up to {longest} s are to live.',
  },
  check: (input) => gapsOf(input, 'max-execution-time-below-longest-request'),
};
