import { readEnvelope } from '../syntax/lines/envelope.ts';
import type { EpochSeconds } from '../text/units.ts';
import type { Fields, Ledger } from './ledger.ts';
import type { LineReader } from './reader.ts';
import type { Signature } from './signatures.ts';

/** A message known by its words: the named groups are the event's fields, digits become numbers. null: known and of no interest. */
export interface Wording {
  readonly pattern: RegExp;
  readonly signature: Signature | null;
  readonly fields?: Fields;
}

const NUMBER = /^\d{1,15}(?:\.\d{1,9})?$/;

export function fieldsOf(
  groups: Readonly<Record<string, string | undefined>> | undefined,
): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(groups ?? {})) {
    if (value === undefined || value === '') continue;
    fields[name] = NUMBER.test(value) ? Number(value) : value;
  }
  return fields;
}

export interface Said {
  readonly signature: Signature | null;
  readonly fields: Fields;
}

/** The first wording that a text has; null when it has none. */
export function wordingOf(table: readonly Wording[], text: string): Said | null {
  for (const { pattern, signature, fields } of table) {
    const match = pattern.exec(text);
    if (match !== null) return { signature, fields: { ...fields, ...fieldsOf(match.groups) } };
  }
  return null;
}

/**
 * Reads lines whose words alone tell them, behind any carrier's prefix. Only the first 4 KiB of a line are looked at.
 * @param matters false for what is understood but of no interest
 */
export function wordingReader(
  table: readonly Wording[],
  matters: (said: Said) => boolean,
): (ledger: Ledger, path: string) => LineReader {
  return (ledger, path) => ({
    line(text, number) {
      const envelope = readEnvelope(text, ledger.year);
      const said = wordingOf(table, text.slice(envelope.start, Math.min(envelope.end, envelope.start + 4096)));
      if (said === null) return false;
      if (matters(said)) recordSaid(ledger, path, number, text, envelope.at, said);
      return true;
    },
    end: () => undefined,
  });
}

export function recordSaid(
  ledger: Ledger,
  path: string,
  line: number,
  text: string,
  at: EpochSeconds | null,
  said: Said,
): void {
  if (said.signature !== null) ledger.record({ signature: said.signature, path, line, text, at, fields: said.fields });
}
