import { describe, expect, it } from 'vitest';
import { readPaste, seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('slow log', () => {
  const stack = (call: string, file = '/srv/app/Db.php:12') =>
    `[15-Jan-2024 03:47:22]  [pool www] pid 812\nscript_filename = /srv/app/index.php\n[0x00007f6a1c2120a0] ${call}() ${file}\n[0x00007f6a1c212010] find() /srv/app/Orders.php:40\n\n`;

  it.each([
    ['PDOStatement->execute', '/srv/a.php:1', 'database'],
    ['mysqli_query', '/srv/a.php:1', 'database'],
    ['execute', '/srv/vendor/doctrine/dbal/src/Statement.php:90', 'database'],
    ['curl_exec', '/srv/a.php:1', 'http'],
    ['session_start', '/srv/a.php:1', 'session'],
    ['Redis->get', '/srv/a.php:1', 'cache'],
    ['flock', '/srv/a.php:1', 'lock'],
    ['usleep', '/srv/a.php:1', 'sleep'],
    ['fread', '/srv/a.php:1', 'filesystem'],
    ['computePrimes', '/srv/a.php:1', 'cpu'],
  ])('%s in %s is %s', (call, file, family) => {
    expect(first(stack(call, file))).toMatchObject([
      'slow.stack',
      { family, call, pool: 'www', script: '/srv/app/index.php' },
    ]);
  });

  it('counts what the stacks agree on exactly, however many there are', () => {
    const evidence = readPaste(stack('PDOStatement->execute').repeat(900) + stack('sleep').repeat(100));
    expect(evidence.stacks).toMatchObject([
      { call: 'PDOStatement->execute', family: 'database', count: 900, share: 0.9 },
      { call: 'sleep', family: 'sleep', count: 100, share: 0.1 },
    ]);
    expect(evidence.events.length).toBeLessThan(20);
  });
});
