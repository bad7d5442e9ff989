import type { CauseId } from './cause.ts';
import type { Facts } from './facts/facts.ts';

/** Words in the names of the rules whose findings cure a cause; a cause without an entry has no cure in a config. */
const RULE_WORDS: Readonly<Partial<Record<CauseId, readonly string[]>>> = {
  'wrong-address': ['address', 'socket-path', 'mismatch'],
  'backend-down': ['address'],
  'socket-missing': ['address', 'socket-path'],
  'socket-permission': ['socket-permission', 'permission'],
  'allowed-clients': ['allowed-clients'],
  'protocol-mismatch': ['protocol'],
  'worker-terminated-by-timeout': ['timeout', 'terminate', 'unit'],
  'upstream-timeout-504': ['timeout', 'longest', 'terminate', 'unit'],
  'max-execution-time': ['timeout', 'max-execution', 'unit'],
  'memory-limit': ['memory-limit', 'unit'],
  'worker-killed-oom': ['memory', 'pool'],
  'pool-exhausted': ['pool', 'max-children', 'spare', 'process-max'],
  'spawn-limited': ['spare', 'pool', 'start-servers'],
  'backlog-full': ['backlog', 'pool'],
  'header-too-big': ['header', 'buffer'],
  'body-too-large': ['body', 'post', 'upload', 'unit'],
  'keepalive-race': ['keepalive', 'keep-conn'],
  'keepalive-pins-workers': ['keepalive', 'keep-conn'],
  'reload-in-flight': ['reload', 'process-control'],
  'fd-exhausted': ['nofile', 'descriptor', 'fd', 'rlimit'],
  'worker-connections': ['connections'],
  'script-not-found': ['script', 'extension'],
  'redirect-cycle': ['redirect', 'cycle', 'try-files'],
  'connect-timeout': ['connect-timeout'],
  'no-live-upstreams': ['max-fails', 'upstream'],
  'ssl-handshake-upstream': ['ssl', 'sni'],
  'dns-resolve': ['resolver', 'dns'],
  'rate-limited': ['limit'],
  'temp-dir-permission': ['temp'],
  'temp-file-buffering': ['temp', 'buffer'],
  'front-proxy': ['front', 'timeout'],
  'client-abort-499': ['front', 'timeout'],
  'session-lock': ['session'],
  'fpm-config-error': ['refus', 'syntax', 'check', 'spare', 'fpm', 'unit'],
  'nginx-config-error': ['refus', 'syntax', 'check', 'nginx', 'buffer'],
  'ephemeral-ports': ['keepalive', 'ports'],
};

/** Ids of the findings that belong to a cause, by the rule's name. */
export function findingsOf(facts: Facts, cause: CauseId): readonly string[] {
  const words = RULE_WORDS[cause] ?? [];
  return facts.findings
    .filter((finding) => finding.severity !== 'info' && words.some((word) => finding.rule.includes(word)))
    .map((finding) => finding.id);
}
