import { describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Redacted } from '../../text/redacted.ts';
import { isOneSystem, isSameMachine } from './machines.ts';

const event = (machine: string | undefined, upstream = ''): EvidenceEvent => ({
  signature: 'nginx.reset-before-header',
  path: 'journal',
  line: 1,
  text: '' as Redacted,
  at: null,
  fields: upstream === '' ? {} : { upstream },
  ...(machine === undefined ? {} : { machine }),
});

describe('machines', () => {
  it.each([
    ['web1', 'web1', true],
    ['web1', 'web1.example.com', true],
    ['web1', undefined, true],
    ['web1', 'web2', false],
    ['web1', 'web10', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameMachine(one, other)).toBe(same);
    expect(isSameMachine(other, one)).toBe(same);
  });

  it.each([
    ['fastcgi://unix:/run/php/php8.2-fpm.sock:', false],
    ['fastcgi://127.0.0.1:9000', false],
    ['http://[::1]:8080/', false],
    ['fastcgi://192.0.2.77:9000', true],
    ['http://app.example:8080/', true],
  ])('a backend at %s may live on another machine: %s', (upstream, may) => {
    expect(isOneSystem(event('web1', upstream), event('app1'))).toBe(may);
  });
});
