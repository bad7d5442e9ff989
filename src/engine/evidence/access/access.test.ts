import { describe, expect, it } from 'vitest';
import type { Document } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import { readEvidence } from '../read.ts';

const CONFIG =
  "log_format full '$time_iso8601|$request|$status|$body_bytes_sent|$request_time|$upstream_addr|$upstream_status|$upstream_connect_time|$upstream_header_time|$upstream_response_time|$upstream_bytes_received';\naccess_log /var/log/nginx/access.log full;\n";
const document = (path: string, kind: Document['kind'], text: string): Document<Redacted> => ({
  path,
  kind,
  text: text as Redacted,
  recognisedBy: 'test',
});
const read = (log: string, config = CONFIG) =>
  readEvidence([
    document('/var/log/nginx/access.log', 'nginx-access-log', log),
    document('nginx.conf', 'nginx', config),
  ]);
const AT = '2024-01-15T03:47:22+00:00';
const row = (status: number, bytes: number, time: string, rest: string, request = 'GET /a HTTP/1.1') =>
  `${AT}|${request}|${status}|${bytes}|${time}|${rest}\n`;

describe('classes of the access log (FACTS: telling causes apart from the access log alone)', () => {
  it.each([
    [
      'refused, no socket, backlog',
      row(502, 157, '0.000', '127.0.0.1:9000|502|-|-|0.000|0'),
      'access.502-not-connected',
    ],
    ['no live upstreams', row(502, 157, '0.000', 'backend|502|-|-|0.000|0'), 'access.502-no-peer'],
    [
      'every server refused',
      row(502, 157, '0.000', '127.0.0.1:1, 127.0.0.1:2|502, 502|-, -|-, -|0.000, 0.000|0, 0'),
      'access.502-not-connected',
    ],
    ['connect timeout', row(504, 160, '60.0', '127.0.0.1:9000|504|-|-|60.000|0'), 'access.504-connect'],
    ['read timeout', row(504, 160, '60.0', '127.0.0.1:9000|504|0.000|-|60.001|0'), 'access.504-read'],
    [
      'worker killed',
      row(502, 157, '2.6', 'unix:/run/php.sock|502|0.000|-|2.605|0'),
      'access.502-closed-before-header',
    ],
    ['too big header', row(502, 157, '0.01', 'unix:/run/php.sock|502|0.000|-|0.010|4096'), 'access.502-buffer-exact'],
    ['invalid header', row(502, 157, '0.01', '127.0.0.1:80|502|0.000|-|0.010|77'), 'access.502-other'],
    [
      'backend said 502 itself',
      row(502, 99, '0.01', '127.0.0.1:80|502|0.000|0.009|0.010|300'),
      'access.backend-own-error',
    ],
    [
      'backend said 500 itself',
      row(500, 99, '0.01', '127.0.0.1:80|500|0.000|0.009|0.010|300'),
      'access.backend-own-error',
    ],
    ['resolver failure', row(502, 157, '0.00', '|||||'), 'access.502-other'],
    ['nginx out of descriptors', row(500, 170, '0.00', '127.0.0.1:80|-|-|-|0.000|0'), 'access.500'],
    ['client abort', row(499, 0, '5.0', '127.0.0.1:80|-|0.000|-|5.000|0'), 'access.499'],
    ['body refused', row(413, 183, '0.0', '|||||', 'POST /up HTTP/1.1'), 'access.413'],
    [
      'retried',
      row(200, 9, '0.01', '127.0.0.1:1, 127.0.0.1:2|502, 200|-, 0.000|-, 0.001|0.000, 0.002|0, 99'),
      'access.retried-ok',
    ],
    ['truncated', row(200, 0, '2.0', '127.0.0.1:80|200|0.000|0.001|2.0|90000'), 'access.truncated'],
  ])('%s', (_name, log, signature) => {
    expect([...read(log).counts.keys()]).toEqual([signature]);
  });

  it.each([
    ['200', row(200, 612, '0.01', '127.0.0.1:80|200|0.000|0.009|0.010|800')],
    ['404', row(404, 153, '0.01', '127.0.0.1:80|404|0.000|0.009|0.010|300')],
    ['a redirect', row(301, 0, '0.00', '|||||')],
    ['an empty answer', row(200, 0, '0.01', '127.0.0.1:80|200|0.000|0.009|0.010|180')],
    ['HEAD', row(200, 0, '0.01', '127.0.0.1:80|200|0.000|0.009|0.010|90000', 'HEAD / HTTP/1.1')],
  ])('%s tells of no failure', (_name, log) => {
    const evidence = read(log);
    expect(evidence.counts.size).toBe(0);
    expect(evidence.demand?.requests).toBe(1);
  });

  it('says only what the format logs', () => {
    const combined = (status: number) =>
      `203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET /a HTTP/1.1" ${status} 157 "-" "curl/8"\n`;
    expect([...read(combined(502), '').counts.keys()]).toEqual(['access.502-other']);
    expect([...read(combined(504), '').counts.keys()]).toEqual(['access.504-other']);
    expect(read(combined(200), '').demand).toMatchObject({
      serviceSeconds: null,
      concurrency: null,
      percentiles: null,
    });
  });

  it('states the facts of a failure', () => {
    expect(read(row(502, 157, '2.6', 'unix:/run/php.sock|502|0.000|-|2.605|0')).events[0]).toMatchObject({
      at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      fields: { status: 502, seconds: 2.605, request: 'GET /a', route: '/a', address: 'unix:/run/php.sock' },
    });
  });
});

