import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import { readEvidence } from '../read.ts';

const read = (text: string, kind: DocumentKind = 'nginx-error-log') =>
  readEvidence([{ path: 'error.log', kind, text: text as Redacted, recognisedBy: 'test' }]);
const FIELDS =
  'client: 203.0.113.44, server: api.example.com, request: "POST /process HTTP/1.1", upstream: "fastcgi://127.0.0.1:9000", host: "api.example.com"';
const HEADER = 'while reading response header from upstream';
const line = (words: string, fields = FIELDS, level = 'error') =>
  `2024/01/15 03:47:22 [${level}] 18345#18345: *9821 ${words}${fields === '' ? '' : `, ${fields}`}\n`;

describe('nginx error log', () => {
  it.each([
    ['connect() failed (111: Connection refused) while connecting to upstream', 'nginx.connect-refused'],
    ['connect() failed (61: Connection refused) while connecting to upstream', 'nginx.connect-refused'],
    [
      'kevent() reported that connect() failed (61: Connection refused) while connecting to upstream',
      'nginx.connect-refused',
    ],
    [
      'connect() to unix:/run/php.sock failed (2: No such file or directory) while connecting to upstream',
      'nginx.connect-enoent',
    ],
    [
      'connect() to unix:/run/php.sock failed (13: Permission denied) while connecting to upstream',
      'nginx.connect-eacces-unix',
    ],
    [
      'connect() to 10.97.1.1:9000 failed (13: Permission denied) while connecting to upstream',
      'nginx.connect-eacces-tcp',
    ],
    [
      'connect() to 10.97.1.1:9000 failed (1: Operation not permitted) while connecting to upstream',
      'nginx.connect-not-permitted',
    ],
    [
      'connect() to unix:/run/php.sock failed (11: Resource temporarily unavailable) while connecting to upstream',
      'nginx.connect-eagain',
    ],
    ['connect() failed (113: Host is unreachable) while connecting to upstream', 'nginx.connect-no-route'],
    [
      'connect() to 10.98.1.1:9000 failed (101: Network unreachable) while connecting to upstream',
      'nginx.connect-net-unreachable',
    ],
    [
      'connect() to 10.98.1.1:80 failed (99: Address not available) while connecting to upstream',
      'nginx.connect-no-local-port',
    ],
    ['upstream timed out (110: Operation timed out) while connecting to upstream', 'nginx.connect-timeout'],
    [`upstream timed out (110: Unknown error) ${HEADER}`, 'nginx.read-header-timeout'],
    ['upstream timed out (60: Operation timed out) while reading upstream', 'nginx.read-body-timeout'],
    ['upstream timed out (110: Connection timed out) while sending request to upstream', 'nginx.send-timeout'],
    [`recv() failed (104: Connection reset by peer) ${HEADER}`, 'nginx.reset-before-header'],
    [`recv() failed (54: Connection reset by peer) ${HEADER}`, 'nginx.reset-before-header'],
    ['readv() failed (104: Connection reset by peer) while reading upstream', 'nginx.reset-mid-body'],
    [`upstream prematurely closed connection ${HEADER}`, 'nginx.eof-before-header'],
    ['upstream prematurely closed connection while reading upstream', 'nginx.eof-mid-body'],
    ['upstream prematurely closed FastCGI stdout while reading upstream', 'nginx.fastcgi-stream-cut'],
    ['writev() failed (104: Connection reset by peer) while sending request to upstream', 'nginx.send-failed'],
    ['sendfile() failed (32: Broken pipe) while sending request to upstream', 'nginx.send-failed'],
    [`upstream sent too big header ${HEADER}`, 'nginx.too-big-header'],
    [`upstream sent invalid header: "Bad\\x20..." ${HEADER}`, 'nginx.invalid-header'],
    [
      `upstream sent duplicate header line: "Content-Length: 3", previous value: "Content-Length: 2" ${HEADER}`,
      'nginx.invalid-header',
    ],
    [`upstream sent no valid HTTP/1.0 header ${HEADER}`, 'nginx.no-valid-http-header'],
    [`upstream sent unsupported FastCGI protocol version: 72 ${HEADER}`, 'nginx.unsupported-fastcgi-version'],
    [`upstream sent unexpected FastCGI record: 3 ${HEADER}`, 'nginx.unexpected-fastcgi-record'],
    ['no live upstreams while connecting to upstream', 'nginx.no-live-upstreams'],
    [`upstream server temporarily disabled ${HEADER}`, 'nginx.upstream-disabled'],
    ['app.internal could not be resolved (3: Host not found)', 'nginx.dns-failed'],
    ['send() failed (111: Connection refused) while resolving, resolver: 127.0.0.1:19253', 'nginx.dns-failed'],
    ['no resolver defined to resolve app.internal', 'nginx.no-resolver'],
    [
      'SSL_do_handshake() failed (SSL: error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream',
      'nginx.ssl-handshake',
    ],
    [
      'peer closed connection in SSL handshake (104: Connection reset by peer) while SSL handshaking to upstream',
      'nginx.ssl-handshake',
    ],
    [
      'upstream SSL certificate verify error: (20:unable to get local issuer certificate) while SSL handshaking to upstream',
      'nginx.ssl-verify',
    ],
    [
      'an upstream response is buffered to a temporary file /var/cache/nginx/fastcgi_temp/1/00/0000000001 while reading upstream',
      'nginx.response-buffered',
    ],
    [
      'a client request body is buffered to a temporary file /var/lib/nginx/body/0000000001',
      'nginx.request-body-buffered',
    ],
    [
      'pwritev() "/var/lib/nginx/fastcgi/1/00/0000000001" failed (28: No space left on device) while reading upstream',
      'nginx.disk-full',
    ],
    ['open() "/var/lib/nginx/body/0000000001" failed (13: Permission denied)', 'nginx.temp-permission'],
    ['client intended to send too large body: 2000000 bytes', 'nginx.body-too-large'],
    [
      `epoll_wait() reported that client prematurely closed connection, so upstream connection is closed too ${HEADER}`,
      'nginx.client-closed',
    ],
    ['1024 worker_connections are not enough while connecting to upstream', 'nginx.worker-connections'],
    ['socket() failed (24: No file descriptors available) while connecting to upstream', 'nginx.fd-exhausted'],
    ['rewrite or internal redirection cycle while internally redirecting to "/index.php"', 'nginx.redirect-cycle'],
    ['limiting requests, excess: 10.320 by zone "one"', 'nginx.limit-req'],
    ['limiting connections by zone "addr"', 'nginx.limit-conn'],
    ['fastcgi request record is too big: 70000', 'nginx.fastcgi-record-too-big'],
    ['open() "/usr/share/nginx/html/50x.html" failed (2: No such file or directory)', 'nginx.error-page-missing'],
    [`FastCGI sent in stderr: "Primary script unknown" ${HEADER}`, 'php.script-unknown'],
    [
      `FastCGI sent in stderr: "Access to the script '/srv/a.jpg' has been denied (see security.limit_extensions)" ${HEADER}`,
      'php.extension-denied',
    ],
    [
      `FastCGI sent in stderr: "PHP message: PHP Fatal error:  Allowed memory size of 33554432 bytes exhausted (tried to allocate 2097152 bytes) in /srv/m.php on line 3" ${HEADER}`,
      'php.memory-limit',
    ],
    [
      `FastCGI sent in stderr: "PHP message: PHP Fatal error:  Maximum execution time of 2 seconds exceeded in /srv/cpu.php on line 3" ${HEADER}`,
      'php.max-execution-time',
    ],
    [
      `FastCGI sent in stderr: "PHP message: PHP Warning:  PHP Request Startup: POST Content-Length of 4000002 bytes exceeds the limit of 1048576 bytes in Unknown on line 0" ${HEADER}`,
      'php.post-too-large',
    ],
  ])('"%s" is %s', (words, signature) => {
    expect([...read(line(words)).counts.keys()]).toEqual([signature]);
  });

  it.each([
    [
      'SSL_do_handshake() failed (SSL: error:0A00006C) while SSL handshaking',
      'client: 1.2.3.4, server: 0.0.0.0:443',
      'crit',
    ],
    [
      'recv() failed (104: Connection reset by peer) while waiting for request',
      'client: 1.2.3.4, server: 0.0.0.0:80',
      'info',
    ],
    ['open() "/srv/favicon.ico" failed (2: No such file or directory)', FIELDS, 'error'],
    ['access forbidden by rule', FIELDS, 'error'],
    ['limiting requests, dry run, excess: 10.320 by zone "one"', FIELDS, 'error'],
  ])('"%s" is context, not a failure', (words, fields, level) => {
    expect([...read(line(words, fields, level)).counts.keys()]).toEqual(['nginx.other']);
  });

  it('states the typed facts of a record', () => {
    const [event] = read(line(`recv() failed (104: Connection reset by peer) ${HEADER}`)).events;
    expect(event).toMatchObject({
      path: 'error.log',
      line: 1,
      at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      fields: {
        errno: 104,
        action: 'reading response header from upstream',
        address: '127.0.0.1:9000',
        protocol: 'fastcgi',
        request: 'POST /process HTTP/1.1',
        server: 'api.example.com',
        client: '203.0.113.44',
        host: 'api.example.com',
      },
    });
    expect(
      read(
        line(
          'connect() to unix:/run/php/php8.2-fpm.sock failed (2: No such file or directory) while connecting to upstream',
        ),
      ).events[0]?.fields['address'],
    ).toBe('unix:/run/php/php8.2-fpm.sock');
    expect(read(line('client intended to send too large body: 2000000 bytes')).events[0]?.fields['bytes']).toBe(
      2_000_000,
    );
    expect(read(line('upstream sent unsupported FastCGI protocol version: 72')).events[0]?.fields['code']).toBe(72);
  });

  it('glues the wrapped record of an article and the trace of an exception', () => {
    const article = `2024/01/15 03:47:22 [error] 18345#18345: *9821 upstream prematurely closed connection\nwhile reading response header from upstream, client: 203.0.113.44,\nserver: api.example.com, request: "POST /process HTTP/1.1",\nupstream: "fastcgi://unix:/run/php/php8.2-fpm.sock",\nhost: "api.example.com"\n`;
    const wrapped = read(article);
    expect([...wrapped.counts]).toMatchObject([['nginx.eof-before-header', { count: 1 }]]);
    expect(wrapped.events[0]?.fields).toMatchObject({
      address: 'unix:/run/php/php8.2-fpm.sock',
      host: 'api.example.com',
    });

    const trace = `2024/01/15 03:47:22 [error] 1#1: *1 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Uncaught Error: no in /srv/a.php:2\nStack trace:\n#0 {main}\n  thrown in /srv/a.php on line 2" while reading response header from upstream, ${FIELDS}\n`;
    const fatal = read(trace + line('no live upstreams while connecting to upstream'));
    expect([...fatal.counts.keys()]).toEqual(['php.fatal', 'nginx.no-live-upstreams']);
    expect(fatal.events.find((event) => event.signature === 'php.fatal')?.fields).toMatchObject({
      script: '/srv/a.php',
      scriptLine: 2,
    });
  });

  it('glues lines that a terminal broke inside a word', () => {
    const whole = line(`upstream sent too big header ${HEADER}`).trimEnd();
    const wrapped = whole.replace(/(.{80})/g, '$1\n');
    const evidence = read(wrapped);
    expect([...evidence.counts.keys()]).toEqual(['nginx.too-big-header']);
    expect(evidence.events[0]?.fields['address']).toBe('127.0.0.1:9000');
  });

  it('tells records apart whose line ends were lost', () => {
    const lost = (
      line('no live upstreams while connecting to upstream') + line(`recv() failed (104: x) ${HEADER}`)
    ).replaceAll('\n', ' ');
    expect([...read(lost).counts.keys()].sort()).toEqual(['nginx.no-live-upstreams', 'nginx.reset-before-header']);
  });

  it('counts everything and keeps little', () => {
    const evidence = read(line(`recv() failed (104: Connection reset by peer) ${HEADER}`).repeat(5000));
    expect(evidence.counts.get('nginx.reset-before-header')?.count).toBe(5000);
    expect(evidence.events.length).toBeLessThan(20);
    expect(evidence.events.at(-1)?.line).toBe(5000);
    expect(evidence.timeline).toEqual([
      { at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000, width: 1, counts: { 'nginx.reset-before-header': 5000 } },
    ]);
  });

  it('reads carriers: compose, syslog, the JSON driver', () => {
    const bare = line(`recv() failed (104: Connection reset by peer) ${HEADER}`).trimEnd();
    for (const text of [
      `web-1  | ${bare}`,
      `Jan 15 03:47:22 web nginx[1]: web nginx: ${bare}`,
      JSON.stringify({ log: `${bare}\n`, stream: 'stderr', time: '2024-01-15T03:47:22.1Z' }),
    ]) {
      const [event] = read(`${text}\n`, 'unknown').events;
      expect(event?.signature).toBe('nginx.reset-before-header');
      expect(event?.fields['host']).toBe('api.example.com');
    }
  });
});
