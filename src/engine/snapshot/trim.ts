import type { Snapshot } from './snapshot.ts';

/** Steps by which a snapshot gets smaller, in the order in which they are offered. */
export const TRIMS = ['evidence', 'texts', 'context'] as const;
export type Trim = (typeof TRIMS)[number];

const STEPS: Readonly<Record<Trim, (snapshot: Snapshot) => Snapshot>> = {
  evidence: (snapshot) => ({ ...snapshot, evidence: [], documents: [] }),
  texts: (snapshot) => ({
    ...snapshot,
    findings: snapshot.findings
      .filter((finding) => finding.severity !== 'info')
      .map((finding) => ({ ...finding, message: '' })),
  }),
  context: (snapshot) => ({ ...snapshot, patch: withoutContext(snapshot.patch) }),
};

/** The snapshot without what the given steps take away; each step only hides more. */
export function trimSnapshot(snapshot: Snapshot, trims: readonly Trim[]): Snapshot {
  return TRIMS.filter((trim) => trims.includes(trim)).reduce((smaller, trim) => STEPS[trim](smaller), snapshot);
}

/** Context lines of hunks go; such a diff is for reading, not for `patch`. */
function withoutContext(patch: string): string {
  return patch
    .split('\n')
    .filter((line) => !line.startsWith(' '))
    .join('\n');
}
