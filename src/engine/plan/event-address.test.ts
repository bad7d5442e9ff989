import { expect, it } from 'vitest';
import type { Pool } from '../stack/pool.ts';
import { bareAddress, reachesPool } from './event-address.ts';

it.each([
  ['fastcgi://unix:/run/php/a.sock:', 'unix:/run/php/a.sock'],
  ['fastcgi://unix:/run/php/a.sock', 'unix:/run/php/a.sock'],
  ['/run/php/a.sock', 'unix:/run/php/a.sock'],
  ['unix:/run/php/a.sock', 'unix:/run/php/a.sock'],
  ['http://192.0.2.1:8080/a/b?c', '192.0.2.1:8080'],
  ['fastcgi://[::1]:9000', '[::1]:9000'],
  ['127.0.0.1:9000', '127.0.0.1:9000'],
  ['', ''],
])('%s is %s', (written, bare) => {
  expect(bareAddress(written)).toBe(bare);
});

const listening = (address: string | null): Pool =>
  ({ name: 'www', path: 'www.conf', line: 1, address }) as unknown as Pool;

it.each([
  ['127.0.0.1:9000', '0.0.0.0:9000'],
  ['127.0.0.1:9000', '*:9000'],
  ['127.0.0.1:9000', '[::]:9000'],
  ['127.0.0.1:9000', '9000'],
  ['fastcgi://localhost:9000', '127.0.0.1:9000'],
  ['fastcgi://unix:/run/php/a.sock:', '/run/php/a.sock'],
  ['unix:/run/php/a.sock:', 'unix:/run/php/a.sock'],
  ['/var/run/php/a.sock', 'unix:/run/php/a.sock'],
  ['*:9000', '127.0.0.1:9000'],
])('%s reaches the pool on %s', (written, listen) => {
  expect(reachesPool(written, listening(listen))).toBe(true);
});

it.each([
  ['127.0.0.1:9001', '0.0.0.0:9000'],
  ['[::1]:9000', '127.0.0.1:9000'],
  ['fastcgi://unix:/run/php/b.sock:', '/run/php/a.sock'],
  ['127.0.0.1:9000', null],
  [null, '127.0.0.1:9000'],
  ['', '127.0.0.1:9000'],
])('%s does not reach the pool on %s', (written, listen) => {
  expect(reachesPool(written, listening(listen))).toBe(false);
});
