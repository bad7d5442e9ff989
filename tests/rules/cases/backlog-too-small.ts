import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const eagain = errorLine(
  'connect() to unix:/run/php/php8.2-fpm.sock failed (11: Resource temporarily unavailable) while connecting to upstream',
);

export const cases: RuleCases = {
  fires: [
    {
      name: 'a unix socket',
      files: { ...stock(), [POOL]: pool({ 'listen.backlog': '1' }), [ERROR_LOG]: eagain },
      code: 'overflowed',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.backlog = 4096'],
    },
    {
      name: 'TCP, where the connect times out',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: '127.0.0.1:9000' }),
        [POOL]: pool({ listen: '127.0.0.1:9000', 'listen.backlog': '1' }),
        [ERROR_LOG]: errorLine('upstream timed out (110: Connection timed out) while connecting to upstream', {
          upstream: 'fastcgi://127.0.0.1:9000',
        }),
      },
      code: 'overflowed',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.backlog = 4096'],
    },
    {
      name: 'a pool on every address, reached on the loopback',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: 'localhost:9000' }),
        [POOL]: pool({ listen: '9000', 'listen.backlog': '1' }),
        [ERROR_LOG]: errorLine('upstream timed out (110: Connection timed out) while connecting to upstream', {
          upstream: 'fastcgi://127.0.0.1:9000',
        }),
      },
      code: 'overflowed',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.backlog = 4096'],
    },
    {
      name: 'the socket in /var/run, which is /run',
      files: {
        ...stock(),
        [POOL]: pool({ 'listen.backlog': '1' }),
        [ERROR_LOG]: eagain.replaceAll('unix:/run/', 'unix:/var/run/'),
      },
      code: 'overflowed',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.backlog = 4096'],
    },
    {
      name: 'the default of 511 before PHP 8.2',
      files: { ...stock(), [ERROR_LOG]: eagain },
      host: { php: '8.1' },
      code: 'overflowed',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.backlog = 4096'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'a pool on every address, and another host that does not answer',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: '192.0.2.7:9000' }),
        [POOL]: pool({ listen: '0.0.0.0:9000', 'listen.backlog': '1' }),
        [ERROR_LOG]: errorLine('upstream timed out (110: Connection timed out) while connecting to upstream', {
          upstream: 'fastcgi://192.0.2.7:9000',
        }),
      },
    },
    { name: 'short, but never full', files: { ...stock(), [POOL]: pool({ 'listen.backlog': '128' }) } },
    {
      name: 'as long as the system allows: more workers are the answer',
      files: { ...stock(), [ERROR_LOG]: eagain },
      host: { php: '8.2' },
    },
  ],
};
