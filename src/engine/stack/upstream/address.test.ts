import { describe, expect, it } from 'vitest';
import { parseAddress, reaches } from './address.ts';
import { addressOf } from './upstream-for.ts';

const meets = (target: string, listen: string): boolean => {
  const [one, other] = [parseAddress(target), parseAddress(listen)];
  return one !== null && other !== null && reaches(one, other);
};

describe('an address and what listens', () => {
  it.each([
    ['127.0.0.1:9000', '9000'],
    ['127.0.0.1:9000', '*:9000'],
    ['127.0.0.1:9000', '[::]:9000'],
    ['127.0.0.1:9000', '0.0.0.0:9000'],
    ['localhost:9000', '127.0.0.1:9000'],
    ['[::1]:9000', 'localhost:9000'],
    ['php:9000', '9000'],
    ['unix:/run/php/a.sock', '/run/php/a.sock'],
    ['unix:/var/run/php/a.sock', '/run/php/a.sock'],
    ['unix:/srv/run/a.sock', 'run/a.sock'],
  ])('%s reaches %s', (target, listen) => {
    expect(meets(target, listen)).toBe(true);
  });

  it.each([
    ['127.0.0.1:9001', '9000'],
    ['10.0.0.5:9000', '127.0.0.1:9000'],
    ['[::1]:9000', '127.0.0.1:9000'],
    ['unix:/run/php/b.sock', '/run/php/a.sock'],
    ['unix:/run/php.sock', '127.0.0.1:9000'],
    ['127.0.0.1:99999999', '9000'],
  ])('%s does not reach %s', (target, listen) => {
    expect(meets(target, listen)).toBe(false);
  });
});

it.each([
  ['http://app:8080/x?y', 'app:8080'],
  ['http://unix:/run/a.sock:/x', 'unix:/run/a.sock'],
  ['unix:/run/a.sock', 'unix:/run/a.sock'],
  ['uwsgi://127.0.0.1:1', '127.0.0.1:1'],
  ['backend', 'backend'],
])('the address in %s is %s', (target, address) => {
  expect(addressOf(target)).toBe(address);
});
