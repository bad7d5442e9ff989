import { describe, expect, it } from 'vitest';
import { checkNginx } from '../syntax/nginx/check.ts';
import { KiB } from '../text/units.ts';
import { bufferProblems, DEFAULT_BUFFERS, solveBuffers, type Buffers } from './buffers.ts';

const SIZES = [1, 3, 4, 5, 8, 14, 15, 16, 32, 33, 64, 112, 113].map((size) => size * KiB);
const NUMBERS = [1, 2, 3, 8, 9, 32];

function sample(): Buffers[] {
  const all: Buffers[] = [];
  for (const bufferSize of SIZES) {
    for (const number of NUMBERS) {
      for (const size of SIZES.filter((_, at) => at % 2 === 0)) {
        for (const busy of [null, 8 * KiB, 28 * KiB, 64 * KiB, 112 * KiB, 113 * KiB]) {
          const tempFileWriteSize = (bufferSize + size) % 3 === 0 ? 16 * KiB : null;
          const maxTempFileSize = number === 3 ? 0 : number === 9 ? 8 * KiB : null;
          all.push({ bufferSize, number, size, busy, tempFileWriteSize, maxTempFileSize });
        }
      }
    }
  }
  return all;
}

function written({ bufferSize, number, size, busy, tempFileWriteSize, maxTempFileSize }: Buffers): string {
  const line = (name: string, value: number | null): string =>
    value === null ? '' : `fastcgi_${name} ${String(value)};\n`;
  return `events {}\nhttp { server { location / {\n${line('buffer_size', bufferSize)}fastcgi_buffers ${String(number)} ${String(size)};\n${line(
    'busy_buffers_size',
    busy,
  )}${line('temp_file_write_size', tempFileWriteSize)}${line('max_temp_file_size', maxTempFileSize)}} } }\n`;
}

describe('buffers', () => {
  const refused = sample().filter((buffers) => bufferProblems(buffers).length > 0);

  it('refuses what the judge of nginx’s own rules refuses', () => {
    const wrong = sample().filter(
      (buffers) => checkNginx(written(buffers)).accepted !== (bufferProblems(buffers).length === 0),
    );
    expect(wrong.map(written)).toEqual([]);
    expect(refused.length).toBeGreaterThan(1000);
  });

  it('solves every refused set, and leaves every accepted one alone', () => {
    for (const buffers of sample()) {
      const solved = solveBuffers(buffers);
      expect(bufferProblems(solved), written(buffers)).toEqual([]);
      if (bufferProblems(buffers).length === 0) expect(solved).toEqual(buffers);
      expect(solveBuffers(solved)).toEqual(solved);
    }
  });

  it('never shrinks what a header needs', () => {
    for (const buffers of refused) {
      const solved = solveBuffers(buffers, 32 * KiB);
      expect(solved.bufferSize).toBe(Math.max(buffers.bufferSize, 32 * KiB));
      expect(solved.size).toBeGreaterThanOrEqual(buffers.size);
      expect(bufferProblems(solved)).toEqual([]);
    }
  });

  it('cures a big header over the defaults with 32k, 8 × 16k and 64k', () => {
    expect(solveBuffers(DEFAULT_BUFFERS, 32 * KiB)).toMatchObject({
      bufferSize: 32 * KiB,
      number: 8,
      size: 16 * KiB,
      busy: 64 * KiB,
    });
  });
});
