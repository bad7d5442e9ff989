import type { CallFamily } from '../knowledge/log-messages-calls.ts';
import type { Host } from '../text/host.ts';
import type { EpochSeconds, Seconds } from '../text/units.ts';
import type { EvidenceEvent } from './event.ts';
import type { Signature } from './signatures.ts';

export interface SignatureCount {
  readonly count: number;
  readonly first: EpochSeconds | null;
  readonly last: EpochSeconds | null;
}

export interface TimelineBucket {
  readonly at: EpochSeconds;
  /** Width in seconds. */
  readonly width: Seconds;
  /** By signature, and by status as `status 502`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Load as read from access logs (FACTS §6). Unknown is null: `combined` has no times. */
export interface Demand {
  readonly requests: number;
  readonly peakPerSecond: number;
  /** Mean service time without queueing, over unsaturated windows. */
  readonly serviceSeconds: Seconds | null;
  /** L = λ·W at the peak. */
  readonly concurrency: number | null;
  readonly percentiles: {
    readonly p50: Seconds;
    readonly p95: Seconds;
    readonly p99: Seconds;
    readonly max: Seconds;
  } | null;
  readonly statuses: Readonly<Record<string, number>>;
  readonly slowestRoutes: readonly {
    readonly route: string;
    readonly requests: number;
    readonly p95: Seconds;
    readonly failures: number;
  }[];
  /** Routes with the most failures first. */
  readonly failingRoutes?: readonly {
    readonly route: string;
    readonly requests: number;
    readonly p95: Seconds;
    readonly failures: number;
  }[];
  /** When the busiest window began. */
  readonly peakAt?: EpochSeconds | null;
  readonly byMethod?: readonly FailureShare[];
  /** By size of the request where `$request_length` is logged. */
  readonly bySize?: readonly FailureShare[];
  /** Of the largest log that was streamed: how many clients, and how many requests the busiest of them sent. */
  readonly clients?: {
    readonly seen: number;
    /** Requests of clients beyond the table's room. */
    readonly notCounted: number;
    readonly busiest: number;
  };
}

/** Requests and failures of one method or one class of size. */
export interface FailureShare {
  readonly name: string;
  readonly requests: number;
  readonly failures: number;
}

/** What a status page or `ps` says of a pool right now. */
export interface PoolObservation {
  readonly pool: string | null;
  readonly path: string;
  readonly line: number;
  readonly active: number | null;
  readonly idle: number | null;
  readonly total: number | null;
  readonly maxChildrenReached: number | null;
  readonly listenQueue: number | null;
  readonly listenQueueLength: number | null;
  /** `static`, `dynamic`, `ondemand`; absent where the output does not say. */
  readonly manager?: string;
}

/** What slow-log stacks agree on: how many stand in one call. Counts are exact, unlike the few stacks kept as events. */
export interface StackTally {
  /** `PDOStatement->execute`, without brackets. */
  readonly call: string;
  readonly family: CallFamily;
  readonly count: number;
  /** Of all stacks: 0..1. */
  readonly share: number;
  /** A few of the scripts that stood in it. */
  readonly scripts: readonly string[];
}

/** Failures that come back in step: a restart, a cron job. */
export interface Period {
  /** Signature, or `status 502`. */
  readonly name: string;
  readonly everySeconds: Seconds;
  /** How many times it came. */
  readonly times: number;
  readonly first: EpochSeconds;
  readonly last: EpochSeconds;
}

export interface Evidence {
  /** In the order of time where known, else of the text. */
  readonly events: readonly EvidenceEvent[];
  /** What people said in their own sentences, in the order of the text: hearsay, for when nothing was logged. */
  readonly told?: readonly EvidenceEvent[];
  readonly counts: ReadonlyMap<Signature, SignatureCount>;
  readonly timeline: readonly TimelineBucket[];
  readonly demand: Demand | null;
  readonly pools: readonly PoolObservation[];
  /** Most frequent first; [] without a slow log. */
  readonly stacks?: readonly StackTally[];
  readonly periods?: readonly Period[];
  /** Host facts that outputs state (free, nproc, /proc/meminfo, nginx -v, php -v): used where the user stated none. */
  readonly host: Partial<Host>;
  /** Longest run of a request seen in any log, in seconds. */
  readonly longestRunSeconds: Seconds | null;
  /** Kinds of evidence at hand, so that diagnosis can ask for the ones that are not. */
  readonly kinds: ReadonlySet<string>;
}
