import type { Call } from './judgement.ts';
import { parseCount, parseSize } from '../quantity.ts';

type Check = (value: number, version: number) => string | null;

const MINIMUM_POOL = 112;

const poolSize: Check = (size) => {
  if (size < MINIMUM_POOL) return `the pool size must be no less than ${MINIMUM_POOL}`;
  return size % 16 === 0 ? null : 'the pool size must be a multiple of 16';
};

function powerBetween(low: number, high: number, words: string): Check {
  return (size) => (size >= low && size <= high && (size & (size - 1)) === 0 ? null : words);
}

/** Checks that follow a generic slot (`ngx_conf_post_t` and the like of each module). */
const CHECKS: Readonly<Record<string, Check>> = {
  connection_pool_size: poolSize,
  request_pool_size: poolSize,
  http2_pool_size: poolSize,
  gzip_hash: powerBetween(512, 131072, '"gzip_hash" directive must be 512, 1k, 2k, 4k, 8k, 16k, 32k, 64k, or 128k'),
  gzip_window: powerBetween(512, 32768, '"gzip_window" directive must be 512, 1k, 2k, 4k, 8k, 16k, or 32k'),
  http2_chunk_size: (size) => (size === 0 ? 'the http2 chunk size cannot be zero' : null),
  http2_recv_buffer_size: (size, version) =>
    size > (version < 1_031_000 ? 32 : 0) ? null : '"http2_recv_buffer_size" directive value is too small',
  http2_body_preread_size: (size) =>
    size > 2147483647 ? '"http2_body_preread_size" directive value is too big' : null,
  http2_streams_index_size: powerBetween(1, 2 ** 30, '"http2_streams_index_size" directive must be a power of two'),
};

/** What the check behind the slot says to a value the slot has taken; null when there is none or it agrees. */
export function postProblem({ name, args, fact }: Call, version: number): string | null {
  const check = CHECKS[name];
  if (check === undefined) return null;
  const [text = ''] = args;
  const value = fact.type === 'int' ? parseCount(text) : parseSize(text);
  return value === null ? null : check(value, version);
}
