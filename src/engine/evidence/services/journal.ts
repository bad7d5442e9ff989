import { wordingReader, type Wording } from '../patterns.ts';

/** Units of the web's own stack; other units come and go on every healthy machine. */
const OWN =
  /nginx|php|fpm|uwsgi|gunicorn|unicorn|puma|node|tomcat|java|httpd|apache|mysql|mariadb|postgres|redis|memcached|docker|haproxy|varnish|high performance web server/i;
const HOUSEKEEPING = /sessionclean|logrotate/;
const UNIT = String.raw`(?<service>[^\s:]+\.service)`;
const of = (words: string): RegExp => new RegExp(`^${UNIT}: ${words}`);

/** systemd (src/core/service.c, unit.c), upstart, supervisord, uwsgi (core/master_checks.c), kubelet, Docker. */
const WORDINGS: readonly Wording[] = [
  { pattern: of('A process of this unit has been killed by the OOM killer'), signature: 'kernel.oom-kill' },
  { pattern: of("Failed with result '(?<result>oom-kill)'"), signature: 'service.failed' },
  {
    pattern: of('Main process exited, code=(?:killed|dumped), status=(?<signal>\\d{1,3})/'),
    signature: 'service.failed',
  },
  { pattern: of('Main process exited, code=exited, status=(?<code>[1-9]\\d{0,2})'), signature: 'service.failed' },
  { pattern: of("Failed with result '(?<result>[\\w-]{1,40})'"), signature: 'service.failed' },
  { pattern: of('Scheduled restart job, restart counter is at (?<count>\\d{1,8})'), signature: 'service.restarted' },
  { pattern: of('Start request repeated too quickly'), signature: 'service.failed' },
  { pattern: of('Deactivated successfully'), signature: 'service.inactive' },
  { pattern: new RegExp(`^(?:Started|Reloaded) ${UNIT}`), signature: 'service.active' },
  { pattern: new RegExp(`^Stopped ${UNIT}`), signature: 'service.inactive' },
  { pattern: new RegExp(`^Failed to start ${UNIT}`), signature: 'service.failed' },
  {
    pattern: /^Started (?<service>(?:The )?PHP|nginx|A high performance web server)/i,
    signature: 'service.active',
  },
  {
    pattern: /^Stopped (?<service>(?:The )?PHP|nginx|A high performance web server)/i,
    signature: 'service.inactive',
  },
  {
    pattern: /^Failed to start (?<service>(?:The )?PHP|nginx|A high performance web server)/i,
    signature: 'service.failed',
  },
  {
    pattern:
      /exited: (?<service>[\w.:-]{1,60}) \((?:exit status (?<code>\d{1,3})|terminated by SIG(?<result>\w{2,8})).{0,20}not expected/,
    signature: 'service.failed',
  },
  {
    pattern: /\bINFO stopped: (?<service>[\w.:-]{1,60}) \((?:exit status|terminated by) /,
    signature: 'service.inactive',
  },
  { pattern: /\bsuccess: (?<service>[\w.:-]{1,60}) entered RUNNING state/, signature: 'service.active' },
  { pattern: /\bgave up: (?<service>[\w.:-]{1,60}) entered FATAL state/, signature: 'service.failed' },
  {
    pattern:
      /^(?:init: )?(?<service>[\w.-]{1,60}) main process \(\d{1,10}\) (?:terminated with status (?<code>\d{1,3})|killed by (?<result>\w{2,12}) signal)/,
    signature: 'service.failed',
  },
  { pattern: /^(?:init: )?(?<service>[\w.-]{1,60}) respawning too fast, stopped/, signature: 'service.failed' },
  { pattern: /^Job for (?<service>[\w.@-]{2,80}\.service) failed /, signature: 'service.failed' },
  // Zend/zend_alloc.c, on whatever stderr the process has
  { pattern: /^mmap\(\) failed: \[12\]/, signature: 'fpm.mmap-failed' },
  { pattern: /^zend_mm_heap corrupted$/, signature: 'fpm.child-stderr' },
  {
    pattern: /\buWSGI listen queue of socket .{1,120} full !!! \((?<queued>\d{1,6})\/(?<backlog>\d{1,6})\)/,
    signature: 'sockets.queue-full',
  },
  { pattern: /HARAKIRI ON WORKER (?<worker>\d{1,5}) \(pid: (?<pid>\d{1,10})[,)]/i, signature: 'uwsgi.harakiri' },
  { pattern: /HARAKIRI \[core/, signature: null },
  {
    pattern:
      /DAMN ! worker (?<worker>\d{1,5}) \(pid: (?<pid>\d{1,10})\) died(?:, killed by signal (?<signal>\d{1,3}))?/,
    signature: 'uwsgi.worker-died',
  },
  { pattern: /\[CRITICAL\] WORKER TIMEOUT \(pid: ?(?<pid>\d{1,10})\)/, signature: 'uwsgi.harakiri' },
  // unicorn (http_server.rb) counts and kills as gunicorn's arbiter does
  {
    pattern: /ERROR -- : worker=\d{1,4} PID:(?<pid>\d{1,10}) timeout \(\d{1,6}s > \d{1,6}s\), killing/,
    signature: 'uwsgi.harakiri',
  },
  {
    pattern: /: reaped #<Process::Status: pid (?<pid>\d{1,10}) SIG\w{2,6} \(signal (?<signal>\d{1,2})\)/,
    signature: 'uwsgi.worker-died',
  },
  {
    pattern: /Worker \(pid: ?(?<pid>\d{1,10})\) was (?:sent|terminated due to signal) (?:SIG)?(?<signal>\w{1,8})/,
    signature: 'uwsgi.worker-died',
  },
  { pattern: /(?:Back-off restarting failed container|CrashLoopBackOff)/, signature: 'service.failed' },
  // node, gunicorn, uvicorn, Flask, Next, .NET, `php artisan serve` of their own address
  {
    pattern:
      /\b(?:listening|running|started|ready|available)(?: (?:on|at|started at|now on))?:? {0,2}\[?(?:https?|tcp):\/\/(?<address>\[?[\w.:*-]{1,80}?\]?:\d{2,5})\b/i,
    signature: 'sockets.listening',
    fields: { process: 'application' },
  },
];

/** Reads what service managers and process managers of other backends log. */
export const journalReader = wordingReader(WORDINGS, ({ fields }) => {
  const { service } = fields;
  return service === undefined || (OWN.test(String(service)) && !HOUSEKEEPING.test(String(service)));
});
