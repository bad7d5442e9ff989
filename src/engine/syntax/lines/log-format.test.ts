import { describe, expect, it } from 'vitest';
import { accessLogsIn, compileLogFormat, logFormatsIn, readUnderFormat } from './log-format.ts';
import { readAccessLine } from './nginx-access.ts';

const values = (fields: ReadonlyMap<string, { text: string }> | null) =>
  fields === null ? null : Object.fromEntries([...fields].map(([name, field]) => [name, field.text]));

describe('log formats', () => {
  it('are found in a config, comments and quotes understood', () => {
    const config = `http {\n  # log_format old '$status';\n  log_format main '$remote_addr - [$time_local] "$request" '\n    '$status rt=$request_time';\n  log_format json escape=json '{"s":"$status"}';\n  access_log /var/log/nginx/a.log main buffer=32k;\n  access_log off;\n  access_log /var/log/nginx/b.log;\n}`;
    expect(logFormatsIn(config).map(({ name, variables }) => [name, variables])).toEqual([
      ['main', ['remote_addr', 'time_local', 'request', 'status', 'request_time']],
      ['json', ['status']],
    ]);
    expect([...accessLogsIn(config)]).toEqual([
      ['/var/log/nginx/a.log', 'main'],
      ['/var/log/nginx/b.log', 'combined'],
    ]);
  });

  it('read a line back, lists of upstream tries included', () => {
    const format = compileLogFormat(
      'x',
      '$status $upstream_addr $upstream_status $upstream_response_time $request_time',
    );
    const line = '502 10.0.0.1:80, unix:/run/b.sock : 10.0.0.3:80 502, 502 : 502 0.000, 0.001 : 0.002 0.003';
    expect(values(readUnderFormat(line, format))).toEqual({
      status: '502',
      upstream_addr: '10.0.0.1:80, unix:/run/b.sock : 10.0.0.3:80',
      upstream_status: '502, 502 : 502',
      upstream_response_time: '0.000, 0.001 : 0.002',
      request_time: '0.003',
    });
    expect(readUnderFormat('something else', format)).toBeNull();
  });
});

describe('readAccessLine', () => {
  const head = '203.0.113.9 - - [10/Oct/2024:13:55:36 +0000] "GET /a?b=1 HTTP/1.1" 502 157 "-" "curl/8 (x; y)"';

  it('reads combined, main, tails with names and bare times, with spans', () => {
    const fields = readAccessLine(head);
    expect(values(fields)).toMatchObject({
      remote_addr: '203.0.113.9',
      request: 'GET /a?b=1 HTTP/1.1',
      status: '502',
      http_user_agent: 'curl/8 (x; y)',
    });
    for (const field of fields?.values() ?? []) expect(head.slice(field.start, field.end)).toBe(field.text);
    expect(values(readAccessLine(`${head} "198.51.100.7"`))?.['http_x_forwarded_for']).toBe('198.51.100.7');
    expect(
      values(readAccessLine(`${head} rt=1.234 uct="0.000, 0.001" uht="-" urt=1.200, 0.034 us=502, 502`)),
    ).toMatchObject({
      request_time: '1.234',
      upstream_connect_time: '0.000, 0.001',
      upstream_header_time: '-',
      upstream_response_time: '1.200, 0.034',
      upstream_status: '502, 502',
    });
    expect(values(readAccessLine(`${head} 0.250 0.249`))).toMatchObject({
      request_time: '0.250',
      upstream_response_time: '0.249',
    });
  });

  it('reads carriers, CRLF, ingress and the pool’s own access log', () => {
    expect(values(readAccessLine(`web-1  | ${head}\r`))?.['status']).toBe('502');
    const ingress = `${head} 512 5.001 [default-app-80] [] 10.0.0.1:80, 10.0.0.2:80 0, 0 5.000, 0.001 504, 502 abcdef`;
    expect(values(readAccessLine(ingress))).toMatchObject({
      upstream_addr: '10.0.0.1:80, 10.0.0.2:80',
      upstream_status: '504, 502',
      request_time: '5.001',
    });
    expect(values(readAccessLine('172.19.0.6 -  01/Apr/2020:04:25:29 +0000 "GET /index.php" 404'))).toMatchObject({
      status: '404',
      request: 'GET /index.php',
    });
  });

  it('reads JSON lines by what their keys mean, cut ones too', () => {
    const line =
      '{"time":"2024-01-15T03:47:22+00:00","status":"502","upstream_status":"502, 502","request":"GET /a \\"x\\" HTTP/1.1","upstream_response_time":"0.000, 0.000","bytes":157}';
    const fields = readAccessLine(line);
    expect(values(fields)).toEqual({
      time_iso8601: '2024-01-15T03:47:22+00:00',
      status: '502',
      upstream_status: '502, 502',
      request: 'GET /a \\"x\\" HTTP/1.1',
      upstream_response_time: '0.000, 0.000',
      body_bytes_sent: '157',
    });
    for (const field of fields?.values() ?? []) expect(line.slice(field.start, field.end)).toBe(field.text);
    expect(values(readAccessLine(line.slice(0, 100)))?.['status']).toBe('502');
  });

  it('prefers the format found in the config and leaves other lines alone', () => {
    const format = compileLogFormat('timed', '$time_iso8601|$status|$request_time');
    expect(values(readAccessLine('2024-01-15T03:47:22+00:00|504|60.001', [format]))).toMatchObject({
      status: '504',
      request_time: '60.001',
    });
    expect(readAccessLine('2024/01/15 03:47:22 [error] 1#1: *1 x')).toBeNull();
    expect(readAccessLine('')).toBeNull();
  });
});
