import type { EvidenceLine } from '../diagnosis/cause.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Signature } from '../evidence/signatures.ts';
import { SAFE_ADVICE, type SafeAdvice } from './safe-advice.ts';

export type StepState = 'checked and fine' | 'checked and broken' | 'unknown';

/** One of the six steps from "is it running" to "special scenarios", marked from the evidence at hand. */
export interface RunbookStep {
  readonly number: number;
  readonly title: string;
  readonly state: StepState;
  /** What shows the state; [] when unknown. */
  readonly evidence: readonly EvidenceLine[];
  /** Read-only; settles the step, or shows it again. */
  readonly command: string;
  readonly lookFor: string;
  /** What is often advised here and should not be done. */
  readonly notThis: readonly SafeAdvice[];
}

interface StepRule {
  readonly title: string;
  readonly broken: readonly Signature[];
  readonly fine: readonly Signature[];
  /** Kinds of documents that would have shown trouble: at hand without trouble, the step is fine. */
  readonly shownBy: readonly string[];
  readonly command: string;
  readonly lookFor: string;
  readonly unsafe: readonly string[];
}

/** The order of the checklist; a signature belongs to the step that would find it. */
const STEPS: readonly StepRule[] = [
  {
    title: 'Is the backend running?',
    broken: [
      'nginx.connect-refused',
      'nginx.connect-enoent',
      'service.failed',
      'service.inactive',
      'fpm.init-failed',
      'fpm.config-error',
      'fpm.bind-failed',
      'fpm.another-instance',
      'container.exited',
      'probe.refused',
      'probe.closed',
    ],
    fine: ['service.active', 'fpm.started', 'sockets.listening', 'processes.workers', 'probe.ok', 'status.idle'],
    shownBy: ['fpm-status'],
    command: "systemctl status 'php*-fpm' --no-pager; ss -lntxp",
    lookFor: 'active (running), and a listener at exactly the address that nginx uses',
    unsafe: [
      'systemctl restart php-fpm under load',
      'ps aux | grep php-fpm | wc -l',
      'cgi-fcgi -bind -connect ADDRESS',
    ],
  },
  {
    title: 'Do nginx and the backend agree on the connection?',
    broken: [
      'nginx.emerg',
      'nginx.connect-eacces-unix',
      'nginx.unsupported-fastcgi-version',
      'nginx.too-big-header',
      'nginx.no-valid-http-header',
      'nginx.ssl-handshake',
      'nginx.ssl-verify',
      'nginx.host-not-found',
      'nginx.no-resolver',
      'fpm.connection-disallowed',
      'php.script-unknown',
      'php.extension-denied',
    ],
    fine: [],
    shownBy: [],
    command:
      "nginx -T | grep -nE '_pass |upstream |server .*;|_timeout|_buffer'; grep -rnE '^ *listen' /etc/php/*/fpm/pool.d /etc/php-fpm.d",
    lookFor:
      'fastcgi_pass equal to listen, a socket that nginx may open, and read timeouts above request_terminate_timeout',
    unsafe: ['raising every timeout'],
  },
  {
    title: "What does nginx's error log say?",
    broken: [
      'nginx.reset-before-header',
      'nginx.eof-before-header',
      'nginx.read-header-timeout',
      'nginx.read-body-timeout',
      'nginx.connect-timeout',
      'nginx.invalid-header',
      'nginx.no-live-upstreams',
      'nginx.reset-mid-body',
      'nginx.eof-mid-body',
      'nginx.connect-refused',
      'nginx.connect-enoent',
      'nginx.too-big-header',
    ],
    fine: [],
    shownBy: ['nginx-error-log'],
    command: 'nginx -T 2>/dev/null | grep error_log; tail -n 300 /var/log/nginx/error.log',
    lookFor: 'the first failing line, not the loudest: its errno number names the kind of failure',
    unsafe: [],
  },
  {
    title: 'Are the workers and the machine out of something?',
    broken: [
      'fpm.max-children',
      'fpm.process-max',
      'status.saturated',
      'processes.workers-busy',
      'processes.d-state',
      'kernel.oom-kill',
      'kernel.cgroup-oom-kill',
      'container.oom-killed',
      'memory.exhausted',
      'nginx.fd-exhausted',
      'fpm.fd-exhausted',
      'nginx.worker-connections',
      'nginx.disk-full',
      'disk.full',
      'fpm.terminated-by-timeout',
      'fpm.exited-signal',
      'kernel.segfault',
      'php.memory-limit',
    ],
    fine: ['status.idle'],
    shownBy: ['fpm-log'],
    command:
      "curl -s 'http://127.0.0.1/fpm-status'; free -h; grep -hE 'max_children|exited on|timed out' /var/log/php*fpm*.log | tail",
    lookFor: 'active equal to total with a queue; workers that were killed; available memory near zero',
    unsafe: ['raising pm.max_children until it stops', 'ps aux | grep php-fpm | wc -l'],
  },
  {
    title: 'Does the network let the connection through?',
    broken: [
      'nginx.connect-no-route',
      'nginx.connect-net-unreachable',
      'nginx.connect-eacces-tcp',
      'nginx.connect-not-permitted',
      'nginx.connect-no-local-port',
      'nginx.connect-timeout',
      'nginx.connect-eagain',
      'nginx.dns-failed',
      'kernel.avc-denied',
      'firewall.reject',
      'sockets.queue-full',
      'sockets.overflowed',
      'kernel.syn-flood',
    ],
    fine: ['probe.ok'],
    shownBy: ['sockets'],
    command: 'ss -s; nstat -az TcpExtListenOverflows TcpExtListenDrops; iptables-save; getenforce',
    lookFor: 'overflowed listen queues, a REJECT rule that meets the backend, Enforcing together with a denial',
    unsafe: ['setenforce 0', 'stopping the firewall for a test'],
  },
  {
    title: 'Is it special: now and then, one request only, or since a change?',
    broken: [
      'fpm.reloading',
      'fpm.terminating',
      'fpm.emergency-restart',
      'service.restarted',
      'nginx.body-too-large',
      'php.post-too-large',
      'php.fatal',
      'php.max-execution-time',
      'access.retried-ok',
      'nginx.redirect-cycle',
    ],
    fine: [],
    shownBy: [],
    command:
      'find /etc/nginx /etc/php* -type f -mtime -2; journalctl -u nginx -u "php*-fpm" --since -2h --no-pager | grep -iE "start|stop|reload"',
    lookFor:
      'files changed just before the first failure, restarts in the failing seconds, one URL or one size that always fails',
    unsafe: ['systemctl restart php-fpm under load'],
  },
];

