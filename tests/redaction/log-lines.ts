import type { Case } from './case.ts';

export const access = (
  c: Case,
  request: string,
  referer = '-',
  agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.0.0 Safari/537.36',
): string =>
  `${c.identifier(c.ip())} - - [20/Nov/2026:10:00:00 +0000] "${request} HTTP/1.1" 200 512 "${referer}" "${agent}"\n`;
export const error = (c: Case, message: string, request: string): string =>
  `2026/11/20 10:00:00 [error] 123#123: *4567 ${message}, client: ${c.identifier(c.ip())}, server: ${c.identifier(c.host())}, request: "${request} HTTP/1.1", upstream: "${c.keep('fastcgi://unix:/run/php/php8.2-fpm.sock')}:", host: "${c.identifier(c.host())}"\n`;
