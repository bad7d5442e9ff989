import type { MakeAccessKernel } from '../evidence/access/bytes/kernel.ts';
import type { RedactOptions } from '../redact/redact.ts';

/** How an analysis is made. */
export interface AnalyzeOptions {
  readonly redaction?: RedactOptions;
  /** Print evidence and messages with the original values instead of aliases. Default false. */
  readonly showValues?: boolean;
  /** Reads the bytes of large access logs in place of the plain scanner. */
  readonly accessKernel?: MakeAccessKernel;
  /** Names of rules not to apply (`[rules]` of stackengine.ini). */
  readonly rulesOff?: readonly string[];
}
