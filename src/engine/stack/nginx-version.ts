/** Version assumed where none is stated. */
export const ASSUMED_NGINX = '1.22';

/** True when `version` ("1.22", "1.29.7") is at least `since`; absent parts count as 0. */
export function isAtLeast(version: string, since: string): boolean {
  const have = version.split('.').map(Number);
  const wanted = since.split('.').map(Number);
  for (let i = 0; i < wanted.length; i++) {
    const difference = (have[i] ?? 0) - (wanted[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
