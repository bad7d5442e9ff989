import { describe, expect, it } from 'vitest';
import { readPaste } from '../testing/paste.ts';

describe('PHP’s own log', () => {
  it('is read with its traces', () => {
    const evidence = readPaste(
      '[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /srv/app/Db.php:12\nStack trace:\n#0 /srv/app/Db.php(12): PDO->__construct()\n#1 {main}\n  thrown in /srv/app/Db.php on line 12\n[15-Jan-2024 03:47:23 UTC] PHP Warning:  x in /srv/a.php on line 3\n',
    );
    expect([...evidence.counts.keys()]).toEqual(['php.fatal', 'php.warning']);
    expect(evidence.events[0]).toMatchObject({
      at: Date.UTC(2024, 0, 15, 3, 47, 22) / 1000,
      fields: { script: '/srv/app/Db.php', scriptLine: 12 },
    });
  });

  it.each([
    'Fatal error: Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /srv/a.php on line 3',
    '<br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in <b>/srv/a.php</b> on line <b>3</b><br />',
  ])('is read as a browser shows it: %s', (message) => {
    const { events } = readPaste(`The page says:\n\n${message}\n`);
    expect(events).toMatchObject([{ signature: 'php.memory-limit', fields: { limit: 134217728, scriptLine: 3 } }]);
  });

  it('is not what other languages call a fatal error', () => {
    expect(readPaste('Fatal error: the build failed\n').events).toEqual([]);
  });

  it.each([
    'PHP Notice:  session_start(): Failed to acquire session lock in /srv/a.php on line 3',
    'PHP Warning:  session_start(): Unable to clear session lock record in /srv/a.php on line 3',
    'PHP Warning:  session_write_close(): Failed to release session lock in /srv/a.php on line 3',
    'PHP Warning:  Could not acquire the session lock for 8 s in /srv/a.php on line 3',
  ])('tells a lock of a session: %s', (message) => {
    expect([...readPaste(`[15-Jan-2024 03:47:22 UTC] ${message}\n`).counts.keys()]).toEqual(['php.session-lock']);
  });
});
