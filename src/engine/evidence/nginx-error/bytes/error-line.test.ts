import { describe, expect, it } from 'vitest';
import { RawRecords } from '../../raw/raw-records.ts';
import { ErrorLine } from './error-line.ts';

const VARIANTS = [new RawRecords().group('nginx.other').variant('')];
const FIELDS =
  'client: 203.0.113.9, server: shop.example.com, request: "GET /a HTTP/1.1", upstream: "http://10.0.0.5:80/a", host: "shop.example.com"';
const HEAD = '2024/01/15 03:47:22 [error] ';

/** Shows the line to a reader that was taught others. @returns whether it knew it, and where it ends */
function shown(line: ErrorLine, words: string, isLesson: boolean): boolean {
  const text = `${HEAD}812#812: *98 ${words}\n`;
  const bytes = new TextEncoder().encode(text + ' '.repeat(128));
  line.use(bytes, new DataView(bytes.buffer));
  if (isLesson) line.learn(0, text.length - 1, HEAD.length, 0, VARIANTS);
  const known = line.read(HEAD.length, 0);
  if (known !== null) expect(line.end).toBe(text.length - 1);
  return known !== null;
}

const knows = (lesson: string, other: string): boolean => {
  const line = new ErrorLine();
  expect(shown(line, lesson, true)).toBe(true);
  return shown(line, other, false);
};

describe('a line of an error log', () => {
  const TIMEOUT = 'upstream timed out (110: Connection timed out) while reading response header from upstream';
  const OPEN = 'open() "/srv/a/x.png" failed (2: No such file or directory)';

  it.each([
    [
      'another client, server, request, URI and host',
      TIMEOUT,
      `${TIMEOUT}, client: 2001:db8::1, server: b.example.org, request: "POST /b/c?d=e HTTP/2.0", upstream: "http://10.0.0.5:80/b/c?d=e", host: "b.example.org"`,
    ],
    ['another path', OPEN, `${OPEN.replace('/a/x', '/long/way/y')}, ${FIELDS}`],
    [
      'another size',
      'client intended to send too large body: 99 bytes',
      `client intended to send too large body: 12345 bytes, ${FIELDS}`,
    ],
  ])('is known again with %s', (_what, lesson, other) => {
    expect(knows(`${lesson}, ${FIELDS}`, other)).toBe(true);
  });

  it.each([
    ['another errno', TIMEOUT, TIMEOUT.replace('110', '111')],
    ['another action', TIMEOUT, TIMEOUT.replace('reading response header from', 'connecting to')],
    ['a path of a temp directory', OPEN, OPEN.replace('/a/', '/fastcgi_temp/')],
    ['a file of digits, as temp files are named', OPEN, OPEN.replace('x.png', '0000000001')],
    ['an error page', OPEN, OPEN.replace('x.png', '50x.html')],
    ['a path that holds what looks like fields', OPEN, OPEN.replace('x.png', 'x,host:y')],
  ])('is read closely with %s', (_what, lesson, other) => {
    expect(knows(`${lesson}, ${FIELDS}`, `${other}, ${FIELDS}`)).toBe(false);
  });

  it.each([
    ['another upstream', FIELDS.replace('10.0.0.5', '10.0.0.6')],
    ['none', FIELDS.replace(/, upstream: "[^"]*"/, '')],
    ['a quote inside the request', FIELDS.replace('/a HTTP', '/a" HTTP')],
    ['fields that are cut', FIELDS.slice(0, -8)],
  ])('is read closely with %s', (_what, fields) => {
    expect(knows(`${TIMEOUT}, ${FIELDS}`, `${TIMEOUT}, ${fields}`)).toBe(false);
  });
});
