import { ctimeStamp, isoStamp } from '../../syntax/lines/time.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

const STATUS = /^\s{0,4}(\d{3})(?:\s{1,4}(\S.{0,80}))?$/;

/** Reads what a loop of `curl -w "%{http_code}"` and `date` wrote: a status, and its time on the same or the next line. */
/** @param dated a status without a date is none: where nothing else says that the text is such a log. */
export function statusLoop(ledger: Ledger, path: string, dated = false): LineReader {
  let open: { readonly status: number; readonly line: number; readonly text: string } | null = null;
  const record = (stamp: string): boolean => {
    if (open === null) return false;
    const { status, line, text } = open;
    open = null;
    const at = ctimeStamp(stamp, 0)?.at ?? ledger.local(isoStamp(stamp, 0)?.at ?? null);
    if (at !== null) ledger.countStatus(at, status);
    if (at === null && dated) return false;
    if (status >= 400 || status === 0)
      ledger.record({ signature: 'probe.status', path, line, text, at, fields: { status } });
    return at !== null;
  };
  return {
    line(text, number) {
      const status = STATUS.exec(text);
      if (status === null) return record(text.trim());
      record('');
      const code = Number(status[1]);
      if (code !== 0 && (code < 100 || code > 599)) return false;
      open = { status: code, line: number, text };
      if (status[2] !== undefined) record(status[2]);
      return true;
    },
    end: () => {
      record('');
    },
  };
}
