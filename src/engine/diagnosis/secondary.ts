import type { Signature } from '../evidence/signatures.ts';

/** Never a cause of their own when a primary one is there. */
export const SECONDARY: readonly Signature[] = [
  'nginx.no-live-upstreams',
  'nginx.upstream-disabled',
  'access.retried-ok',
  'access.502-no-peer',
  'nginx.error-page-missing',
];

export function isSecondary(signature: Signature): boolean {
  return SECONDARY.includes(signature);
}
