import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedErrorLog } from '../../../../tests/generated/error-log.ts';
import { randomOf } from '../../../../tests/generated/access-log.ts';
import { readEvidence } from '../read.ts';
import { comparable, logDocument, summaryOf, toldOf } from '../testing/streamed.ts';
import { StreamedErrorLog } from './streamed-log.ts';

const KIND = 'nginx-error-log';
const streamed = (log: string, chunk: number) => toldOf(summaryOf(new StreamedErrorLog([log], []), log, chunk));
const whole = (log: string) => readEvidence([logDocument(log, KIND)]);
const CHUNKS = [61, 4099, 65_536];

describe('an error log that is streamed says what the same log says when it is read whole', () => {
  const seed = Date.now() % 1e6;
  it.each([0, 200, 20, 3])(`generated, one strange line in %s, seed ${seed}`, (odd) => {
    const log = generatedErrorLog(2000, randomOf(seed + odd), odd);
    const expected = comparable(whole(log));
    for (const chunk of CHUNKS) expect(comparable(streamed(log, chunk))).toEqual(expected);
  });

  const incidents = join(import.meta.dirname, '../../../../tests/incidents');
  const files = readdirSync(incidents, { recursive: true, encoding: 'utf8' });
  it('whatever incident it is of', () => {
    const logs = files.filter((file) => /error\.log$/.test(file));
    expect(logs.length).toBeGreaterThan(100);
    for (const path of logs) {
      const log = readFileSync(join(incidents, path), 'latin1');
      expect([path, comparable(streamed(log, 509))]).toEqual([path, comparable(whole(log))]);
    }
  });

  it('lines longer than any record, and lines without an end', () => {
    const line = '2024/01/15 03:47:22 [error] 1#1: *1 no live upstreams while connecting to upstream, client: x\n';
    const log = `${line}${line.trimEnd()}, ${'x'.repeat(200_000)}\n${line.repeat(3)}${'y'.repeat(100_000)}`;
    for (const chunk of CHUNKS) expect(comparable(streamed(log, chunk))).toEqual(comparable(whole(log)));
  });
});
