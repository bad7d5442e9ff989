import type { CauseId } from './cause.ts';

/** Causes in a few words, for sentences that name several. */
const NAMES: Readonly<Record<CauseId, string>> = {
  'backend-down': 'a backend that is not running',
  'wrong-address': 'a wrong backend address',
  'socket-missing': 'a missing socket file',
  'socket-permission': 'a socket nginx may not open',
  'allowed-clients': 'listen.allowed_clients',
  'worker-terminated-by-timeout': 'request_terminate_timeout',
  'worker-killed-oom': 'the OOM killer',
  'worker-killed-signal': 'a killed worker',
  'worker-crash-segv': 'a crashed worker',
  'php-fatal': 'a PHP fatal error',
  'memory-limit': 'memory_limit',
  'max-execution-time': 'max_execution_time',
  'pool-exhausted': 'a full pool',
  'backlog-full': 'a full listen queue',
  'upstream-timeout-504': 'a read timeout',
  'connect-timeout': 'a connect timeout',
  'header-too-big': 'a too big response header',
  'body-too-large': 'a too large request body',
  'no-live-upstreams': 'an upstream without live servers',
  'keepalive-race': 'a keepalive race',
  'reload-in-flight': 'a reload or restart in that second',
  'fd-exhausted': 'exhausted file descriptors',
  'worker-connections': 'too few worker_connections',
  'ephemeral-ports': 'exhausted local ports',
  'selinux-firewall': 'SELinux or a firewall',
  'no-route': 'a missing route',
  'dns-resolve': 'name resolution',
  'slow-dependency': 'a slow dependency',
  'crash-loop': 'a crash loop',
  'front-proxy': 'a proxy in front',
  'disk-full': 'a full disk',
  'protocol-mismatch': 'the wrong protocol',
  'backend-crash': 'a backend that died',
  'backend-own-error': "the backend's own error",
  'session-lock': 'a session lock',
  'spawn-limited': 'slow forking of workers',
  'keepalive-pins-workers': 'workers pinned by keepalive',
  'rate-limited': 'a rate limit',
  'redirect-cycle': 'a redirection cycle',
  'ssl-handshake-upstream': 'the TLS handshake with the upstream',
  'upstream-invalid-header': 'an invalid response header',
  'script-not-found': 'a script that is not found',
  'temp-file-buffering': 'buffering to temporary files',
  'temp-dir-permission': 'a temp directory nginx may not write',
  'client-abort-499': 'clients that gave up',
  'fpm-config-error': 'a configuration PHP-FPM refuses',
  'nginx-config-error': 'a configuration nginx refuses',
  other: 'something else',
};

/** "a crashed worker, the OOM killer or a reload". */
export function namesOf(causes: readonly CauseId[]): string {
  const names = causes.map((cause) => NAMES[cause]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
