/** The same alias in another spelling, for the n-th spelling of one value: so that every alias has one original. */
export function respelled(alias: string, nth: number): string {
  if (nth === 0) return alias;
  let left = nth;
  return Array.from(alias, (letter) => {
    if (!/[a-z]/.test(letter) || left === 0) return letter;
    const upper = left % 2 === 1;
    left = Math.floor(left / 2);
    return upper ? letter.toUpperCase() : letter;
  }).join('');
}
