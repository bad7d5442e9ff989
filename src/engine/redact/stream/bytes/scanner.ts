/**
 * Finds in a log what must be redacted, and writes the log without it, in the memory that `layout.ts` describes. The engine
 * has the plain one; a WebAssembly one may take its place as long as it leaves the same changes and looks.
 */
export interface LogScanner {
  readonly memory: ArrayBuffer;
  /**
   * Notes changes and looks of the lines in `[from, to)`.
   * @returns how far it got: it stops where one more line might not fit
   */
  scan(from: number, to: number): number;
  /**
   * Writes the input up to `to` behind what stands in the output, with the changes made.
   * @returns false when the output is full: it must be emptied, and the call be made again
   */
  write(to: number): boolean;
}

export type MakeLogScanner = () => LogScanner;
