import type { EpochSeconds } from '../../text/units.ts';
import { readEnvelope } from './envelope.ts';
import { fieldOf, type Field } from './field.ts';
import { fpmStamp } from './time.ts';

/** One line of PHP-FPM's slow log (`fpm_php_trace.c`): a record's head, its script, or a frame, innermost first. */
export type SlowLogLine =
  | { readonly form: 'head'; readonly at: EpochSeconds; readonly pool: Field; readonly pid: number }
  | { readonly form: 'script'; readonly script: Field }
  | { readonly form: 'frame'; readonly call: Field; readonly file: Field; readonly fileLine: number | null };

const HEAD = /^ {1,2}\[pool ([^\]]{1,200})\] pid (\d{1,10})/;
const FRAME = /^\[0x[0-9a-f]{4,16}\] (\S{1,300})\(\) (.{1,600})$/;

/** Reads a line of the slow log, spans into the line as given; null when it is none. */
export function readSlowLogLine(line: string): SlowLogLine | null {
  const { start, end } = readEnvelope(line);
  const text = line.slice(start, end);
  if (text.startsWith('script_filename = ')) return { form: 'script', script: fieldOf(line, start + 18, end) };
  if (!text.startsWith('[')) return null;
  const stamp = fpmStamp(line, start + 1);
  if (stamp !== null) {
    const head = HEAD.exec(line.slice(stamp.end + 1, end));
    if (head === null) return null;
    const pool = line.indexOf('[pool ', stamp.end) + 6;
    return {
      form: 'head',
      at: stamp.at,
      pool: fieldOf(line, pool, pool + (head[1]?.length ?? 0)),
      pid: Number(head[2]),
    };
  }
  const frame = FRAME.exec(text);
  if (frame === null) return null;
  const call = line.indexOf('] ', start) + 2;
  const file = call + (frame[1]?.length ?? 0) + 3;
  const colon = line.lastIndexOf(':', end);
  const numbered = colon > file && /^\d{1,8}$/.test(line.slice(colon + 1, end));
  return {
    form: 'frame',
    call: fieldOf(line, call, call + (frame[1]?.length ?? 0)),
    file: fieldOf(line, file, numbered ? colon : end),
    fileLine: numbered ? Number(line.slice(colon + 1, end)) : null,
  };
}
