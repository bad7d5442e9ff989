export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export function serve(root: string, port: number, onRequest?: (url: string) => void): Promise<Served>;
