import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, POOL, pool, stock } from '../setup.ts';

const line = errorLine('socket() failed (24: Too many open files) while connecting to upstream', { level: 'alert' });

export const cases: RuleCases = {
  fires: [
    {
      name: 'unset',
      files: { ...stock(), [ERROR_LOG]: line },
      code: 'exhausted',
      severity: 'error',
      safety: 'reload',
      adds: ['worker_rlimit_nofile 4096;'],
    },
    {
      name: 'too small for the connections',
      files: {
        ...stock(),
        [NGINX]: nginx({ main: 'worker_rlimit_nofile 20;', events: 'worker_connections 8192;' }),
        [ERROR_LOG]: line,
      },
      code: 'exhausted',
      severity: 'error',
      safety: 'reload',
      adds: ['worker_rlimit_nofile 16448;'],
    },
    {
      name: 'large enough: the limit is another one',
      files: { ...stock(), [NGINX]: nginx({ main: 'worker_rlimit_nofile 65535;' }), [ERROR_LOG]: line },
      code: 'elsewhere',
      severity: 'warning',
      safety: null,
    },
    {
      name: 'the main file is not in the paste',
      files: {
        '/etc/nginx/conf.d/shop.conf': 'server { location / { fastcgi_pass 127.0.0.1:9000; } }\n',
        [POOL]: pool(),
        [ERROR_LOG]: line,
      },
      code: 'not-here',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [{ name: 'Debian as installed', files: stock() }],
};
