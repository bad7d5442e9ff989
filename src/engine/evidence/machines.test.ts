import { describe, expect, it } from 'vitest';
import type { Redacted } from '../text/redacted.ts';
import { readEvidence } from './read.ts';

const RESET =
  '2026/03/01 10:00:00 [error] 812#812: *45 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 192.0.2.10, server: shop.example, request: "GET / HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "shop.example"';
const FATAL = 'PHP Fatal error:  Uncaught Error: boom in /srv/a.php:3';
const machines = (text: string) =>
  readEvidence([{ path: 'all.log', kind: 'unknown', text: `${text}\n` as Redacted, recognisedBy: 'test' }]).events.map(
    ({ machine }) => machine,
  );

describe('the machine that wrote a line', () => {
  it.each([
    ['syslog', `Mar  1 10:00:00 web1 nginx[812]: ${RESET}`],
    ['journalctl -o short-iso', `2026-03-01T10:00:00+0000 web1 nginx[812]: ${RESET}`],
    ['RFC 5424', `<27>1 2026-03-01T10:00:00.003Z web1 nginx 812 - - ${RESET}`],
    [
      'the kernel',
      'Mar  1 10:00:00 web1 kernel: [8.100000] Out of memory: Killed process 42 (php-fpm8.2) total-vm:9kB',
    ],
    ['PHP through syslog', `Mar  1 10:00:00 web1 php-fpm8.2[42]: ${FATAL}`],
    ['journalctl -o json', JSON.stringify({ _HOSTNAME: 'web1', MESSAGE: RESET })],
  ])('is the host of %s', (_carrier, line) => {
    expect(machines(line)).toEqual(['web1']);
  });

  it.each([
    ['nginx itself', RESET],
    ['compose', `web-1  | ${RESET}`],
    ['kubectl --prefix', `[pod/web-5d9c-x2x7l/nginx] ${RESET}`],
    ['stern', `web-5d9c-x2x7l nginx 2026-03-01T10:00:00+00:00 ${RESET}`],
    ['docker logs -t', `2026-03-01T10:00:00.434123456Z ${RESET}`],
    ['RFC 5424 without a host', `<27>1 2026-03-01T10:00:00.003Z - nginx 812 - - ${RESET}`],
  ])('is unknown in lines of %s', (_carrier, line) => {
    expect(machines(line)).toEqual([undefined]);
  });

  it('keeps lines of each machine, however many another one wrote', () => {
    const line = (host: string) => `Mar  1 10:00:00 ${host} nginx[812]: ${RESET}\n`;
    expect(new Set(machines(line('web1').repeat(40) + line('web2') + line('web1').repeat(40)))).toEqual(
      new Set(['web1', 'web2']),
    );
  });
});
