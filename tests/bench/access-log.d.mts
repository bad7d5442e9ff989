export type LogForm = 'combined' | 'json' | 'error';

export function randomOf(seed: number): () => number;

/** Writes a generated log of so many megabytes. @returns its size in bytes */
export function writeLog(path: string, megabytes: number, seed: number, form?: LogForm): number;
