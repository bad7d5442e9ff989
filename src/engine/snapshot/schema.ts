/** A strict reader of one shape: gives the value or throws {@link SchemaProblem} with the place. Only `parse.ts` catches it. */
export type Reader<T> = (value: unknown, place: string) => T;

export class SchemaProblem extends Error {}

const fail = (place: string, wanted: string): never => {
  throw new SchemaProblem(`${place}: expected ${wanted}`);
};

/** Characters that a text of ours never has and that could deceive a reader: controls, and marks that turn the direction. */
const DECEPTIVE = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

export const text =
  (longest: number): Reader<string> =>
  (value, place) => {
    if (typeof value !== 'string') return fail(place, 'a text');
    if (value.length > longest) return fail(place, `at most ${String(longest)} characters`);
    return value.replace(DECEPTIVE, '\uFFFD');
  };

export const whole =
  (most: number): Reader<number> =>
  (value, place) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : fail(place, `a whole number up to ${String(most)}`);

export const oneOf =
  <T extends string | null>(choices: readonly T[]): Reader<T> =>
  (value, place) =>
    choices.find((choice) => choice === value) ??
    (value === null && choices.includes(null as T) ? (null as T) : fail(place, 'one of the known words'));

/** A list of at most `most` items. */
export const list =
  <T>(item: Reader<T>, most: number): Reader<T[]> =>
  (value, place) => {
    if (!Array.isArray(value)) return fail(place, 'a list');
    if (value.length > most) return fail(place, `at most ${String(most)} items`);
    return value.map((one, at) => item(one, `${place}[${String(at)}]`));
  };

/** Text or finite number: what arguments of a message may be. */
export const scalar: Reader<string | number> = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) ? value : text(2000)(value, place);

/** Exactly as many parts as readers. */
export const tuple =
  <T extends readonly unknown[]>(...readers: { [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length !== readers.length) return fail(place, `${String(readers.length)} parts`);
    return readers.map((reader, at) => reader(value[at], `${place}[${String(at)}]`)) as unknown as T;
  };
