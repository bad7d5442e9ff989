/** Where a command writes; tests pass their own. */
export interface Terminal {
  print(text: string | Uint8Array): void;
  warn(message: string): void;
}
