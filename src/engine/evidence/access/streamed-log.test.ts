import { describe, expect, it } from 'vitest';
import { logFormatsIn } from '../../syntax/lines/log-format.ts';
import type { Document } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import type { Evidence } from '../evidence.ts';
import { readEvidence } from '../read.ts';
import { createPlainKernel } from './bytes/plain-kernel.ts';
import { tellStreamed } from '../tell.ts';
import { generatedLog, LOG_KINDS, randomOf } from '../../../../tests/generated/access-log.ts';
import { StreamedAccessLog } from './streamed-log.ts';

const document = (text: string, kind: Document['kind'] = 'nginx-access-log'): Document<Redacted> => ({
  path: kind === 'nginx' ? 'nginx.conf' : 'access.log',
  kind,
  text: text as Redacted,
  recognisedBy: 'test',
});

function streamed(log: string, config: string, chunk: number): Evidence {
  const stream = new StreamedAccessLog(createPlainKernel(), logFormatsIn(config));
  const bytes = new TextEncoder().encode(log);
  const buffer = new Uint8Array(chunk);
  for (let from = 0; from < bytes.length; from += chunk) {
    const piece = bytes.subarray(from, from + chunk);
    buffer.set(piece);
    stream.push(buffer.subarray(0, piece.length));
  }
  stream.end();
  const summary = stream.summary();
  const excerpt = document(summary.kept.map(({ text }) => text).join('\n'));
  const documents = [document(config, 'nginx'), excerpt];
  return readEvidence(documents, tellStreamed([{ document: excerpt, summary }], documents));
}

const comparable = ({ demand, timeline, counts, periods, longestRunSeconds, events }: Evidence) => ({
  demand: demand && {
    ...demand,
    clients: undefined,
    serviceSeconds: demand.serviceSeconds?.toFixed(6),
    concurrency: demand.concurrency?.toFixed(6),
    byMethod: [...(demand.byMethod ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    bySize: [...(demand.bySize ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1)),
    failingRoutes: demand.failingRoutes?.map(({ route, failures }) => [route, failures]).sort(),
    slowestRoutes: demand.slowestRoutes.map(({ p95 }) => p95),
  },
  timeline,
  counts: [...counts].sort(),
  periods: periods?.map(({ name, everySeconds }) => [name, everySeconds]),
  longestRunSeconds,
  lines: events.map(({ line, signature, at }) => [line, signature, at]),
});

describe('an access log that is streamed says what the same log says when it is read whole', () => {
  const seed = Date.now() % 1e6;
  it.each(LOG_KINDS.map((kind) => [kind.name, kind] as const))(`%s, seed ${seed}`, (_name, kind) => {
    const random = randomOf(seed);
    const log = generatedLog(kind, 3000, random);
    const whole = readEvidence([document(log), document(kind.config, 'nginx')]);
    for (const chunk of [257, 65_536]) expect(comparable(streamed(log, kind.config, chunk))).toEqual(comparable(whole));
  });

  it('counts clients', () => {
    const line = (client: string) =>
      `${client} - - [15/Jan/2024:03:47:22 +0000] "GET /a HTTP/1.1" 200 157 "-" "curl/8"\n`;
    const log = line('203.0.113.9').repeat(3) + line('203.0.113.10') + line('2001:db8::1');
    expect(streamed(log, '', 100).demand?.clients).toEqual({ seen: 3, notCounted: 0, busiest: 3 });
  });

  it('keeps a bounded number of lines whatever comes', () => {
    const random = randomOf(seed);
    let log = '';
    for (let at = 0; at < 20_000; at++)
      log += `203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET /r${at}/x HTTP/1.1" ${400 + Math.floor(random() * 150)} 157 "-" "a${at}"\n`;
    const stream = new StreamedAccessLog(createPlainKernel(), []);
    stream.push(new TextEncoder().encode(log));
    stream.end();
    expect(stream.summary().lines).toBe(20_000);
    expect(stream.summary().kept.length).toBeLessThan(1000);
  });

  it('passes over an endless line and what is no log', () => {
    const line = '203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET /a HTTP/1.1" 502 157 "-" "curl/8"\n';
    const evidence = streamed(`${'x'.repeat(3_000_000)}\n${line}\u0000\u0001\n\n"\n`, '', 100_000);
    expect(evidence.demand?.statuses).toEqual({ '502': 1 });
  });
});
