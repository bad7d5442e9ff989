/**
 * Counts the lines of an access log that lie in its memory (see `layout.ts`). The engine has the plain one;
 * a WebAssembly one may take its place as long as it leaves the same numbers.
 */
export interface AccessKernel {
  readonly memory: ArrayBuffer;
  /**
   * Reads whole lines between two addresses of the memory.
   * @returns where it stopped: at `to`, or earlier when a table that the caller empties is full
   */
  scan(from: number, to: number): number;
}

export type MakeAccessKernel = () => AccessKernel;
