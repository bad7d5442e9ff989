import { describe, expect, it } from 'vitest';
import { requestOf, type Filled } from './question.ts';

const asked = (filled: Partial<Filled>) =>
  requestOf({ method: 'GET', scheme: '', host: '', port: '', path: '', ...filled });

describe('the request that the fields describe', () => {
  it('is the root of the default server when nothing is filled in', () => {
    expect(asked({})).toEqual({ uri: '/', method: 'GET' });
  });
  it('says only what was said', () => {
    expect(asked({ path: ' cart?id=1', host: ' laden.test ', port: '8443', method: 'POST' })).toEqual({
      uri: '/cart?id=1',
      method: 'POST',
      host: 'laden.test',
      port: 8443,
    });
    expect(asked({ path: '/', port: 'any' })).toEqual({ uri: '/', method: 'GET' });
  });
  it('says the scheme as the beginning of a URL', () => {
    expect(asked({ scheme: 'https', path: '/a' }).uri).toBe('https:///a');
    expect(asked({ scheme: 'https', path: 'http://laden.test/a' }).uri).toBe('http://laden.test/a');
  });
});
