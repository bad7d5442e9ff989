/** A path that no piece has yet: `error.log`, then `error.log (2)`; pastes count from one, `paste-1`. */
export function freePath(wanted: string, taken: readonly string[]): string {
  if (wanted === 'paste') {
    for (let n = 1; ; n++) if (!taken.includes(`paste-${n}`)) return `paste-${n}`;
  }
  if (!taken.includes(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.includes(`${wanted} (${n})`)) return `${wanted} (${n})`;
}
