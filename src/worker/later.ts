/** At once in one thread, later from another. */
export type Later<T> = T | Promise<T>;