/** The six steps with their marks, from the evidence alone: a step is fine only when something at hand says so. */
export function runbook(evidence: Evidence): readonly RunbookStep[] {
  return STEPS.map((step, index) => {
    const broken = linesWith(evidence, step.broken);
    const fine = linesWith(evidence, step.fine);
    const shown = step.shownBy.some((kind) => evidence.kinds.has(kind));
    const state: StepState =
      broken.length > 0 ? 'checked and broken' : fine.length > 0 || shown ? 'checked and fine' : 'unknown';
    return {
      number: index + 1,
      title: step.title,
      state,
      evidence: broken.length > 0 ? broken : fine,
      command: step.command,
      lookFor: step.lookFor,
      notThis: SAFE_ADVICE.filter(({ of }) => step.unsafe.includes(of)),
    };
  });
}

function linesWith(evidence: Evidence, signatures: readonly Signature[]): readonly EvidenceLine[] {
  return evidence.events
    .filter(({ signature }) => signatures.includes(signature))
    .slice(0, 3)
    .map(({ path, line, text }) => ({ path, line, text: text.split('\n', 1)[0] ?? '' }));
}

/** The emergency workflow: who looks at what by when. Its first two rows are the runbook's steps 1 and 3. */
export const EMERGENCY: readonly { readonly within: string; readonly does: string }[] = [
  {
    within: '1 min',
    does: 'The backend: is it running, is its address listening, is the machine out of memory, disk or descriptors?',
  },
  { within: '1 min', does: "The first failing line of nginx's error log and php-fpm.log of the same second." },
  {
    within: '2–5 min',
    does: 'One first-minute action, the one with the least risk: roll back, reload, switch to the backup, shed load.',
  },
  { within: 'until quiet', does: 'Watch that the failing line no longer appears, not only that the page loads once.' },
  {
    within: 'same day',
    does: 'Post-mortem: time line, root cause with its evidence, the patch, what would have warned earlier.',
  },
];
