import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, POOL, pool, stock } from '../setup.ts';

const line = (limit: number) =>
  errorLine(`${String(limit)} worker_connections are not enough`, { level: 'alert', upstream: '' });

export const cases: RuleCases = {
  fires: [
    {
      name: 'raised where it is written',
      files: { ...stock(), [NGINX]: nginx({ events: 'worker_connections 8;' }), [ERROR_LOG]: line(8) },
      code: 'exhausted',
      severity: 'error',
      safety: 'reload',
      adds: ['worker_connections 1024;'],
    },
    {
      name: 'the descriptors follow',
      files: { ...stock(), [NGINX]: nginx({ main: 'worker_rlimit_nofile 2048;' }), [ERROR_LOG]: line(768) },
      code: 'exhausted',
      severity: 'error',
      safety: 'reload',
      adds: ['worker_connections 3072;', 'worker_rlimit_nofile 6208;'],
    },
    {
      name: 'the main file is not in the paste',
      files: {
        '/etc/nginx/conf.d/shop.conf': 'server { location / { fastcgi_pass 127.0.0.1:9000; } }\n',
        [POOL]: pool(),
        [ERROR_LOG]: line(768),
      },
      code: 'not-here',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'raised since',
      files: { ...stock(), [NGINX]: nginx({ events: 'worker_connections 4096;' }), [ERROR_LOG]: line(768) },
    },
  ],
};
