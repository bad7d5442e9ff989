import type { Finding } from '../../engine/rules/finding.ts';

const MOST_AT_ONCE = 12;

/**
 * Which findings are shown before somebody asks for all: the first ones, every one with a fix, and the one that the keyboard
 * is on. A few more than that are not worth a button.
 * @returns their indexes
 */
export function shownAtOnce(findings: readonly Pick<Finding, 'fix'>[], selected: number): Set<number> {
  const few = findings.length <= MOST_AT_ONCE * 1.5;
  return new Set(
    findings.flatMap(({ fix }, at) => (few || at < MOST_AT_ONCE || fix !== null || at === selected ? [at] : [])),
  );
}
