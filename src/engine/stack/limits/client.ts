import type { Limit } from './limit.ts';

/** Limits between client and nginx, and the lists that tell where to look (ngx_http_core_module.c and others). Memory pages of 4k. */
export const CLIENT_LIMITS: readonly Limit[] = [
  { name: 'client_max_body_size', type: 'offset', default: '1m' },
  { name: 'client_body_buffer_size', type: 'size', default: '8k' },
  { name: 'client_body_timeout', type: 'time', default: '60s' },
  { name: 'client_header_timeout', type: 'time', default: '60s' },
  { name: 'send_timeout', type: 'time', default: '60s' },
  { name: 'keepalive_timeout', type: 'time', default: '75s' },
  { name: 'keepalive_requests', type: 'count', default: '100', since: { version: '1.19.10', default: '1000' } },
  { name: 'limit_req', type: 'list', default: null },
  { name: 'limit_conn', type: 'list', default: null },
  { name: 'access_log', type: 'list', default: 'logs/access.log combined' },
  { name: 'error_log', type: 'list', default: 'logs/error.log error' },
  { name: 'add_header', type: 'list', default: null },
];

/** Limits of the processes (ngx_core_module, ngx_event.c). */
export const MAIN_LIMITS: readonly Limit[] = [
  { name: 'worker_processes', type: 'processes', default: '1' },
  { name: 'worker_rlimit_nofile', type: 'count', default: null },
];

export const EVENTS_LIMITS: readonly Limit[] = [{ name: 'worker_connections', type: 'count', default: '512' }];
