/**
 * Writes a generated log of at least so many megabytes.
 * @returns its size in bytes
 */
export function writeLog(path: string, megabytes: number, seed: number, form?: 'combined' | 'json' | 'error'): number;
