/** Generated access logs in several formats, for tests that compare two readers of the same log. */
export interface LogKind {
  readonly name: string;
  /** nginx config that holds the format, or ''. */
  readonly config: string;
  line(fields: Fields): string;
}

interface Fields {
  readonly client: string;
  readonly at: number;
  readonly request: string;
  readonly status: number;
  readonly bytes: number;
  readonly agent: string;
  readonly time: string;
  readonly connect: string;
  readonly header: string;
  readonly upstream: string;
  readonly upstreamStatus: string;
  readonly address: string;
  readonly length: number;
  readonly received: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

function clf(at: number): string {
  const date = new Date((at + 5400) * 1000);
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()] ?? ''}/${date.getUTCFullYear()}:${clock} +0130`;
}

const iso = (at: number): string => new Date((at - 18_000) * 1000).toISOString().replace('.000Z', '-05:00');
const combined = (f: Fields): string =>
  `${f.client} - - [${clf(f.at)}] "${f.request}" ${f.status} ${f.bytes} "https://example.com/from" "${f.agent}"`;

export const LOG_KINDS: readonly LogKind[] = [
  { name: 'combined', config: '', line: combined },
  { name: 'main', config: '', line: (f) => `${combined(f)} "198.51.100.7"` },
  { name: 'combined with named times', config: '', line: (f) => `${combined(f)} rt=${f.time} urt="${f.upstream}"` },
  {
    name: 'all times, named, unquoted',
    config: '',
    line: (f) =>
      `${combined(f)} rt=${f.time} uct=${f.connect} uht=${f.header} urt=${f.upstream} us=${f.upstreamStatus} ua="${f.address}"`,
  },
  {
    name: 'a format of the config',
    config:
      "log_format full '$time_iso8601|$request|$status|$body_bytes_sent|$request_time|$upstream_addr|$upstream_status|$upstream_connect_time|$upstream_header_time|$upstream_response_time|$upstream_bytes_received|$request_length';\naccess_log /var/log/nginx/access.log full;\n",
    line: (f) =>
      `${iso(f.at)}|${f.request}|${f.status}|${f.bytes}|${f.time}|${f.address}|${f.upstreamStatus}|${f.connect}|${f.header}|${f.upstream}|${f.received}|${f.length}`,
  },
  {
    name: 'JSON',
    config: '',
    line: (f) =>
      `{"time_iso8601":"${iso(f.at)}","remote_addr":"${f.client}","request":"${f.request}","status":${f.status},"body_bytes_sent":${f.bytes},"request_time":${f.time},"upstream_response_time":"${f.upstream}","http_user_agent":"${f.agent}","trace":"${f.length}a"}`,
  },
];

export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A log whose lines go on in time, with failures, retries, odd lines and CRLF among them. */
export function generatedLog(kind: LogKind, lines: number, random: () => number): string {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  const number = (most: number): number => Math.floor(random() * most);
  const paths = ['/', '/cart', '/orders/:n', '/api/v1/users/:n/items', '/a/deadbeefdeadbeef01/x', '/p/:u', '/x;y=1'];
  let at = Date.UTC(2024, 1, 28, 22) / 1000;
  let log = '';
  for (let line = 0; line < lines; line++) {
    at += number(4) === 0 ? number(5) : 0;
    if (line % 997 === 0) at += number(200_000);
    const status = pick([200, 200, 200, 200, 200, 304, 404, 301, 499, 500, 502, 502, 503, 504, 413, 101, 429, 511]);
    const time = (random() ** 4 * 70).toFixed(3);
    const retried = number(20) === 0;
    const path = pick(paths)
      .replace(':n', String(number(1e6)))
      .replace(':u', '3f2504e0-4f89-11d3-9a0c-0305e82c3301');
    const fields: Fields = {
      client: number(10) === 0 ? `2001:db8::${number(99)}` : `203.0.113.${number(256)}`,
      at,
      request:
        number(50) === 0
          ? pick(['-', '', '\\x16\\x03', 'GET'])
          : `${pick(['GET', 'POST', 'PUT', 'get'])} ${path}${pick(['', '?a=1&b=/c'])} HTTP/1.1`,
      status,
      bytes: number(3) === 0 ? 0 : number(60_000),
      agent: pick(['curl/8.0', 'Mozilla/5.0 (X11; Linux x86_64) rt=9.9 [x]']),
      time,
      connect: retried ? '0.000, 0.001' : pick(['0.000', '-']),
      header: retried ? '-, 0.002' : pick(['0.010', '-']),
      upstream: retried ? `0.001, ${time}` : pick([time, '-']),
      upstreamStatus: retried ? `502, ${status}` : pick([String(status), '-']),
      address: retried ? '127.0.0.1:9000, unix:/run/b.sock' : pick(['127.0.0.1:9000', 'backend']),
      length: number(2e7),
      received: retried ? '0, 300' : pick(['0', '4096', '90000', '-']),
    };
    const odd = number(100);
    log += odd === 0 ? 'nonsense\n' : odd === 1 ? '\n' : `${kind.line(fields)}${odd === 2 ? '\r' : ''}\n`;
  }
  return log;
}
