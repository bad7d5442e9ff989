import type { Evidence } from '../evidence/evidence.ts';
import type { Host } from '../text/host.ts';
import type { Seconds } from '../text/units.ts';
import { secondsInWords } from './wording.ts';

export interface LongestRequest {
  readonly seconds: Seconds;
  /** False when the user stated it. */
  readonly assumed: boolean;
  readonly because: string;
}

const LEAST_ASSUMED: Seconds = 60;

/**
 * How long a legitimate request may take, in seconds: stated, else max(60 s, twice the longest run in the evidence).
 * Never from current timeouts: a second analysis over the same logs must find nothing to change.
 */
export function longestRequest(host: Host, evidence: Evidence): LongestRequest {
  if (host.longestRequestSeconds !== null && host.longestRequestSeconds > 0) {
    const seconds = host.longestRequestSeconds;
    return { seconds, assumed: false, because: `longest legitimate request, as stated: ${secondsInWords(seconds)}` };
  }
  const run = evidence.longestRunSeconds;
  if (run === null || 2 * run <= LEAST_ASSUMED) {
    const because = `longest legitimate request, assumed: ${secondsInWords(LEAST_ASSUMED)} (nothing stated)`;
    return { seconds: LEAST_ASSUMED, assumed: true, because };
  }
  const seconds = Math.ceil(2 * run);
  const because = `longest legitimate request, assumed: 2 × ${secondsInWords(run)} (longest run in the logs) = ${secondsInWords(seconds)}`;
  return { seconds, assumed: true, because };
}
