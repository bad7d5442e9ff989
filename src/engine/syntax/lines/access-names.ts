/** Names that people give to nginx's variables in JSON keys and `key=value` tails, by the variable they hold. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'status_code', 'response_status', 'code', 'http_status', 'response_code'],
  request: ['request', 'request_line', 'req'],
  request_method: ['request_method', 'method', 'verb', 'http_method'],
  request_uri: ['request_uri', 'uri', 'path', 'url', 'request_path', 'uri_path'],
  time_local: ['time_local', 'timestamp_local'],
  time_iso8601: ['time_iso8601', 'time', 'timestamp', '@timestamp', 'ts', 'datetime', 'date'],
  msec: ['msec', 'time_msec', 'epoch'],
  remote_addr: ['remote_addr', 'client', 'client_ip', 'remote_ip', 'clientip', 'ip', 'x_real_ip'],
  body_bytes_sent: ['body_bytes_sent', 'bytes', 'bytes_sent', 'size', 'body_bytes'],
  request_time: ['request_time', 'rt', 'req_time', 'duration', 'total_time', 'reqtime', 'request_duration'],
  request_length: ['request_length', 'rl', 'req_length', 'request_size', 'length'],
  host: ['host', 'vhost', 'server_name', 'http_host', 'domain', 'server'],
  upstream_addr: ['upstream_addr', 'upstream', 'ua', 'uaddr', 'backend', 'upstreamaddr'],
  upstream_status: ['upstream_status', 'us', 'ustatus', 'upstream_code'],
  upstream_response_time: [
    'upstream_response_time',
    'urt',
    'upstream_time',
    'upstream_rt',
    'upstream_resp_time',
    'uresp',
    'upsttime',
    'uptime',
    'apptime',
  ],
  upstream_connect_time: ['upstream_connect_time', 'uct', 'upstream_ct'],
  upstream_header_time: ['upstream_header_time', 'uht', 'upstream_ht'],
  upstream_bytes_received: ['upstream_bytes_received', 'ubr', 'ub', 'upstream_bytes'],
  http_user_agent: ['http_user_agent', 'user_agent', 'agent', 'useragent'],
  http_referer: ['http_referer', 'referer', 'referrer'],
  http_x_forwarded_for: ['http_x_forwarded_for', 'x_forwarded_for', 'xff', 'forwarded_for'],
  remote_user: ['remote_user', 'user', 'auth'],
};

const VARIABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([variable, names]) => names.map((name) => [name, variable] as const)),
);

/** The variable that a key holds, null for a key of which nothing is known. */
export function variableOf(key: string): string | null {
  return VARIABLES.get(key.toLowerCase().replace(/^\$/, '').replaceAll('-', '_')) ?? null;
}
