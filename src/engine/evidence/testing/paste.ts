import { intake } from '../../intake/intake.ts';
import type { Document } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import type { Evidence } from '../evidence.ts';
import { readEvidence } from '../read.ts';

/** What the page does with a paste, redaction left out: the texts of these tests hold no secret. */
export function readPaste(text: string): Evidence {
  return readEvidence(
    intake([{ path: 'paste-1.txt', text }]).map((document): Document<Redacted> => ({
      ...document,
      text: document.text as Redacted,
    })),
  );
}

/** Signature and fields of the events of a paste. */
export function seenIn(text: string): (readonly [string, Readonly<Record<string, string | number>>])[] {
  return readPaste(text).events.map(({ signature, fields }) => [signature, fields] as const);
}
