import type { CauseId } from './cause.ts';
import type { Facts } from './facts/facts.ts';

/** Rules whose findings cure a cause; a cause without an entry has no cure in a config. */
const CURES: Readonly<Partial<Record<CauseId, readonly string[]>>> = {
  'wrong-address': ['address-mismatch'],
  'backend-down': ['address-mismatch'],
  'socket-missing': ['address-mismatch'],
  'socket-permission': ['socket-permission'],
  'allowed-clients': ['allowed-clients'],
  'worker-terminated-by-timeout': ['terminate-below-longest-request', 'timeout-order', 'unit-traps', 'uwsgi-harakiri'],
  'upstream-timeout-504': [
    'read-timeout-below-longest-request',
    'read-timeout-zero',
    'timeout-order',
    'unit-traps',
    'next-upstream-reexecutes',
  ],
  'max-execution-time': ['max-execution-time-below-longest-request', 'timeout-order', 'unit-traps'],
  'memory-limit': ['memory-limit', 'unit-traps'],
  'protocol-mismatch': ['protocol-mismatch', 'address-mismatch'],
  'worker-killed-oom': ['pool-larger-than-memory'],
  'worker-killed-signal': ['max-execution-time-below-longest-request'],
  'pool-exhausted': ['pool-undersized', 'process-max', 'pool-spare-servers'],
  'spawn-limited': ['spawn-limited', 'pool-spare-servers'],
  'backlog-full': ['backlog-too-small', 'pool-undersized'],
  'header-too-big': ['header-too-big', 'buffer-inequalities'],
  'body-too-large': ['body-size-413', 'post-max-size', 'unit-traps'],
  'keepalive-race': ['keep-conn-pins-workers'],
  'keepalive-pins-workers': ['keep-conn-pins-workers'],
  'reload-in-flight': ['process-control-timeout'],
  'fd-exhausted': ['nofile', 'fpm-descriptors'],
  'worker-connections': ['worker-connections', 'nofile'],
  'script-not-found': ['script-filename', 'limit-extensions'],
  'no-live-upstreams': ['max-fails-one'],
  'dns-resolve': ['resolver-missing'],
  'temp-file-buffering': ['temp-file'],
  'front-proxy': ['front-timeout'],
  'client-abort-499': ['front-timeout'],
  'fpm-config-error': ['config-refused', 'pool-spare-servers', 'slowlog-above-terminate', 'unit-traps'],
  'nginx-config-error': ['config-refused', 'buffer-inequalities'],
};

/** Ids of the findings that cure a cause. */
export function findingsOf(facts: Facts, cause: CauseId): readonly string[] {
  const rules = CURES[cause] ?? [];
  return facts.findings.filter((finding) => rules.includes(finding.rule)).map((finding) => finding.id);
}
