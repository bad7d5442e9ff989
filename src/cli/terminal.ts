/** Where a command writes; tests pass their own. */
export interface Terminal {
  readonly print: (text: string | Uint8Array) => void;
  readonly warn: (message: string) => void;
}
