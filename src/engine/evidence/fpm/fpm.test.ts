import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import { readEvidence } from '../read.ts';

const read = (text: string, kind: DocumentKind = 'fpm-log') =>
  readEvidence([{ path: 'php-fpm.log', kind, text: text as Redacted, recognisedBy: 'test' }]);
const AT = '[15-Jan-2024 03:47:22]';

describe('php-fpm.log', () => {
  it.each([
    [
      'WARNING: [pool www] server reached pm.max_children setting (5), consider raising it',
      'fpm.max-children',
      { pool: 'www', limit: 5, pm: 'dynamic' },
    ],
    [
      'WARNING: [pool www] server reached max_children setting (2), consider raising it',
      'fpm.max-children',
      { limit: 2, pm: 'ondemand' },
    ],
    [
      "WARNING: The maximum number of processes has been reached. Please review your configuration and consider raising 'process.max'",
      'fpm.process-max',
      {},
    ],
    [
      'WARNING: [pool www] seems busy (you may need to increase pm.start_servers, or pm.min/max_spare_servers), spawning 8 children, there are 0 idle, and 2 total children',
      'fpm.seems-busy',
      { spawning: 8, idle: 0, total: 2 },
    ],
    [
      'WARNING: [pool www] child 812, script \'/srv/a.php\' (request: "GET /a.php") executing too slow (10.277859 sec), logging',
      'fpm.slow-request',
      { seconds: 10.277859, script: '/srv/a.php' },
    ],
    [
      'WARNING: [pool www] child 812, script \'/srv/a.php\' (request: "GET /a.php?t=4") execution timed out (2.605809 sec), terminating',
      'fpm.terminated-by-timeout',
      { request: 'GET /a.php?t=4', pid: 812 },
    ],
    [
      'WARNING: [pool www] child 812 exited on signal 11 (SIGSEGV - core dumped) after 0.063264 seconds from start',
      'fpm.exited-signal',
      { signal: 11 },
    ],
    [
      'WARNING: [pool www] child 812 exited with code 124 after 3.060166 seconds from start',
      'fpm.exited-code',
      { code: 124 },
    ],
    ['NOTICE: [pool www] child 812 exited with code 0 after 60.060072 seconds from start', 'fpm.child-recycled', {}],
    [
      'WARNING: failed processes threshold (2 in 10 sec) is reached, initiating reload',
      'fpm.emergency-restart',
      { limit: 2, within: 10 },
    ],
    [
      'WARNING: [pool www] child 812 said into stderr: "ERROR: Connection disallowed: IP address \'10.0.0.9\' has been dropped."',
      'fpm.connection-disallowed',
      { client: '10.0.0.9' },
    ],
    [
      'WARNING: [pool www] child 812 said into stderr: "mmap() failed: [12] Cannot allocate memory"',
      'fpm.mmap-failed',
      {},
    ],
    [
      'WARNING: [pool www] child 812 said into stderr: "NOTICE: PHP message: PHP Fatal error:  Uncaught Error: x in /srv/a.php:2"',
      'php.fatal',
      { script: '/srv/a.php' },
    ],
    [
      'WARNING: [pool www] child 812 said into stderr: "Fatal error: Maximum execution time of 1+2 seconds exceeded (terminated) in /srv/hash.php on line 4"',
      'php.hard-timeout',
      { limit: 1 },
    ],
    ['WARNING: [pool www] child 812 said into stderr: "hello"', 'fpm.child-stderr', {}],
    [
      "ERROR: unable to bind listening socket for address '127.0.0.1:9000': Address already in use (98)",
      'fpm.bind-failed',
      { errno: 98, address: '127.0.0.1:9000' },
    ],
    ['ERROR: Another FPM instance seems to already listen on /run/php.sock', 'fpm.another-instance', {}],
    ["ERROR: [/etc/php/8.2/fpm/pool.d/www.conf:3] unknown entry 'process_control_timeout'", 'fpm.config-error', {}],
    [
      'ALERT: [pool www] pm.start_servers(9) must not be less than pm.min_spare_servers(1) and not greater than pm.max_spare_servers(3)',
      'fpm.config-error',
      {},
    ],
    ['ERROR: FPM initialization failed', 'fpm.init-failed', {}],
    ['ERROR: failed to prepare the stderr pipe: Too many open files (24)', 'fpm.fd-exhausted', { errno: 24 }],
    ['NOTICE: ready to handle connections', 'fpm.started', {}],
    ['NOTICE: Reloading in progress ...', 'fpm.reloading', {}],
    ['NOTICE: Terminating ...', 'fpm.terminating', {}],
    ['NOTICE: Finishing ...', 'fpm.finishing', {}],
    ['NOTICE: exiting, bye-bye!', 'fpm.exited', {}],
    ['NOTICE: fpm is running, pid 811', 'fpm.other', {}],
  ])('"%s" is %s', (words, signature, fields) => {
    const evidence = read(`${AT} ${words}\n`);
    expect([...evidence.counts.keys()]).toEqual([signature]);
    expect(evidence.events[0]?.fields).toMatchObject(fields);
    expect(evidence.events[0]?.at).toBe(Date.UTC(2024, 0, 15, 3, 47, 22) / 1000);
  });

  it('keeps every signal apart, however many of another came before', () => {
    const exit = (signal: number) =>
      `${AT} WARNING: [pool www] child 812 exited on signal ${signal} (X) after 1.0 seconds from start\n`;
    const evidence = read(exit(15).repeat(500) + exit(9) + exit(15).repeat(500));
    expect(evidence.counts.get('fpm.exited-signal')?.count).toBe(1001);
    expect(evidence.events.map((event) => event.fields['signal'])).toContain(9);
  });

  it('takes the longest run from slow and terminated requests, not from idle connections', () => {
    const run = (seconds: string, script: string) =>
      `${AT} WARNING: [pool www] child 1, script '${script}' (request: "GET /a") executing too slow (${seconds} sec), logging\n`;
    expect(read(run('31.5', '/srv/a.php') + run('99.5', '')).longestRunSeconds).toBe(31.5);
  });

  it('reads its syslog form inside a journal', () => {
    const evidence = read(
      'Jan 15 03:47:22 web php-fpm8.2[811]: [WARNING] [pool www] server reached pm.max_children setting (5), consider raising it\n',
      'unknown',
    );
    expect([...evidence.counts.keys()]).toEqual(['fpm.max-children']);
  });
});
