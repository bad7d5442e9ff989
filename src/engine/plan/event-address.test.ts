import { expect, it } from 'vitest';
import { bareAddress } from './event-address.ts';

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
