import { describe, expect, it } from 'vitest';
import { readFpmLogLine, readFpmLogWords } from './fpm-log.ts';

const TERMINATED =
  '[15-Jan-2024 03:47:22] WARNING: [pool www] child 812, script \'/srv/app/sleep.php\' (request: "GET /sleep.php?t=4") execution timed out (2.605809 sec), terminating';
const SIGNAL = '[pool www] child 812 exited on signal 15 (SIGTERM) after 2.669521 seconds from start';

describe('readFpmLogLine', () => {
  it('reads pool, child, script, request and seconds, with spans into the line', () => {
    const read = readFpmLogLine(TERMINATED);
    expect(read).toMatchObject({
      at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      level: 'WARNING',
      pool: { text: 'www' },
      child: 812,
      script: { text: '/srv/app/sleep.php' },
      request: { text: 'GET /sleep.php?t=4' },
      seconds: 2.605809,
    });
    for (const field of [read?.pool, read?.script, read?.request, read?.message]) {
      expect(field == null ? null : TERMINATED.slice(field.start, field.end)).toBe(field?.text);
    }
  });

  it.each([
    ['file', `[15-Jan-2024 03:47:22] WARNING: ${SIGNAL}`],
    ['debug', `[15-Jan-2024 03:47:22.123456] WARNING: pid 811, fpm_children_bury(), line 252: ${SIGNAL}`],
    ['compose', `app-1  | [15-Jan-2024 03:47:22] WARNING: ${SIGNAL}`],
    ['syslog', `Jan 15 03:47:22 web php-fpm[811]: [WARNING] ${SIGNAL}`],
    [
      'JSON driver',
      `{"log":"[15-Jan-2024 03:47:22] WARNING: ${SIGNAL}\\n","stream":"stderr","time":"2024-01-15T03:47:22Z"}`,
    ],
    ['CRLF', `[15-Jan-2024 03:47:22] WARNING: ${SIGNAL}\r`],
  ])('reads the %s form', (_name, line) => {
    expect(readFpmLogLine(line)).toMatchObject({
      pool: { text: 'www' },
      child: 812,
      signal: 15,
      seconds: 2.669521,
      level: 'WARNING',
    });
    expect(readFpmLogLine(line)?.message.text).toBe(
      'child 812 exited on signal 15 (SIGTERM) after 2.669521 seconds from start',
    );
  });

  it('reads what a child said, quotes inside included', () => {
    const line =
      '[15-Jan-2024 03:47:22] WARNING: [pool www] child 812 said into stderr: "NOTICE: PHP message: PHP Fatal error:  Uncaught Error: "x" in /a.php:2"';
    expect(readFpmLogLine(line)?.said?.text).toBe(
      'NOTICE: PHP message: PHP Fatal error:  Uncaught Error: "x" in /a.php:2',
    );
  });

  it('leaves other lines alone and never throws on cut ones', () => {
    expect(readFpmLogLine('[15-Jan-2024 03:47:22 UTC] PHP Warning:  x in y on line 3')).toBeNull();
    expect(readFpmLogLine('[15-Jan-2024 03:47:22]  [pool www] pid 812')).toBeNull();
    for (let length = 0; length < TERMINATED.length; length++)
      expect(() => readFpmLogLine(TERMINATED.slice(0, length))).not.toThrow();
  });
});

describe('readFpmLogWords', () => {
  it.each([
    'WARNING: [pool www] child 812 exited on signal 11 (SIGSEGV) after 3.5 seconds from start',
    '> WARNING: [pool www] child 812 exited on signal 11 (SIGSEGV)',
    'php-fpm says: WARNING: [pool www] child 812 exited on signal 11 (SIGSEGV - core dumped)',
    '[pool www] child 812 exited on signal 11 (SIGSEGV)',
    'child 812 exited on signal 11 (SIGSEGV)',
  ])('reads a record quoted without its time: %s', (line) => {
    expect(readFpmLogWords(line)).toMatchObject({ at: null, level: 'WARNING', child: 812, signal: 11 });
  });

  it('leaves sentences alone', () => {
    expect(readFpmLogWords('The child 812 exited on signal 11 yesterday')).toBeNull();
    expect(readFpmLogWords('WARNING: 3 packages can be updated')).toBeNull();
  });
});
