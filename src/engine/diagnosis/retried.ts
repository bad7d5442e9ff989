import type { Facts } from './facts/facts.ts';

/** " The next server answered instead …" where an access log shows that retries hid the failures from everybody, else ''. */
export function hiddenByRetries(facts: Facts): string {
  const statuses = Object.entries(facts.evidence.demand?.statuses ?? {});
  const failed = statuses.some(([status, count]) => /^(?:499|5..)$/.test(status) && count > 0);
  return failed || facts.count('access.retried-ok') === 0
    ? ''
    : ' Another server of the upstream answered each of these requests: clients noticed at most the delay.';
}
