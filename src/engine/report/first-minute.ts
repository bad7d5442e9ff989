import type { CauseId } from '../diagnosis/cause.ts';

/** What can be done now, before the cure, and what it costs. */
export interface FirstMinuteAction {
  readonly action: string;
  /** null when it is not a command. */
  readonly command: string | null;
  readonly risk: string;
}

const RELOAD_NGINX: FirstMinuteAction = {
  action: 'Reload nginx after the change',
  command: 'nginx -t && systemctl reload nginx',
  risk: 'None for running requests: old workers finish them. Nothing happens when the test fails.',
};
const RELOAD_FPM: FirstMinuteAction = {
  action: 'Reload PHP-FPM rather than restart it',
  command: 'systemctl reload php8.2-fpm',
  risk: 'With process_control_timeout = 0 (the default) running requests are cut off: each is a 502. Drain or wait for a quiet second; the setting protects only the reload after the next.',
};
const START_FPM: FirstMinuteAction = {
  action: 'Start PHP-FPM',
  command: 'systemctl start php8.2-fpm',
  risk: 'Low: it removes a stale socket itself. If it stops again at once, read why before trying a third time.',
};
const BACKUP: FirstMinuteAction = {
  action: 'Send traffic to the backup server of the upstream, if there is a healthy one',
  command: null,
  risk: 'A backup of the same overloaded application fails next, and retried requests run twice.',
};
const SHED: FirstMinuteAction = {
  action: 'Shed load: limit the expensive route (limit_req) or answer it with a static 503 for some minutes',
  command: null,
  risk: 'Some visitors are refused on purpose so that the others are served.',
};
const LESS_TRAFFIC: FirstMinuteAction = {
  action: 'Stop what multiplies load: retrying clients, cron jobs, crawlers',
  command: null,
  risk: 'Low. After a 504 PHP still works on the abandoned request, so every retry adds one more.',
};
const ROLL_BACK: FirstMinuteAction = {
  action: 'Roll the last change back (code, extension, configuration)',
  command: null,
  risk: 'Low when the change is known; data migrations may not go back.',
};
const KILL_HOG: FirstMinuteAction = {
  action: 'Lower pm.max_children to what memory holds and reload',
  command: null,
  risk: 'Fewer requests at once, so more waiting; but no more random kills.',
};

const ACTIONS: Readonly<Partial<Record<CauseId, readonly FirstMinuteAction[]>>> = {
  'backend-down': [START_FPM, BACKUP],
  'socket-missing': [START_FPM, BACKUP],
  'fpm-config-error': [ROLL_BACK, START_FPM],
  'nginx-config-error': [ROLL_BACK, RELOAD_NGINX],
  'wrong-address': [ROLL_BACK, RELOAD_NGINX],
  'protocol-mismatch': [ROLL_BACK, RELOAD_NGINX],
  'worker-terminated-by-timeout': [LESS_TRAFFIC, RELOAD_FPM],
  'worker-killed-oom': [KILL_HOG, LESS_TRAFFIC],
  'worker-killed-signal': [LESS_TRAFFIC],
  'worker-crash-segv': [ROLL_BACK, BACKUP],
  'crash-loop': [ROLL_BACK, BACKUP],
  'pool-exhausted': [SHED, LESS_TRAFFIC],
  'spawn-limited': [SHED, RELOAD_FPM],
  'backlog-full': [SHED, LESS_TRAFFIC],
  'slow-dependency': [SHED, LESS_TRAFFIC],
  'session-lock': [SHED, ROLL_BACK],
  'upstream-timeout-504': [SHED, LESS_TRAFFIC],
  'header-too-big': [RELOAD_NGINX, ROLL_BACK],
  'keepalive-race': [RELOAD_NGINX],
  'keepalive-pins-workers': [RELOAD_NGINX],
  'no-live-upstreams': [BACKUP, RELOAD_NGINX],
  'backend-crash': [BACKUP, ROLL_BACK],
  'php-fatal': [ROLL_BACK],
  'memory-limit': [ROLL_BACK],
  'max-execution-time': [SHED],
  'dns-resolve': [RELOAD_NGINX],
  'no-route': [BACKUP, RELOAD_NGINX],
  'connect-timeout': [BACKUP],
  'disk-full': [
    {
      action: 'Free space: rotated logs and old caches first',
      command: 'df -h; du -xsh /var/log /var/cache /var/lib/nginx /tmp',
      risk: 'The commands only look. Deleting an open log frees nothing until its daemon reopens it.',
    },
  ],
};

/** What can be done in the first minute, apart from the cure; [] when nothing failed or nothing helps before the cause is gone. */
export function firstMinute(cause: CauseId | null): readonly FirstMinuteAction[] {
  return cause === null ? [] : (ACTIONS[cause] ?? []);
}
