import { plainAccessScanner } from '../access/plain-scanner.ts';
import type { LogFormat } from '../../syntax/lines/log-format.ts';
import type { DocumentKind } from '../../text/document.ts';
import type { EpochSeconds } from '../../text/units.ts';
import { Ledger, type Note } from '../ledger.ts';
import type { MakeReader } from '../reader.ts';
import { documentReader } from '../router.ts';

/** Only listens. */
class Listener extends Ledger {
  readonly notes: Note[] = [];

  override local(at: EpochSeconds | null): EpochSeconds | null {
    return at;
  }

  override record(note: Note): void {
    this.notes.push(note);
  }
}

/** What the ordinary readers say of a few lines. @param formats of access logs, whose lines may be among them */
export function notesOf(lines: readonly string[], kind: DocumentKind, formats: readonly LogFormat[]): readonly Note[] {
  const listener = new Listener();
  const reader = documentReader(listener, '', kind, (path) => plainAccessScanner(listener, path, formats));
  reader?.add(lines.join('\n'));
  reader?.end();
  return listener.notes;
}

/** What one reader says of one line. */
export function notesBy(make: MakeReader, line: string): readonly Note[] {
  const listener = new Listener();
  const reader = make(listener, '');
  reader.line(line, 1);
  reader.end();
  return listener.notes;
}
