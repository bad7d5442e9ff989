import { readFpmLogLine, readFpmLogWords, type FpmLogLine } from '../../syntax/lines/fpm-log.ts';
import { isNginxErrorHead } from '../../syntax/lines/nginx-error.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { isScreenWidth, RecordGlue } from '../record.ts';
import { fpmStatements } from './classify.ts';

/** Signatures whose seconds are the run of a request so far. */
const RUNS: ReadonlySet<string> = new Set(['fpm.slow-request', 'fpm.terminated-by-timeout']);

/** A record, or one quoted without its time: then its words must be FPM's. */
function recordIn(text: string): FpmLogLine | null {
  const line = readFpmLogLine(text);
  if (line !== null) return line;
  const words = readFpmLogWords(text);
  return words !== null && fpmStatements(words).some(({ signature }) => signature !== 'fpm.other') ? words : null;
}

/** Reads php-fpm.log in all its forms. */
export function fpmLogReader(ledger: Ledger, path: string): LineReader {
  const glue = new RecordGlue();
  let width = 0;
  const close = (): void => {
    const record = glue.take();
    const line = record === null ? null : recordIn(record.text);
    if (record === null || line === null) return;
    for (const { signature, fields } of fpmStatements(line)) {
      // A slow or terminated run without a script is an idle keepalive connection, not a request.
      if (RUNS.has(signature) && line.seconds !== null && line.script?.text !== '') ledger.sawRun(line.seconds);
      ledger.record({ signature, path, line: record.line, text: record.text, at: ledger.local(line.at), fields });
    }
  };
  return {
    line(text, number) {
      if (recordIn(text) !== null) {
        close();
        glue.open(text, number);
      } else {
        if (!glue.isOpen || !isScreenWidth(width) || text.trim() === '') return false;
        if (text.startsWith('[') || isNginxErrorHead(text)) return false;
        glue.append(text, false);
      }
      width = text.trimEnd().length;
      return true;
    },
    end: close,
  };
}
