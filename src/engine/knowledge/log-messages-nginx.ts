import type { ErrnoName } from './log-messages-errno.ts';

/** One message template of nginx: everything stated must hold. The first that does gives the line its name. */
export interface NginxMessage {
  /** The message begins so (after `kevent() reported that ` and the like). */
  readonly starts?: string;
  readonly contains?: string;
  readonly errno?: readonly ErrnoName[];
  /** The action ("while …") begins so. */
  readonly action?: string;
  /** The record names an upstream: without one, resets and timeouts are the client's. */
  readonly upstream?: true;
  /** The address is a unix socket. */
  readonly unix?: boolean;
  readonly level?: string;
  readonly signature: string;
}

const HEADER = 'reading response header';

/** Which file of nginx writes each message is noted at the head of its group. */
export const NGINX_MESSAGES = [
  // any call: out of descriptors, out of disk (ngx_event_accept.c, ngx_event_connect.c, ngx_files.c)
  { errno: ['EMFILE', 'ENFILE'], contains: 'failed', signature: 'nginx.fd-exhausted' },
  { errno: ['ENOSPC', 'EDQUOT'], contains: 'failed', signature: 'nginx.disk-full' },
  { contains: ' has written only ', signature: 'nginx.disk-full' },
  // modules that print strerror() alone
  { contains: 'No space left on device', signature: 'nginx.disk-full' },
  // ngx_resolver.c, ngx_http_upstream.c
  { action: 'resolving', contains: 'failed', signature: 'nginx.dns-failed' },
  { contains: ' could not be resolved', signature: 'nginx.dns-failed' },
  { starts: 'no resolver defined to resolve', signature: 'nginx.no-resolver' },
  { contains: 'host not found in upstream', signature: 'nginx.host-not-found' },
  { contains: 'host not found in resolver', signature: 'nginx.host-not-found' },
  // ngx_event_connect.c, ngx_http_upstream.c via ngx_connection_error
  { starts: 'connect() ', errno: ['ECONNREFUSED'], signature: 'nginx.connect-refused' },
  { starts: 'connect() ', errno: ['ENOENT'], signature: 'nginx.connect-enoent' },
  { starts: 'connect() ', errno: ['EACCES'], unix: true, signature: 'nginx.connect-eacces-unix' },
  { starts: 'connect() ', errno: ['EACCES'], unix: false, signature: 'nginx.connect-eacces-tcp' },
  { starts: 'connect() ', errno: ['EPERM'], signature: 'nginx.connect-not-permitted' },
  { starts: 'connect() ', errno: ['EAGAIN'], signature: 'nginx.connect-eagain' },
  { starts: 'connect() ', errno: ['EHOSTUNREACH'], signature: 'nginx.connect-no-route' },
  { starts: 'connect() ', errno: ['ENETUNREACH'], signature: 'nginx.connect-net-unreachable' },
  { starts: 'connect() ', errno: ['EADDRNOTAVAIL'], signature: 'nginx.connect-no-local-port' },
  { starts: 'connect() ', errno: ['ETIMEDOUT'], signature: 'nginx.connect-timeout' },
  {
    starts: 'bind(',
    errno: ['EADDRNOTAVAIL', 'EADDRINUSE'],
    action: 'connecting to upstream',
    signature: 'nginx.connect-no-local-port',
  },
  // ngx_http_upstream.c
  { starts: 'no live upstreams', signature: 'nginx.no-live-upstreams' },
  { starts: 'upstream server temporarily disabled', signature: 'nginx.upstream-disabled' },
  { starts: 'upstream timed out', action: 'connecting', signature: 'nginx.connect-timeout' },
  { starts: 'upstream timed out', action: 'SSL handshaking', signature: 'nginx.connect-timeout' },
  { starts: 'upstream timed out', action: 'sending request', signature: 'nginx.send-timeout' },
  { starts: 'upstream timed out', action: HEADER, signature: 'nginx.read-header-timeout' },
  { starts: 'upstream timed out', action: 'reading upstream', signature: 'nginx.read-body-timeout' },
  { starts: 'upstream timed out', action: 'proxying', signature: 'nginx.read-body-timeout' },
  { starts: 'upstream timed out', action: 'sending to client', signature: 'nginx.read-body-timeout' },
  { starts: 'upstream timed out', signature: 'nginx.read-header-timeout' },
  { starts: 'upstream prematurely closed connection', action: 'reading upstream', signature: 'nginx.eof-mid-body' },
  { starts: 'upstream prematurely closed connection', action: 'sending to client', signature: 'nginx.eof-mid-body' },
  { starts: 'upstream prematurely closed connection', action: 'proxying', signature: 'nginx.eof-mid-body' },
  { starts: 'upstream prematurely closed connection', signature: 'nginx.eof-before-header' },
  { starts: 'upstream prematurely closed FastCGI', signature: 'nginx.fastcgi-stream-cut' },
  { starts: 'upstream closed connection without sending', signature: 'nginx.eof-before-header' },
  { starts: 'upstream sent too big header', signature: 'nginx.too-big-header' },
  { starts: 'upstream sent too large http2 frame', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent no valid HTTP/1.0 header', signature: 'nginx.no-valid-http-header' },
  { starts: 'upstream sent unsupported FastCGI protocol version', signature: 'nginx.unsupported-fastcgi-version' },
  { starts: 'upstream sent unexpected FastCGI', signature: 'nginx.unexpected-fastcgi-record' },
  { starts: 'upstream sent invalid FastCGI', signature: 'nginx.unexpected-fastcgi-record' },
  { starts: 'upstream sent invalid', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent duplicate header line', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent "Content-Length" and "Transfer-Encoding"', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent unexpected', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent truncated', signature: 'nginx.invalid-header' },
  { starts: 'upstream sent frame', signature: 'nginx.invalid-header' },
  { starts: 'upstream SSL certificate', signature: 'nginx.ssl-verify' },
  // ngx_recv.c, ngx_readv_chain.c, ngx_event_openssl.c via ngx_connection_error
  {
    starts: 'recv',
    errno: ['ECONNRESET', 'ECONNABORTED', 'EPIPE'],
    action: HEADER,
    signature: 'nginx.reset-before-header',
  },
  {
    starts: 'recv',
    errno: ['ECONNRESET', 'ECONNABORTED'],
    action: 'sending request',
    signature: 'nginx.reset-before-header',
  },
  { starts: 'recv', errno: ['ECONNREFUSED'], upstream: true, signature: 'nginx.connect-refused' },
  { starts: 'SSL_read() failed', action: HEADER, signature: 'nginx.reset-before-header' },
  {
    starts: 'readv() failed',
    errno: ['ECONNRESET', 'ECONNABORTED'],
    action: HEADER,
    signature: 'nginx.reset-before-header',
  },
  {
    starts: 're',
    errno: ['ECONNRESET', 'ECONNABORTED'],
    action: 'reading upstream',
    signature: 'nginx.reset-mid-body',
  },
  {
    starts: 'recv',
    errno: ['ECONNRESET', 'ECONNABORTED'],
    action: 'proxying',
    upstream: true,
    signature: 'nginx.reset-mid-body',
  },
  { starts: 'SSL_read() failed', action: 'reading upstream', signature: 'nginx.reset-mid-body' },
  {
    contains: ' failed',
    errno: ['ECONNRESET', 'ECONNABORTED'],
    action: 'SSL handshaking to upstream',
    signature: 'nginx.ssl-handshake',
  },
  { contains: ' failed', action: 'sending request to upstream', signature: 'nginx.send-failed' },
  // ngx_event_openssl.c; without "to upstream" it is the client's handshake
  { starts: 'SSL_do_handshake() failed', action: 'SSL handshaking to upstream', signature: 'nginx.ssl-handshake' },
  {
    starts: 'peer closed connection in SSL handshake',
    action: 'SSL handshaking to upstream',
    signature: 'nginx.ssl-handshake',
  },
  { contains: 'SSL', action: 'SSL handshaking to upstream', signature: 'nginx.ssl-handshake' },
  // ngx_http_fastcgi_module.c
  { starts: 'FastCGI sent in stderr', signature: 'nginx.fastcgi-stderr' },
  { starts: 'fastcgi request record is too big', signature: 'nginx.fastcgi-record-too-big' },
  // ngx_http_request.c, ngx_http_request_body.c, ngx_http_upstream.c
  { starts: 'client intended to send too large', signature: 'nginx.body-too-large' },
  { contains: 'client prematurely closed connection', signature: 'nginx.client-closed' },
  { starts: 'an upstream response is buffered to a temporary file', signature: 'nginx.response-buffered' },
  { starts: 'a client request body is buffered to a temporary file', signature: 'nginx.request-body-buffered' },
  { starts: 'rewrite or internal redirection cycle', signature: 'nginx.redirect-cycle' },
  // ngx_connection.c
  { contains: 'worker_connections are not enough', signature: 'nginx.worker-connections' },
  { starts: 'bind() to ', signature: 'nginx.bind-failed' },
  { starts: 'still could not bind()', signature: 'nginx.bind-failed' },
  // ngx_http_limit_req_module.c, ngx_http_limit_conn_module.c; a dry run or a delay refuses nobody
  { starts: 'limiting requests, dry run', signature: 'nginx.other' },
  { starts: 'limiting connections by zone, dry run', signature: 'nginx.other' },
  { starts: 'limiting requests', signature: 'nginx.limit-req' },
  { starts: 'limiting connections', signature: 'nginx.limit-conn' },
  // ngx_file.c, ngx_open_file_cache.c
  { contains: '/50x.html" failed', errno: ['ENOENT', 'EACCES'], signature: 'nginx.error-page-missing' },
  // ngx_process.c, ngx_process_cycle.c
  { starts: 'worker process ', contains: 'exited on signal', signature: 'nginx.worker-died' },
  { starts: 'reconfiguring', signature: 'nginx.reloaded' },
  { starts: 'signal 1 (SIGHUP) received', signature: 'nginx.reloaded' },
  { starts: 'signal 15 (SIGTERM) received', signature: 'nginx.stopped' },
  { starts: 'signal 3 (SIGQUIT) received, shutting down', signature: 'nginx.stopped' },
  { starts: 'start worker processes', signature: 'nginx.started' },
  { level: 'emerg', signature: 'nginx.emerg' },
  { signature: 'nginx.other' },
] as const satisfies readonly NginxMessage[];

/** A file of one of nginx's temp directories: named by its module, or by the ten digits of `ngx_create_temp_file`. */
export function isTempFile(message: string): boolean {
  return (
    /(?:client_body|client_temp|proxy_temp|fastcgi_temp|uwsgi_temp|scgi_temp|_temp\/)/.test(message) ||
    /\/\d{10,20}" failed/.test(message)
  );
}
