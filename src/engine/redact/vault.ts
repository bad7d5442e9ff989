import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Span } from '../text/span.ts';

/** Name of one of the classes of `classes.ts`: `vendor-token`, `connection-string`, `ipv4`, `host`, … */
export type RedactionClass = string;

/** One alias put into one document. Offsets: `start,end` in the redacted text; `rawStart,rawEnd` in the original. */
export interface Replacement extends Span {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly alias: string;
  readonly class: RedactionClass;
  readonly tier: 'secret' | 'identifier' | 'optional';
  readonly line: number;
}

export interface RedactedDocument {
  readonly document: Document<Redacted>;
  readonly replacements: readonly Replacement[];
}
