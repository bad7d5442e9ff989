import type { PassProtocol } from '../request-path.ts';
import type { Limit } from './limit.ts';

type Part = Omit<Limit, 'name'> & { readonly part: string };

/** ngx_http_fastcgi_module.c, with the same code in proxy, uwsgi and scgi; memory pages of 4k. */
const TIMEOUTS: readonly Part[] = [
  { part: 'connect_timeout', type: 'time', default: '60s' },
  { part: 'send_timeout', type: 'time', default: '60s' },
  { part: 'read_timeout', type: 'time', default: '60s' },
  { part: 'next_upstream', type: 'text', default: 'error timeout' },
  { part: 'next_upstream_timeout', type: 'time', default: '0' },
  { part: 'next_upstream_tries', type: 'count', default: '0' },
  { part: 'buffer_size', type: 'size', default: '4k' },
];

const BUFFERED: readonly Part[] = [
  { part: 'buffering', type: 'flag', default: 'on' },
  { part: 'buffers', type: 'buffers', default: '8 4k' },
  { part: 'busy_buffers_size', type: 'size', default: null },
  { part: 'temp_file_write_size', type: 'size', default: null },
  { part: 'max_temp_file_size', type: 'size', default: '1024m' },
  { part: 'request_buffering', type: 'flag', default: 'on' },
  { part: 'ignore_client_abort', type: 'flag', default: 'off' },
  { part: 'intercept_errors', type: 'flag', default: 'off' },
];

const PARTS: Readonly<Record<PassProtocol, readonly Part[]>> = {
  fastcgi: [...TIMEOUTS, ...BUFFERED, { part: 'keep_conn', type: 'flag', default: 'off' }],
  proxy: [
    ...TIMEOUTS,
    ...BUFFERED,
    { part: 'http_version', type: 'text', default: '1.0', since: { version: '1.29.7', default: '1.1' } },
  ],
  uwsgi: [...TIMEOUTS, ...BUFFERED],
  scgi: [...TIMEOUTS, ...BUFFERED],
  grpc: [...TIMEOUTS, { part: 'intercept_errors', type: 'flag', default: 'off' }],
  memcached: TIMEOUTS,
};

/** Limits between nginx and a backend, in the names of the protocol: `fastcgi_read_timeout`. */
export const UPSTREAM_LIMITS = Object.fromEntries(
  Object.entries(PARTS).map(([protocol, parts]) => [
    protocol,
    parts.map(({ part, ...limit }): Limit => ({ ...limit, name: `${protocol}_${part}` })),
  ]),
) as unknown as Readonly<Record<PassProtocol, readonly Limit[]>>;
