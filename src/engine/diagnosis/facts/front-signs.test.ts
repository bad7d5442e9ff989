import { describe, expect, it } from 'vitest';
import { analyze } from '../../index.ts';

const LEFT =
  '10.0.0.2 - - [14/Jan/2026:08:31:00 +0000] "GET /stats HTTP/1.1" 499 0 "-" "curl/8" rt=50.001 uct="0.000" uht="-" urt="50.001" us="-"\n';
const causeOf = (name: string, text: string) =>
  analyze([
    { path: name, text },
    { path: 'access.log', text: LEFT },
  ]).verdict.cause;

describe('errors made in front of nginx', () => {
  it.each([
    ['cdn.txt', 'Visitors see Error code 524: A timeout occurred.\n'],
    [
      'haproxy.log',
      'Jan 14 08:31:50 lb1 haproxy[8]: 198.51.100.1:5 [14/Jan/2026:08:31:00.1] fe be/web1 0/0/1/-1/50002 504 218 - - sH-- 2/2/4/2/0 0/0 "GET /stats HTTP/1.1"\n',
    ],
    ['varnish.txt', '<h1>Error 503 Backend fetch failed</h1> <h3>Guru Meditation:</h3>\n'],
  ])('%s is known by its words', (name, text) => {
    expect(causeOf(name, text)).toBe('front-proxy');
  });

  it('are not seen in an answer that only passed through', () => {
    expect(causeOf('answer.txt', 'HTTP/2 200\nserver: cloudflare\n')).not.toBe('front-proxy');
  });
});
