/** What PHP says of itself, wherever it is logged: own error log, `FastCGI sent in stderr`, a child's stderr. */
export interface PhpMessage {
  readonly pattern: RegExp;
  readonly signature: string;
  /** Names of the numbers that the groups hold. */
  readonly numbers?: readonly string[];
  /** The words tell it alone; otherwise the text must begin with PHP's own label. */
  readonly alone?: true;
}

/** Zend/zend_alloc.c, Zend/zend_execute_API.c, main/SAPI.c, main/main.c, sapi/fpm/fpm/fpm_main.c */
export const PHP_MESSAGES = [
  {
    pattern: /Allowed memory size of (\d{1,20}) bytes exhausted(?:\s{1,4}\(tried to allocate (\d{1,20}) bytes\))?/,
    signature: 'php.memory-limit',
    numbers: ['limit', 'bytes'],
    alone: true,
  },
  {
    pattern: /Maximum execution time of (\d{1,10})\+\d{1,10} seconds? exceeded \(terminated\)/,
    signature: 'php.hard-timeout',
    numbers: ['limit'],
    alone: true,
  },
  {
    pattern: /Maximum execution time of (\d{1,10}) seconds? exceeded/,
    signature: 'php.max-execution-time',
    numbers: ['limit'],
    alone: true,
  },
  {
    pattern: /POST Content-Length of (\d{1,20}) bytes exceeds the limit of (\d{1,20}) bytes/,
    signature: 'php.post-too-large',
    numbers: ['bytes', 'limit'],
    alone: true,
  },
  { pattern: /Primary script unknown/, signature: 'php.script-unknown', alone: true },
  {
    pattern: /has been denied \(see security\.limit_extensions\)/,
    signature: 'php.extension-denied',
    alone: true,
  },
  { pattern: /Unable to open primary script/, signature: 'php.script-unreadable', alone: true },
  {
    pattern:
      /(?:unable|failed) to (?:acquire|obtain) (?:session )?lock|session lock (?:timeout|timed out|failed|not acquired)|session_start\(\): Unable to (?:acquire|obtain)|(?:could not|cannot|can't|unable to|failed to) (?:acquire|obtain|get|clear|release) (?:the |a )?session lock/i,
    signature: 'php.session-lock',
    alone: true,
  },
  { pattern: /(?:PHP )?(?:Fatal|Parse|Recoverable fatal|Compile|Core) error: /, signature: 'php.fatal' },
  { pattern: /PHP (?:Warning|Notice|Deprecated|Strict Standards|User \w{1,12}|Startup): /, signature: 'php.warning' },
] as const satisfies readonly PhpMessage[];

/** Where the fatal message says it happened. */
export const PHP_PLACE = / in (\/?[^\s:"\\]{1,300}\.\w{2,6})(?: on line |:)(\d{1,7})/;
