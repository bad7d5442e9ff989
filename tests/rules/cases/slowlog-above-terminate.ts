import type { RuleCases } from '../case.ts';
import { nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const timed = (slowlog: string, terminate: string) => ({
  ...stock(),
  [NGINX]: nginx({ location: 'fastcgi_read_timeout 120s;' }),
  [POOL]: pool({
    request_slowlog_timeout: slowlog,
    request_terminate_timeout: terminate,
    slowlog: '/var/log/php-slow.log',
  }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'PHP-FPM refuses to start',
      files: timed('90s', '60s'),
      code: 'above',
      severity: 'error',
      safety: 'restart',
      adds: ['request_slowlog_timeout = 10s'],
    },
  ],
  quiet: [
    { name: 'equal values are accepted', files: timed('60s', '60s') },
    {
      name: 'no terminate timeout',
      files: { ...stock(), [POOL]: pool({ request_slowlog_timeout: '90s', slowlog: '/var/log/php-slow.log' }) },
    },
  ],
};
