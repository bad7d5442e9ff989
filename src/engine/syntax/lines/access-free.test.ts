import { describe, expect, it } from 'vitest';
import { readAccessLine } from './nginx-access.ts';

function values(line: string): Record<string, string> {
  return Object.fromEntries([...(readAccessLine(line) ?? [])].map(([name, { text }]) => [name, text]));
}

/** Formats that somebody wrote and nobody pasted: what they say must be read all the same. */
describe('an access log of an unknown format', () => {
  const request = 'GET /basket/4?us=200 HTTP/1.1';

  it.each([
    ['names behind the status', `198.51.100.4 [02/Feb/2026:08:15:31 +0100] "${request}" 502 157 rt=0.004 uct=- us=502`],
    ['the time first', `[02/Feb/2026:08:15:31 +0100] 198.51.100.4 "${request}" 502 157 0.004`],
    ['quoted numbers', `198.51.100.4 - [02/Feb/2026:08:15:31 +0100] "${request}" "502" "157" "-"`],
    ['bars', `198.51.100.4|02/Feb/2026:08:15:31 +0100|${request}|502|157|0.004|192.0.2.7:9000`],
    ['commas', `"198.51.100.4","02/Feb/2026:08:15:31 +0100","${request}","502","157"`],
    ['logfmt', `t="02/Feb/2026:08:15:31 +0100" ip=198.51.100.4 request="${request}" status=502 bytes=157`],
    ['LTSV', `time:02/Feb/2026:08:15:31 +0100\thost:198.51.100.4\treq:${request}\tstatus:502\tsize:157`],
  ])('is read: %s', (_, line) => {
    expect(values(line)).toMatchObject({ request, status: '502', body_bytes_sent: '157' });
    expect(values(line)['time_local']).toBe('02/Feb/2026:08:15:31 +0100');
  });

  it('reads times of the upstream behind their names', () => {
    const line = `2026-02-02T08:15:31+01:00 198.51.100.4 "${request}" 504 160 rt=60.001 uct=0.000 uht=- urt=60.001`;
    expect(values(line)).toMatchObject({
      time_iso8601: '2026-02-02T08:15:31+01:00',
      remote_addr: '198.51.100.4',
      upstream_connect_time: '0.000',
      upstream_header_time: '-',
      upstream_response_time: '60.001',
    });
  });

  it('reads pairs alone, and an instant in seconds', () => {
    const line = '1769984131.204 remote_addr=198.51.100.4 method=POST uri=/pay status=502 request_time=0.010';
    expect(values(line)).toMatchObject({ msec: '1769984131.204', request_uri: '/pay', status: '502' });
  });

  it.each([
    '2026/02/02 08:15:31 [error] 7#7: *1 x, client: 198.51.100.4, request: "GET / HTTP/1.1", host: "a.example"',
    'POST /pay HTTP/1.1',
    'level=info msg=started status=200',
    'the page said "GET / HTTP/1.1" and then 502',
  ])('is not any line with a number: %s', (line) => {
    expect(readAccessLine(line)).toBeNull();
  });
});
