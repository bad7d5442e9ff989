import { intendedBytes } from '../syntax/ini/intended.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { isWritten, type Setting } from '../stack/setting.ts';
import { KiB, type Bytes } from '../text/units.ts';
import { sizeWord } from './size-word.ts';
import type { BufferPlan } from './plan.ts';
import { nextPowerOfTwo } from './rounding.ts';
import { numberOf, textOf } from './values.ts';

/** Protocols whose modules share `ngx_http_upstream` buffering and its checks. */
export const BUFFERED_PROTOCOLS = ['fastcgi', 'proxy', 'uwsgi', 'scgi'] as const;
export type BufferedProtocol = (typeof BUFFERED_PROTOCOLS)[number];

/** Buffers of one location as nginx merges them; null where nobody set it and nginx derives it. */
export interface Buffers {
  readonly bufferSize: Bytes;
  readonly number: number;
  readonly size: Bytes;
  readonly busy: Bytes | null;
  readonly tempFileWriteSize: Bytes | null;
  readonly maxTempFileSize: Bytes | null;
}

export type BufferProblem =
  'too-few-buffers' | 'busy-too-small' | 'busy-too-large' | 'temp-write-too-small' | 'temp-file-too-small';

const PAGE: Bytes = 4 * KiB;
export const DEFAULT_BUFFERS: Buffers = {
  bufferSize: PAGE,
  number: 8,
  size: PAGE,
  busy: null,
  tempFileWriteSize: null,
  maxTempFileSize: null,
};

/** Enough for a response header with generous cookies; what a "too big header" is cured with. */
export const CURING_BUFFER: Bytes = 32 * KiB;

/**
 * What nginx refuses, in its own order (ngx_http_fastcgi_module.c `merge_loc_conf`; proxy, uwsgi and scgi alike).
 * S = max(buffer_size, one buffer); unset busy and temp_file_write_size are 2·S. `busy ≤ (n−1)·size` allows equality.
 */
export function bufferProblems(buffers: Buffers): BufferProblem[] {
  const { number, size, tempFileWriteSize, maxTempFileSize } = buffers;
  if (number < 2) return ['too-few-buffers'];
  const largest = Math.max(buffers.bufferSize, size);
  const busy = buffers.busy ?? 2 * largest;
  const problems: BufferProblem[] = [];
  if (busy < largest) problems.push('busy-too-small');
  if (busy > (number - 1) * size) problems.push('busy-too-large');
  if (tempFileWriteSize !== null && tempFileWriteSize < largest) problems.push('temp-write-too-small');
  if (maxTempFileSize !== null && maxTempFileSize !== 0 && maxTempFileSize < largest)
    problems.push('temp-file-too-small');
  return problems;
}

/**
 * Buffers that nginx accepts with room for a header of at least `header` bytes, changed as little as that needs:
 * buffers grow until (n−1)·size ≥ 2·S, busy is 2·S unless a written one holds.
 */
export function solveBuffers(current: Buffers, header: Bytes = 0): Buffers {
  const bufferSize = Math.max(current.bufferSize, header);
  const number = Math.max(current.number, 2);
  const grown = { ...current, bufferSize, number };
  const problems = bufferProblems(grown);
  if (problems.length === 0) return grown;
  const wide = Math.max(number, 8);
  const kept = bufferProblems({ ...grown, busy: null }).every((problem) => problem.startsWith('temp'));
  const size = kept ? current.size : Math.max(current.size, nextPowerOfTwo((2 * bufferSize) / (wide - 1), PAGE));
  const largest = Math.max(bufferSize, size);
  const count = kept ? number : wide;
  return {
    bufferSize,
    number: count,
    size,
    busy: problems.every((problem) => problem.startsWith('temp')) ? current.busy : 2 * largest,
    tempFileWriteSize: atLeast(current.tempFileWriteSize, largest),
    maxTempFileSize: current.maxTempFileSize === 0 ? 0 : atLeast(current.maxTempFileSize, largest),
  };
}

function atLeast(value: Bytes | null, floor: Bytes): Bytes | null {
  return value === null ? null : Math.max(value, floor);
}

export function isBuffered(protocol: string): protocol is BufferedProtocol {
  return (BUFFERED_PROTOCOLS as readonly string[]).includes(protocol);
}

/** Effective buffers of a path; null when it has none or a missing include may set them. */
export function buffersOf({ pass, settings }: RequestPath): Buffers | null {
  if (pass === null || !isBuffered(pass.protocol)) return null;
  const named = (suffix: string): Setting | undefined => settings[`${pass.protocol}_${suffix}`];
  const pair = buffersPair(named('buffers'));
  const bufferSize = numberOf(named('buffer_size')) ?? (named('buffer_size') === undefined ? PAGE : null);
  if (pair === null || bufferSize === null) return null;
  return {
    bufferSize,
    ...pair,
    busy: writtenBytes(named('busy_buffers_size')),
    tempFileWriteSize: writtenBytes(named('temp_file_write_size')),
    maxTempFileSize: writtenBytes(named('max_temp_file_size')),
  };
}

/** `8 16k` as number and size. */
export function buffersPair(setting: Setting | undefined): { number: number; size: Bytes } | null {
  if (setting === undefined) return { number: DEFAULT_BUFFERS.number, size: DEFAULT_BUFFERS.size };
  const [number, size] = (textOf(setting) ?? setting.written ?? '').trim().split(/\s+/u);
  const bytes = intendedBytes(size ?? '');
  return number === undefined || bytes === null || !/^\d{1,9}$/u.test(number)
    ? null
    : { number: Number(number), size: bytes };
}

function writtenBytes(setting: Setting | undefined): Bytes | null {
  return setting !== undefined && isWritten(setting) ? numberOf(setting) : null;
}

export function asBufferPlan({ bufferSize, number, size, busy }: Buffers): BufferPlan {
  return { bufferSize, buffers: { number, size }, busyBuffersSize: busy ?? 2 * Math.max(bufferSize, size) };
}

/** "busy 64 KiB = 2 × 32 KiB, at most (8 − 1) × 16 KiB = 112 KiB". */
export function buffersBecause(protocol: string, buffers: Buffers): string {
  const plan = asBufferPlan(buffers);
  const largest = Math.max(buffers.bufferSize, buffers.size);
  const ceiling = (buffers.number - 1) * buffers.size;
  const word = (bytes: Bytes): string => sizeWord(bytes, 'km');
  return (
    `${protocol}_busy_buffers_size: ${word(largest)} ≤ ${word(plan.busyBuffersSize)} ≤ ` +
    `(${String(buffers.number)} − 1) × ${word(buffers.size)} = ${word(ceiling)}`
  );
}
