import { callFamily, type CallFamily } from '../../knowledge/log-messages-calls.ts';
import { readSlowLogLine } from '../../syntax/lines/slow-log.ts';
import type { EpochSeconds } from '../../text/units.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

interface Frame {
  readonly call: string;
  readonly place: string;
  readonly family: CallFamily | null;
}

interface Stack {
  readonly line: number;
  readonly at: EpochSeconds | null;
  readonly pool: string;
  readonly pid: number;
  script: string;
  readonly frames: Frame[];
  readonly lines: string[];
}

/** FPM's own default depth is 20; a runaway recursion is cut. */
const MOST_FRAMES = 64;
/** How deep the call that waits may be hidden under wrappers. */
const TELLING_FRAMES = 6;

/** The frame that tells what the worker waits for: the first of a known family, else the innermost. */
function telling(frames: readonly Frame[]): Frame | undefined {
  return frames.slice(0, TELLING_FRAMES).find((frame) => frame.family !== null) ?? frames[0];
}

function recordStack(ledger: Ledger, path: string, stack: Stack): void {
  const frame = telling(stack.frames);
  const call = frame?.call ?? '';
  const family: CallFamily = frame?.family ?? 'cpu';
  ledger.stacks.count(call, family, stack.script);
  const top = stack.frames.slice(0, 3).map(({ call: name, place }) => `${name}() ${place}`);
  ledger.record({
    signature: 'slow.stack',
    path,
    line: stack.line,
    text: stack.lines.join('\n'),
    at: stack.at,
    fields: { pool: stack.pool, pid: stack.pid, script: stack.script, call, family, frames: top.join(' < ') },
  });
}

/** Reads PHP-FPM's slow log: one event a stack, and the tally of what the stacks agree on. */
export function slowLogReader(ledger: Ledger, path: string): LineReader {
  let stack: Stack | null = null;
  const close = (): void => {
    if (stack !== null && (stack.frames.length > 0 || stack.script !== '')) recordStack(ledger, path, stack);
    stack = null;
  };
  return {
    line(text, number) {
      const read = readSlowLogLine(text);
      if (read === null) return false;
      if (read.form === 'head') {
        close();
        stack = {
          line: number,
          at: ledger.local(read.at),
          pool: read.pool.text,
          pid: read.pid,
          script: '',
          frames: [],
          lines: [text],
        };
        return true;
      }
      // A paste may begin in the middle of a record.
      stack ??= { line: number, at: null, pool: '', pid: 0, script: '', frames: [], lines: [] };
      if (stack.lines.length < MOST_FRAMES) stack.lines.push(text);
      if (read.form === 'script') stack.script = read.script.text;
      else if (stack.frames.length < MOST_FRAMES) {
        const place = `${read.file.text}${read.fileLine === null ? '' : `:${String(read.fileLine)}`}`;
        stack.frames.push({ call: read.call.text, place, family: callFamily(read.call.text, read.file.text) });
      }
      return true;
    },
    end: close,
  };
}
