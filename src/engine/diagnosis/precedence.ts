import type { CauseId } from './cause.ts';

/**
 * Which cause stands above which when both are shown: the first is why the second was seen (facts of the daemons, not of frequency).
 * A cause at level `bare` outranks nothing.
 */
export const OUTRANKS: readonly (readonly [CauseId, readonly CauseId[]])[] = [
  ['fpm-config-error', ['backend-down', 'socket-missing', 'wrong-address', 'crash-loop', 'socket-permission']],
  ['dns-resolve', ['nginx-config-error', 'no-route', 'backend-down']],
  ['protocol-mismatch', ['wrong-address', 'upstream-invalid-header', 'backend-crash', 'keepalive-race']],
  ['wrong-address', ['backend-down', 'socket-missing', 'connect-timeout']],
  ['backend-down', ['socket-missing', 'reload-in-flight']],
  ['fd-exhausted', ['backend-down', 'socket-missing', 'fpm-config-error', 'worker-connections']],
  ['disk-full', ['temp-file-buffering', 'temp-dir-permission', 'backend-down', 'php-fatal', 'worker-crash-segv']],
  ['selinux-firewall', ['socket-permission', 'no-route', 'connect-timeout', 'temp-dir-permission']],
  ['crash-loop', ['worker-crash-segv', 'worker-killed-signal', 'backend-crash', 'backend-down', 'reload-in-flight']],
  [
    'worker-killed-oom',
    ['crash-loop', 'worker-killed-signal', 'backend-crash', 'memory-limit', 'backend-down', 'socket-missing'],
  ],
  ['worker-crash-segv', ['worker-killed-signal', 'reload-in-flight']],
  ['worker-terminated-by-timeout', ['reload-in-flight', 'backend-crash']],
  [
    'keepalive-pins-workers',
    ['pool-exhausted', 'upstream-timeout-504', 'worker-terminated-by-timeout', 'keepalive-race', 'backlog-full'],
  ],
  ['keepalive-race', ['backend-crash']],
  [
    'session-lock',
    ['pool-exhausted', 'upstream-timeout-504', 'slow-dependency', 'backlog-full', 'spawn-limited', 'client-abort-499'],
  ],
  [
    'slow-dependency',
    ['pool-exhausted', 'upstream-timeout-504', 'backlog-full', 'spawn-limited', 'connect-timeout', 'client-abort-499'],
  ],
  ['pool-exhausted', ['upstream-timeout-504', 'backlog-full', 'spawn-limited', 'connect-timeout', 'client-abort-499']],
  ['spawn-limited', ['pool-exhausted', 'upstream-timeout-504', 'backlog-full', 'client-abort-499']],
  ['backlog-full', ['connect-timeout']],
  ['upstream-timeout-504', ['client-abort-499', 'front-proxy']],
  ['worker-killed-signal', ['max-execution-time']],
  ['memory-limit', ['php-fatal', 'backend-own-error']],
  ['max-execution-time', ['php-fatal', 'backend-own-error']],
  ['php-fatal', ['backend-own-error']],
  ['front-proxy', ['client-abort-499']],
  ['rate-limited', ['backend-own-error']],
];

/** True when the first stands above the second wherever both are shown. */
export function outranks(above: CauseId, below: CauseId): boolean {
  return OUTRANKS.some(([id, others]) => id === above && others.includes(below));
}
