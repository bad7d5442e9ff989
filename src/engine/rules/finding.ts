import type { Edit } from '../text/edit.ts';
import type { Place } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** How a fix may be brought into service. `decide`: it changes behaviour or load; a person must want it. */
export type Safety = 'reload' | 'restart' | 'decide';

export interface Fix {
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/** A gap between what is and what the plan or the daemon demands; data, its sentence comes from the rule's messages. */
export interface Finding extends Place {
  /** Stable within a report: `timeout-order:conf/site.conf:12`. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly fix: Fix | null;
}
