import type { IniEntry } from './tree.ts';

/** A daemon's message and the node to blame, before it has a position. */
export interface Complaint {
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly directive: string | null;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

export function blame(
  entry: IniEntry,
  severity: Complaint['severity'],
  message: string,
  hint?: string | null,
): Complaint {
  const end = entry.valueStart + entry.valueRaw.length;
  const directive = entry.subscript === null ? entry.key : `${entry.key}[${entry.subscript}]`;
  const complaint = { message, severity, directive, start: entry.start, end };
  return hint === undefined || hint === null ? complaint : { ...complaint, hint };
}
