/** What must change, not what was printed. */
export const CAUSE_IDS = [
  'backend-down',
  'wrong-address',
  'socket-missing',
  'socket-permission',
  'allowed-clients',
  'worker-terminated-by-timeout',
  'worker-killed-oom',
  'worker-killed-signal',
  'worker-crash-segv',
  'php-fatal',
  'memory-limit',
  'max-execution-time',
  'pool-exhausted',
  'backlog-full',
  'upstream-timeout-504',
  'connect-timeout',
  'header-too-big',
  'body-too-large',
  'no-live-upstreams',
  'keepalive-race',
  'reload-in-flight',
  'fd-exhausted',
  'worker-connections',
  'ephemeral-ports',
  'selinux-firewall',
  'no-route',
  'dns-resolve',
  'slow-dependency',
  'crash-loop',
  'front-proxy',
  'disk-full',
  'protocol-mismatch',
  'backend-crash',
  'backend-own-error',
  'session-lock',
  'spawn-limited',
  'keepalive-pins-workers',
  'rate-limited',
  'redirect-cycle',
  'ssl-handshake-upstream',
  'upstream-invalid-header',
  'script-not-found',
  'temp-file-buffering',
  'temp-dir-permission',
  'client-abort-499',
  'fpm-config-error',
  'nginx-config-error',
  'other',
] as const;

export type CauseId = (typeof CAUSE_IDS)[number];

export type Confidence = 'high' | 'medium' | 'low';

export interface EvidenceLine {
  readonly path: string;
  readonly line: number;
  /** Redacted unless the caller asked for values. */
  readonly text: string;
}

export interface MissingEvidence {
  /** "php-fpm.log of 03:47:22". */
  readonly what: string;
  /** Copyable, read-only. */
  readonly command: string;
  /** What to look for in its output, and what each outcome would mean. */
  readonly lookFor: string;
}

export interface RankedCause {
  readonly cause: CauseId;
  /** 0..1. */
  readonly score: number;
  readonly evidence: readonly EvidenceLine[];
  readonly against: readonly EvidenceLine[];
  readonly missing: readonly MissingEvidence[];
  /** Secondary symptoms that this cause explains (`no live upstreams`). */
  readonly symptoms: readonly EvidenceLine[];
}

export interface Verdict {
  readonly cause: CauseId | null;
  readonly sentence: string;
  readonly confidence: Confidence;
}

export interface Diagnosis {
  readonly verdict: Verdict;
  /** Best first; [] when nothing failed. */
  readonly causes: readonly RankedCause[];
  /** Ids of findings that belong to the first cause. */
  readonly findings: readonly string[];
  /** The next best evidence, the most informative first, also where nothing failed but no log of nginx is at hand; [] when nothing is open. */
  readonly questions: readonly MissingEvidence[];
}
