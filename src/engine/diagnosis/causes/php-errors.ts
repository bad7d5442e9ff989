import { answeredWith } from '../facts/answers.ts';
import type { Cause } from '../weighing.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';

/** Connections that the server behind PHP refused, dropped or had no room for, in the words of its clients. */
const DATABASE =
  /SQLSTATE\[(?:HY000|08\w{3})\] \[(?:1040|1203|1226|2002|2003|2006|2013|7)\]|[Tt]oo many connections|server has gone away|RedisException|remaining connection slots/;

/** PHP's own fatal errors answer 500 (200 with display_errors) and leave the worker alive; they are never a 502 (FACTS 1.4). */
export const phpFatal: Cause = {
  id: 'php-fatal',
  harm: 'application',
  explains: ['access.500', 'access.backend-own-error', 'nginx.fastcgi-stderr'],
  asks: ['php-log', 'error-log'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: ['php.fatal'] });
    if (seen !== null) {
      const refused = facts.events('php.fatal').filter(({ text }) => DATABASE.test(text));
      return refused.length > 0 ? { ...seen, args: { ...seen.args, database: 'yes' } } : seen;
    }
    const answered = [...facts.events('access.500'), ...answeredWith(facts, 500)];
    return answered.length > 0 ? weightOf('bare', answered, {}, 0.1) : null;
  },
  sentence: (args) =>
    args['database'] === 'yes'
      ? 'PHP stopped with a fatal error and answered 500 because it got no connection to the database or the cache: look at that server and its limit of connections first.'
      : args['message'] === undefined && args['script'] === undefined
        ? 'PHP stopped with a fatal error and answered 500: the code must be fixed, no server setting cures it.'
        : `PHP stopped with a fatal error (${word(args, 'message', String(args['script']))}) and answered 500: the code must be fixed.`,
};

export const memoryLimit: Cause = {
  id: 'memory-limit',
  harm: 'application',
  explains: ['access.500', 'access.backend-own-error', 'nginx.fastcgi-stderr'],
  asks: ['php-log'],
  weigh: (facts) => bySigns(facts, { mechanism: ['php.memory-limit'] }),
  sentence: (args) =>
    `A request used more than memory_limit${args['limit'] === undefined ? '' : ` (${word(args, 'limit', '')} bytes)`}: PHP ended it with a fatal error and a 500; the worker survived, no OOM kill.`,
};

/** ITIMER_PROF: CPU time on NTS builds, so waiting does not count (FACTS 1.3). */
export const maxExecutionTime: Cause = {
  id: 'max-execution-time',
  harm: 'application',
  explains: ['access.500', 'access.backend-own-error', 'nginx.fastcgi-stderr'],
  asks: ['php-log'],
  weigh(facts) {
    const weight = bySigns(facts, { mechanism: ['php.max-execution-time'] });
    if (weight !== null) return weight;
    const hard = facts.events('php.hard-timeout');
    return hard.length > 0 ? weightOf('effect', hard) : null;
  },
  sentence: (args) =>
    `A script used up max_execution_time${args['limit'] === undefined ? '' : ` (${word(args, 'limit', '')} s)`}, which counts CPU time on ordinary builds, and PHP answered 500.`,
};
