/** A file that is being read. */
export interface Reading {
  readonly piece: string;
  readonly read: number;
  readonly total: number;
  readonly startedAt: number;
  /** Read to its end or given up, but what is shown is still from before. */
  readonly isOver: boolean;
}