describe('demand', () => {
  const stamp = (second: number) =>
    new Date(Date.UTC(2024, 0, 15, 3, 0, second)).toISOString().replace('.000Z', '+00:00');
  const request = (second: number, status: number, time: string, uri = '/a', method = 'GET') =>
    `${stamp(second)}|${method} ${uri} HTTP/1.1|${status}|9|${time}|127.0.0.1:9000|${status}|0.000|${time}|${time}|99\n`;

  it('is λ, W and L = λ·W at the peak', () => {
    let log = '';
    for (let second = 0; second < 60; second++)
      log += request(second, 200, '0.100').repeat(second >= 20 && second < 40 ? 40 : 5);
    const demand = read(log).demand;
    expect(demand?.peakPerSecond).toBe(40);
    expect(demand?.serviceSeconds).toBeCloseTo(0.1, 3);
    expect(demand?.concurrency).toBeCloseTo(4, 1);
    expect(demand?.percentiles?.p50).toBeCloseTo(0.1, 1);
    expect(demand?.statuses).toEqual({ '200': 40 * 5 + 20 * 40 });
  });

  it('leaves the wait for a worker out of W', () => {
    let log = '';
    for (let second = 0; second < 120; second++) log += request(second, 200, second < 60 ? '0.100' : '4.000').repeat(4);
    expect(read(log).demand?.serviceSeconds).toBeCloseTo(0.1, 3);
  });

  it('names slow and failing routes, identifiers folded', () => {
    let log = '';
    for (let id = 0; id < 200; id++)
      log +=
        request(1, 200, '0.050', `/orders/${id}?x=${id}`) +
        request(1, id % 4 === 0 ? 504 : 200, '3.000', '/report', 'POST');
    const demand = read(log).demand;
    expect(demand?.slowestRoutes.map(({ route, failures }) => [route, failures])).toEqual([
      ['/report', 50],
      ['/orders/:id', 0],
    ]);
    expect(demand?.failingRoutes).toMatchObject([{ route: '/report', failures: 50, requests: 200 }]);
    expect(demand?.byMethod).toEqual([
      { name: 'GET', requests: 200, failures: 0 },
      { name: 'POST', requests: 200, failures: 50 },
    ]);
  });

  it('keeps its tables bounded', () => {
    let log = '';
    for (let at = 0; at < 30_000; at++) log += request(at * 50, 200, '0.010', `/p${at}x`);
    const evidence = read(log);
    expect(evidence.timeline.length).toBeLessThanOrEqual(720);
    expect(evidence.demand?.requests).toBe(30_000);
  });
});

describe('time', () => {
  it('finds a failure that comes back every five minutes', () => {
    let log = '';
    for (let minute = 0; minute < 60; minute++) {
      const at = new Date(Date.UTC(2024, 0, 15, 3, minute, 0)).toISOString().replace('.000Z', '+00:00');
      log += `${at}|GET / HTTP/1.1|${minute % 5 === 0 ? 502 : 200}|9|0.1|127.0.0.1:9000|200|0.000|0.1|0.1|99\n`;
    }
    expect(read(log).periods).toEqual([
      {
        name: 'status 502',
        everySeconds: 300,
        times: 12,
        first: Date.UTC(2024, 0, 15, 3, 0) / 1000,
        last: Date.UTC(2024, 0, 15, 3, 55) / 1000,
      },
    ]);
  });

  it('joins statuses and a log without a zone on one timeline, by the zone the access log states', () => {
    const access = '203.0.113.9 - - [15/Jan/2024:04:47:22 +0100] "GET /a HTTP/1.1" 502 157 "-" "curl/8"\n';
    const error =
      '2024/01/15 04:47:22 [error] 1#1: *1 no live upstreams while connecting to upstream, client: 1.2.3.4\n';
    const evidence = readEvidence([document('e', 'nginx-error-log', error), document('a', 'nginx-access-log', access)]);
    expect(evidence.timeline).toEqual([
      {
        at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
        width: 1,
        counts: { 'status 502': 1, 'access.502-other': 1, 'nginx.no-live-upstreams': 1 },
      },
    ]);
  });

  it('reads the log of a probing loop', () => {
    const evidence = readEvidence([
      document(
        'http_status.log',
        'nginx-access-log',
        '200\nMon Jan 15 03:47:21 UTC 2024\n502\nMon Jan 15 03:47:22 UTC 2024\n',
      ),
    ]);
    expect(evidence.events).toMatchObject([
      { signature: 'probe.status', at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000, fields: { status: 502 } },
    ]);
    expect(evidence.timeline.map(({ counts }) => counts)).toEqual([
      { 'status 200': 1 },
      { 'status 502': 1, 'probe.status': 1 },
    ]);
  });
});
