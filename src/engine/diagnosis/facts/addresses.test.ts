import { describe, expect, it } from 'vitest';
import { answers } from './addresses.ts';

describe('answers', () => {
  it.each([
    ['/run/php/php8.2-fpm.sock', 'unix:/run/php/php8.2-fpm.sock', true],
    ['unix:/run/php/php8.2-fpm.sock', 'unix:/run/php/php8.2-fpm.sock:', true],
    ['unix:/run/php/php8.2-fpm.sock', 'unix:/run/php/php8.1-fpm.sock', false],
    ['127.0.0.1:9000', '127.0.0.1:9000', true],
    ['127.0.0.1:9000', '127.0.0.1:900', false],
    ['9000', '10.0.0.8:9000', true],
    ['0.0.0.0:9000', '172.18.0.4:9000', true],
    ['[::]:9000', 'php:9000', true],
    ['127.0.0.1:9000', 'localhost:9000', true],
    ['127.0.0.1:9000', '192.168.10.5:9000', false],
    ['127.0.0.1:9000', '[::1]:9000', false],
    ['php:9000', '172.18.0.4:9000', true],
    ['127.0.0.1:9000', 'unix:/run/php/php8.2-fpm.sock', false],
  ])('a listener at %s and a request to %s: %s', (listen, address, expected) => {
    expect(answers(listen, address)).toBe(expected);
  });
});
