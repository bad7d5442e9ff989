import {
  isNginxErrorHead,
  readNginxErrorLine,
  readNginxErrorWords,
  type NginxErrorLine,
} from '../../syntax/lines/nginx-error.ts';
import { readEnvelope, unescapeBody } from '../../syntax/lines/envelope.ts';
import type { Ledger } from '../ledger.ts';
import { phpStatements } from '../php/classify.ts';
import type { LineReader } from '../reader.ts';
import { isScreenWidth, RecordGlue, type GluedRecord } from '../record.ts';
import { BareMessages } from './enumerated.ts';
import { classifyNginxError } from './classify.ts';
import { nginxErrorFields } from './fields.ts';

/** How the rest of a wrapped record begins. */
const REST = /^\s{0,40}(?:while |client: |server: |request: |subrequest: |upstream: |host: |referrer: |\(\d{1,3}: )/;
/** What a complete record ends with: the last quoted field, a bracket, a full word of a short message. */
const OPEN_ENDED = /(?:,|, \w{4,10}:|\d# ?\d{1,20}:(?: \*\d{1,20})?)\s{0,4}$/;

/** The rest of a request that a mailer broke at a blank, while its quotation is open. */
const REST_OF_REQUEST = /^\s{0,40}(?:\S{1,400} )?HTTP\/[\d.]{1,3}", /;

/** Words on which no record of nginx ends: a mailer broke the line behind them. */
const MIDWAY =
  /(?:connect\(\) to|failed|while|connecting|reading|sending|response|header|from|(?:client|server|request|upstream|host|referrer):|timed|prematurely|closed|sent|too big|no live)\s{0,4}$/;

/** The marks of a quoted mail in front of a line. */
const QUOTED = /^\s{0,4}(?:> ?){1,6}/;

/** True when `text` goes on with the record whose last line is `last`. */
function goesOn(last: string, text: string): boolean {
  if (text.trim() === '' || text.startsWith('nginx: ')) return false;
  if (REST_OF_REQUEST.test(text) && last.split('"').length % 2 === 0) return true;
  return (
    REST.test(text) || OPEN_ENDED.test(last) || MIDWAY.test(last) || (isScreenWidth(last.length) && !last.endsWith('"'))
  );
}

/** A field on a line of its own, where whoever broke the line put the comma away. */
const LABEL = /^\s{0,40}(?:client|server|request|subrequest|upstream|host|referrer): /;

/** The continuation as nginx would have written it. */
function rejoined(last: string, text: string): string {
  return LABEL.test(text) && !isScreenWidth(last.length) && !/[,:]\s{0,4}$/.test(last) ? `, ${text.trim()}` : text;
}

/** A record of a request that says nothing yet, before its fields have begun: its message goes on in the next line. */
const OF_A_REQUEST = /\d# ?\d{1,20}: \*\d{1,20} /;

function isHalfSaid(record: string): boolean {
  if (!OF_A_REQUEST.test(record) || record.includes('client: ')) return false;
  const line = readNginxErrorLine(record);
  return line !== null && classifyNginxError(line) === 'nginx.other';
}

/** PHP's own messages inside one stderr record of FastCGI; without any the record stands for itself. */
function recordStderr(ledger: Ledger, path: string, record: GluedRecord, line: NginxErrorLine): void {
  const fields = nginxErrorFields(line);
  const quoted = line.message.text.replace(/^FastCGI sent in stderr: "?/, '').replace(/"$/, '');
  const statements = phpStatements(unescapeBody(quoted, readEnvelope(record.text).json));
  const base = { path, line: record.line, at: ledger.local(line.at) };
  if (statements.length === 0) ledger.record({ ...base, signature: 'nginx.fastcgi-stderr', text: record.text, fields });
  for (const { signature, fields: own } of statements)
    ledger.record({ ...base, signature, text: record.text, fields: { ...fields, ...own } });
}

/** What a record says; with a blank at its breaks where that gives nginx's words. */
function lineOf({ text, spaced }: GluedRecord): NginxErrorLine | null {
  const line = readNginxErrorLine(text) ?? readNginxErrorWords(text);
  if (spaced === text || (line !== null && classifyNginxError(line) !== 'nginx.other')) return line;
  const other = readNginxErrorLine(spaced) ?? readNginxErrorWords(spaced);
  return other !== null && classifyNginxError(other) !== 'nginx.other' ? other : line;
}

/** Reads nginx's error log, records that were wrapped or span lines included. */
export function nginxErrorReader(ledger: Ledger, path: string): LineReader {
  const glue = new RecordGlue();
  const bare = new BareMessages(ledger);
  let last = '';
  let inStderr = false;
  /** The line with which a record without a head began. */
  let quoted = '';
  const close = (): void => {
    const record = glue.take();
    const line = record === null ? null : (lineOf(record) ?? readNginxErrorWords(quoted));
    inStderr = false;
    if (record === null || line === null) return;
    if (line.message.text.startsWith('FastCGI sent in stderr')) recordStderr(ledger, path, record, line);
    else {
      const fields = nginxErrorFields(line);
      const signature = classifyNginxError(line);
      const note = { signature, path, line: record.line, text: record.text, at: ledger.local(line.at), fields };
      if (line.level === null && Object.keys(line.fields).length === 0) bare.add(note, line.message.text);
      else ledger.record(note);
    }
  };
  return {
    line(written, number) {
      // The rest of a record is the same with and without the marks; its beginning is found behind them anyway.
      const text = glue.isOpen ? written.replace(QUOTED, '') : written;
      if (isNginxErrorHead(text)) {
        close();
        bare.settle();
        glue.open(text, number);
        inStderr = text.includes('FastCGI sent in stderr: "') && !text.includes('" while ');
      } else if (
        glue.isOpen &&
        (inStderr || goesOn(last, text) || (text.trim() !== '' && last !== '' && isHalfSaid(last)))
      ) {
        // A trace's lines are its own; the rest of a line that the screen broke is not.
        glue.append(rejoined(last, text), inStderr && !isScreenWidth(last.length));
        if (text.includes('" while ')) inStderr = false;
      } else {
        if (readNginxErrorWords(text) === null) return false;
        close();
        glue.open(text, number);
        quoted = text;
      }
      last = text;
      return true;
    },
    end() {
      close();
      bare.settle();
    },
  };
}
