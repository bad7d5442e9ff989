/** People read 105 more easily than 101: whole seconds below 30, then multiples of 5. Never rounds down. */
export function roundUpSeconds(seconds: number): number {
  const whole = Math.ceil(seconds - 1e-9);
  return whole < 30 ? whole : Math.ceil(whole / 5) * 5;
}

/** The next power of two, at least `floor`. */
export function nextPowerOfTwo(value: number, floor: number): number {
  let power = floor;
  while (power < value) power *= 2;
  return power;
}
