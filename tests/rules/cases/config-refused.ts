import type { RuleCases } from '../case.ts';
import { nginx, NGINX, pool, POOL, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an unknown directive',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_reed_timeout 60s;' }) },
      code: 'nginx',
      severity: 'error',
      safety: null,
    },
    {
      name: 'a value whose meaning is plain',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 90S;' }) },
      code: 'nginx',
      severity: 'error',
      safety: 'restart',
      adds: ['fastcgi_read_timeout 90s;'],
    },
    {
      name: 'megabytes with two letters',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 4mb;' }) },
      code: 'nginx',
      severity: 'error',
      safety: 'restart',
      adds: ['client_max_body_size 4m;'],
    },
    {
      name: 'an unknown key of a pool',
      files: { ...stock(), [POOL]: pool({ request_terminate_timeouts: '30s' }) },
      code: 'fpm',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'buffers have a rule of their own',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_buffer_size 32k;' }) },
    },
    { name: 'so have spare servers', files: { ...stock(), [POOL]: pool({ 'pm.start_servers': '9' }) } },
  ],
};
