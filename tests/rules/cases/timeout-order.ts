import type { RuleCases } from '../case.ts';
import { nginx, NGINX, phpIni, PHP_INI, pool, POOL, stock } from '../setup.ts';

const written = (read: string, terminate: string, execution = '30') => ({
  [NGINX]: nginx({ location: `fastcgi_read_timeout ${read};` }),
  [POOL]: pool({ request_terminate_timeout: terminate }),
  [PHP_INI]: phpIni({ max_execution_time: execution }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'nginx gives up before PHP-FPM ends the request',
      files: written('60s', '110s', '90'),
      code: 'read-below-terminate',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 150s;'],
    },
    {
      name: 'the article’s 90 < 110 < 120, without the slow log that makes it hold',
      files: written('120s', '110s', '90'),
      code: 'read-within-heartbeat',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 150s;'],
    },
    {
      name: 'max_execution_time above request_terminate_timeout',
      files: written('200s', '60s', '90'),
      code: 'execution-above-terminate',
      severity: 'error',
      safety: 'reload',
      adds: ['request_terminate_timeout = 105s'],
    },
    {
      name: 'a terminate timeout far above the stated longest request comes down',
      files: written('60s', '600s'),
      host: { longestRequestSeconds: 30 },
      code: 'terminate-above-read',
      severity: 'error',
      safety: 'reload',
      adds: ['request_terminate_timeout = 35s'],
    },
    {
      name: 'one side written, the other a default: named, not changed',
      files: { ...stock(), [POOL]: pool({ request_terminate_timeout: '300s' }) },
      code: 'read-below-terminate',
      severity: 'warning',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'the article’s values with its slow log, which makes PHP-FPM look every 3.3 s',
      files: {
        ...written('120s', '110s', '90'),
        [POOL]: pool({
          request_terminate_timeout: '110s',
          request_slowlog_timeout: '10s',
          slowlog: '/var/log/php8.2-fpm-slow.log',
        }),
      },
    },
    { name: 'without a slow log, but above 4/3 of the terminate timeout', files: written('150s', '110s', '90') },
    {
      name: 'a second pool makes the heartbeat of all pools finer',
      files: {
        ...written('120s', '110s', '90'),
        '/etc/php/8.2/fpm/pool.d/api.conf': pool(
          { listen: '/run/php/api.sock', request_terminate_timeout: '9s' },
          'api',
        ),
      },
    },
  ],
};
