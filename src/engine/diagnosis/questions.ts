import type { CauseId } from './cause.ts';

export type QuestionId = keyof typeof QUESTIONS;

export interface Question {
  /** Kinds of documents that answer it; at hand: not asked again. */
  readonly answeredBy: readonly string[];
  /** Asks PHP-FPM: pointless where the failing requests went to another kind of backend. */
  readonly ofPhp?: true;
  readonly what: string;
  readonly command: string;
  readonly lookFor: string;
  /** Causes between which the answer decides. */
  readonly separates: readonly CauseId[];
}

/** Everything that diagnosis can ask for: read-only commands, and what each outcome would mean. */
export const QUESTIONS = {
  'error-log': {
    answeredBy: ['nginx-error-log'],
    what: "nginx's error log{moment}",
    command: 'tail -n 300 /var/log/nginx/error.log',
    lookFor:
      'the line of the failing second: connect() with 111, 2, 13 or 11 means the backend was not reached; 104 or "prematurely closed" means it died; 110 means it was slow; "too big header" names itself',
    separates: [
      'backend-down',
      'wrong-address',
      'socket-missing',
      'socket-permission',
      'backlog-full',
      'header-too-big',
      'upstream-timeout-504',
      'upstream-invalid-header',
      'no-live-upstreams',
      'front-proxy',
      'backend-own-error',
      'worker-terminated-by-timeout',
      'worker-killed-oom',
      'body-too-large',
    ],
  },
  'error-log-before': {
    answeredBy: [],
    what: "nginx's error log{moment} and of the seconds before, without a filter",
    command: 'tail -n 2000 /var/log/nginx/error.log',
    lookFor:
      'the first failing line within fail_timeout (10 s) before "no live upstreams": connect() or "timed out" names what made the servers fail',
    separates: ['no-live-upstreams'],
  },
  'access-log': {
    answeredBy: ['nginx-access-log'],
    what: "nginx's access log{moment}, with $upstream_status and the upstream times if the format has them",
    command: "grep -E '\" (499|50[0-9]) ' /var/log/nginx/access.log | tail -n 200",
    lookFor:
      'whether the failing request is there at all (absent: something in front made the error), and how long it ran: 0.000 s, a constant number of seconds, or any',
    separates: [
      'front-proxy',
      'keepalive-race',
      'client-abort-499',
      'worker-terminated-by-timeout',
      'backend-own-error',
    ],
  },
  'fpm-log': {
    answeredBy: ['fpm-log'],
    ofPhp: true,
    what: 'php-fpm.log{moment}',
    command:
      "grep -hE 'exited on|exited with|timed out|max_children|processes has been|seems busy|Reloading|Terminating|Finishing|disallowed|ERROR|ALERT|ready' /var/log/php*fpm*.log /var/log/php-fpm/*.log | tail -n 200",
    lookFor:
      '"execution timed out … terminating" is request_terminate_timeout; "exited on signal 9" a kill (then the kernel log); "signal 11" a crash; "Reloading" or "Terminating" in that second a restart; "max_children" a full pool; "disallowed" listen.allowed_clients; nothing at all: not the workers',
    separates: [
      'worker-terminated-by-timeout',
      'worker-killed-oom',
      'worker-killed-signal',
      'worker-crash-segv',
      'reload-in-flight',
      'allowed-clients',
      'pool-exhausted',
      'spawn-limited',
      'fpm-config-error',
      'crash-loop',
      'upstream-timeout-504',
    ],
  },
  'kernel-log': {
    answeredBy: ['kernel-log'],
    what: 'the kernel log{moment}',
    command: "journalctl -k --no-pager | grep -iE 'out of memory|oom|killed process|segfault|traps:' | tail -n 50",
    lookFor:
      '"Killed process N (php-fpm…)" is the OOM killer; "segfault at" or "traps:" a crash and its library; neither: somebody sent the signal',
    separates: ['worker-killed-oom', 'worker-killed-signal', 'worker-crash-segv'],
  },
  'pool-config': {
    answeredBy: ['fpm'],
    ofPhp: true,
    what: 'the pool file',
    command:
      "grep -rhE '^ *(\\[|listen|user|group|pm|request_|process_control)' /etc/php/*/fpm/pool.d /etc/php-fpm.d /usr/local/etc/php-fpm.d",
    lookFor:
      '`listen` must be, character for character, what fastcgi_pass says; listen.owner and listen.mode must admit the user of nginx; request_terminate_timeout and pm.* bound the run time and the number of workers',
    separates: [
      'wrong-address',
      'socket-missing',
      'backend-down',
      'socket-permission',
      'allowed-clients',
      'worker-terminated-by-timeout',
      'protocol-mismatch',
      'keepalive-pins-workers',
    ],
  },
  'nginx-config': {
    answeredBy: ['nginx'],
    what: 'the whole nginx configuration',
    command: 'nginx -T',
    lookFor: 'the pass directive and upstream block of the failing location, its timeouts, buffers and keepalive',
    separates: ['wrong-address', 'keepalive-race', 'protocol-mismatch', 'keepalive-pins-workers', 'header-too-big'],
  },
  listeners: {
    answeredBy: ['sockets'],
    what: 'who listens, and how full each queue is',
    command: 'ss -lntxp',
    lookFor:
      'the address that nginx uses: absent means the backend is down or listens elsewhere; Recv-Q at or above Send-Q means its queue is full',
    separates: ['backend-down', 'wrong-address', 'socket-missing', 'backlog-full', 'connect-timeout', 'pool-exhausted'],
  },
  overflows: {
    answeredBy: ['sockets'],
    what: "the kernel's count of overflowed listen queues",
    command: 'netstat -s | grep -iE "listen|overflow"',
    lookFor: 'a count of "listen queue … overflowed" that grows while requests fail: the backlog is full',
    separates: ['backlog-full', 'connect-timeout', 'selinux-firewall'],
  },
  service: {
    answeredBy: ['services', 'journal'],
    ofPhp: true,
    what: 'the state of the service',
    command: "systemctl status 'php*-fpm' --no-pager --lines 30",
    lookFor:
      '"inactive" or "failed": it must be started, and the lines below say why it stopped; "active": look at the address',
    separates: ['backend-down', 'fpm-config-error', 'wrong-address', 'crash-loop', 'reload-in-flight'],
  },
  'fpm-status': {
    answeredBy: ['fpm-status'],
    ofPhp: true,
    what: "the pool's status page",
    command: "curl -s 'http://127.0.0.1/fpm-status?full'",
    lookFor:
      'active = total with a listen queue above 0 means the pool is full; idle workers mean the request itself is slow; many "Reading headers" mean keep-alive connections pin the workers',
    separates: ['pool-exhausted', 'upstream-timeout-504', 'keepalive-pins-workers', 'spawn-limited'],
  },
  'slow-log': {
    answeredBy: ['fpm-slow-log'],
    ofPhp: true,
    what: "the pool's slow log (needs request_slowlog_timeout and slowlog in the pool)",
    command: 'tail -n 300 /var/log/php*slow*.log /var/log/php-fpm/*slow*.log',
    lookFor:
      'the first frame of each stack: the same database, HTTP or session call everywhere is the cause; different frames mean the code or the CPU',
    separates: ['slow-dependency', 'session-lock', 'upstream-timeout-504', 'pool-exhausted'],
  },
  processes: {
    answeredBy: ['processes'],
    ofPhp: true,
    what: 'the workers and what they do',
    command:
      'ps -o pid,stat,wchan:20,rss,etime,time,args -C php-fpm,php-fpm7.4,php-fpm8.1,php-fpm8.2,php-fpm8.3,php-fpm8.4',
    lookFor:
      'as many workers as pm.max_children, all busy: the pool is full; state D: they wait for a disk or NFS; none: it is down',
    separates: ['pool-exhausted', 'backend-down', 'slow-dependency'],
  },
  selinux: {
    answeredBy: ['security'],
    what: 'denials by SELinux',
    command: 'ausearch -m avc -ts today | grep -E "nginx|httpd|php-fpm"',
    lookFor:
      '"denied { name_connect }" or "{ connectto }" for nginx: a policy forbids it; nothing: look at the owner, the mode and the routes',
    separates: ['selinux-firewall', 'socket-permission', 'temp-dir-permission'],
  },
  firewall: {
    answeredBy: ['security'],
    what: 'the rules of the packet filter and the route',
    command: 'iptables-save; ip route get BACKEND_ADDRESS',
    lookFor:
      'a REJECT or DROP rule that meets the backend: the firewall; no neighbour entry or no route: the host is gone',
    separates: ['selinux-firewall', 'no-route', 'connect-timeout', 'dns-resolve'],
  },
  'socket-file': {
    answeredBy: ['file-listing'],
    ofPhp: true,
    what: 'the socket and its directory',
    command: 'ls -ld /run/php /run/php-fpm /run/php/*.sock /run/php-fpm/*.sock',
    lookFor:
      'no file: FPM is down or listens elsewhere; another name: wrong address; an owner or mode that shuts nginx out: permissions',
    separates: ['socket-missing', 'socket-permission', 'wrong-address', 'backend-down'],
  },
  containers: {
    answeredBy: ['services'],
    what: 'the containers, their exit codes and addresses',
    command: "docker ps -a --format '{{.Names}} {{.Status}} {{.Ports}}'",
    lookFor:
      '"Exited (137)" is an OOM kill or a hard stop; "Restarting" a crash loop; "Up" a few seconds: its address may have changed',
    separates: ['backend-down', 'worker-killed-oom', 'crash-loop', 'dns-resolve', 'backend-crash', 'no-route'],
  },
  'php-log': {
    answeredBy: ['php-log'],
    ofPhp: true,
    what: "PHP's own error log{moment}",
    command: 'tail -n 200 "$(php -r \'echo ini_get("error_log");\')"',
    lookFor: '"PHP Fatal error" and its file and line: memory size, execution time, or the code',
    separates: ['php-fatal', 'memory-limit', 'max-execution-time', 'backend-own-error'],
  },
  'backend-log': {
    answeredBy: ['journal'],
    what: "the backend's own log{moment}",
    command: "journalctl --no-pager --since '-1 hour' | grep -viE 'nginx|sshd' | tail -n 200",
    lookFor: 'a stack trace, an exit, a restart or a worker timeout in the failing second',
    separates: ['backend-crash', 'backend-own-error', 'keepalive-race', 'worker-terminated-by-timeout'],
  },
  disk: {
    answeredBy: ['limits'],
    what: 'free blocks and inodes',
    command: 'df -h; df -i',
    lookFor: '100 % in either list, on the file system of the path in the log line',
    separates: ['disk-full', 'temp-dir-permission', 'temp-file-buffering'],
  },
  descriptors: {
    answeredBy: ['limits'],
    what: 'the limit of open files and its use',
    command: "for p in $(pgrep -f 'nginx: worker'); do grep 'open files' /proc/$p/limits; ls /proc/$p/fd | wc -l; done",
    lookFor: 'a use at the soft limit: raise worker_rlimit_nofile or LimitNOFILE; far below: a leak or another process',
    separates: ['fd-exhausted', 'worker-connections'],
  },
  resolver: {
    answeredBy: ['versions'],
    what: 'what the name resolves to now',
    command: 'getent hosts BACKEND_NAME; cat /etc/resolv.conf',
    lookFor: 'no answer: the name or the resolver; another address than in the log: nginx kept the old one, reload it',
    separates: ['dns-resolve', 'no-route', 'wrong-address'],
  },
  timers: {
    answeredBy: [],
    what: 'what runs {every}',
    command:
      'systemctl list-timers --all --no-pager; crontab -l; cat /etc/crontab /etc/cron.d/*; ls /etc/cron.* /etc/logrotate.d',
    lookFor:
      'a job at the minutes of the failures: a logrotate or deploy script that reloads or restarts PHP-FPM or nginx, or a batch that loads the database or the workers',
    separates: ['reload-in-flight'],
  },
  'test-config': {
    answeredBy: [],
    what: 'what the daemons say of their configuration',
    command: 'nginx -t; for f in /usr/sbin/php-fpm*; do "$f" -t; done',
    lookFor: 'the file and line of the first message',
    separates: ['nginx-config-error', 'fpm-config-error', 'backend-down'],
  },
  front: {
    answeredBy: [],
    what: 'who answers: the same request past the balancer, and through it',
    command:
      "curl -sS -o /dev/null -D - -H 'Host: YOUR_HOST' http://127.0.0.1/; curl -sS -o /dev/null -D - https://YOUR_HOST/",
    lookFor:
      'a good answer from nginx itself and a `Server:` header of something else on the error: it was made in front',
    separates: ['front-proxy', 'client-abort-499'],
  },
} as const satisfies Readonly<Record<string, Question>>;

export const QUESTION_IDS = Object.keys(QUESTIONS) as readonly QuestionId[];
