import { readEnvelope, unescapeBody } from '../../syntax/lines/envelope.ts';
import { isNginxErrorHead } from '../../syntax/lines/nginx-error.ts';
import { fpmStamp } from '../../syntax/lines/time.ts';
import type { EpochSeconds } from '../../text/units.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { isScreenWidth, RecordGlue } from '../record.ts';
import { PHP_PLACE } from '../../knowledge/log-messages-php.ts';
import { phpStatements } from './classify.ts';

const TRACE = /^\s{0,8}(?:#\d{1,4} |Stack trace:|thrown in |\{main\}|Next )/;
/** PHP's label begins its words, behind a carrier's brackets and colons at most: in a sentence it is a quotation. */
const LABEL =
  /(?:^|[\]>|:"] {1,2}|: PHP message: )PHP (?:Fatal error|Parse error|Warning|Notice|Deprecated|Recoverable fatal error|Startup|message|Core \w{1,10}|Compile \w{1,10}): ?/;

/** What display_errors shows in a browser: no label of PHP's, HTML around it, and always the place. */
const SHOWN = /^\s{0,8}(?:<br ?\/?>\s{0,4})?(?:<b>)?(?:Fatal|Parse) error(?:<\/b>)?: /;
/** The one warning that is a refusal (main/rfc1867.c, main/SAPI.c): it stands in no file. */
const REFUSED =
  /^\s{0,8}(?:<br ?\/?>\s{0,4})?(?:<b>)?Warning(?:<\/b>)?: {1,2}(?:[\w ]{1,24}: )?POST Content-Length of \d/;
/** What Apache passes on from PHP-FPM (mod_proxy_fcgi.c). */
const PASSED_ON = /\bAH01071: Got error '/;
const TAGS = /<\/?(?:b|br|strong)(?: ?\/)?>/g;

interface Head {
  readonly at: EpochSeconds | null;
  readonly body: string;
  readonly machine: string | null;
}

/** `[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  …`, the same in syslog, or PHP's label on a terminal. */
function headOf(text: string, ledger: Ledger): Head | null {
  const envelope = readEnvelope(text, ledger.year);
  const body = unescapeBody(text.slice(envelope.start, envelope.end), envelope.json);
  const stamp = body.startsWith('[') ? fpmStamp(body, 1) : null;
  const dated = stamp !== null && body.charCodeAt(stamp.end) === 93;
  if (dated)
    return {
      at: / UTC$/.test(body.slice(0, stamp.end)) ? stamp.at : ledger.local(stamp.at),
      body: body.slice(stamp.end + 1).trim(),
      machine: envelope.machine,
    };
  const { at, machine } = envelope;
  if (LABEL.test(body)) return { at, body, machine };
  if (PASSED_ON.test(body)) return { at, body, machine };
  if (REFUSED.test(body)) return { at, body: body.replace(TAGS, '').trim(), machine };
  if (!SHOWN.test(body)) return null;
  const plain = body.replace(TAGS, '').trim();
  return PHP_PLACE.test(plain) ? { at, body: plain, machine } : null;
}

/** Reads PHP's own error log, stack traces included. */
export function phpLogReader(ledger: Ledger, path: string): LineReader {
  const glue = new RecordGlue();
  let at: EpochSeconds | null = null;
  let machine: string | null = null;
  let width = 0;
  const close = (): void => {
    const record = glue.take();
    if (record === null) return;
    for (const { signature, fields } of phpStatements(record.text)) {
      ledger.record({ signature, path, line: record.line, text: record.text, at, machine, fields });
    }
  };
  return {
    line(text, number) {
      // What nginx was told by PHP is nginx's record: it has the time and the request.
      if (isNginxErrorHead(text)) return false;
      const head = headOf(text, ledger);
      if (head !== null) {
        close();
        at = head.at;
        machine = head.machine;
        // The screen may have broken the line at a blank.
        glue.open(head.body + text.slice(text.trimEnd().length), number, text.length);
        width = text.length;
        return true;
      }
      const trace = TRACE.test(text);
      const wrapped = isScreenWidth(width) && text.trim() !== '' && !text.startsWith('[');
      if (!glue.isOpen || !(trace || wrapped)) return false;
      glue.append(text, trace);
      width = text.length;
      return true;
    },
    end: close,
  };
}
