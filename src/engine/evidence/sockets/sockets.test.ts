import { describe, expect, it } from 'vitest';
import { seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('sockets', () => {
  it('listen, and their queues are full or not', () => {
    expect(
      seenIn(
        'State   Recv-Q  Send-Q   Local Address:Port   Peer Address:Port  Process\nLISTEN  129     128          127.0.0.1:9000        0.0.0.0:*      users:(("php-fpm8.2",pid=811,fd=8))\n',
      ),
    ).toEqual(
      [
        ['sockets.queue-full', { address: '127.0.0.1:9000', queue: 129, limit: 128, process: 'php-fpm8.2' }],
        ['sockets.listening', { address: '127.0.0.1:9000', queue: 129, limit: 128, process: 'php-fpm8.2' }],
      ].sort(),
    );
    expect(
      first('tcp        0      0 127.0.0.1:9000          0.0.0.0:*               LISTEN      811/php-fpm: master\n'),
    ).toEqual(['sockets.listening', { address: '127.0.0.1:9000', queue: 0, process: 'php-fpm:' }]);
    expect(
      first(
        'Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process\nu_str LISTEN 0      511    /run/php/php8.2-fpm.sock 1234 * 0 users:(("php-fpm8.2",pid=811,fd=8))\n',
      )?.[1],
    ).toMatchObject({ address: 'unix:/run/php/php8.2-fpm.sock' });
  });

  it('count overflows, unless there were none', () => {
    expect(first('    12345 times the listen queue of a socket overflowed\n')).toEqual([
      'sockets.overflowed',
      { count: 12345 },
    ]);
    expect(seenIn('TcpExtListenOverflows           0                  0.0\n')).toEqual([]);
  });
});
