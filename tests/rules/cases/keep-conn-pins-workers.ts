import type { RuleCases } from '../case.ts';
import { FPM_LOG, fpmLine, nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const kept = (keepalive: string, keys: Record<string, string> = {}) => ({
  ...stock(),
  [NGINX]: nginx({
    http: `upstream php { server unix:/run/php/php8.2-fpm.sock; keepalive ${keepalive}; }`,
    pass: 'php',
    location: 'fastcgi_keep_conn on;',
  }),
  [POOL]: pool(keys),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'as many cached connections as workers',
      files: kept('16'),
      code: 'pins',
      severity: 'warning',
      safety: 'reload',
      adds: ['fastcgi_keep_conn off;'],
    },
    {
      name: 'recycling closes them',
      files: kept('2', { 'pm.max_children': '50', 'pm.max_requests': '500' }),
      code: 'recycles',
      severity: 'warning',
      safety: 'reload',
      adds: ['fastcgi_keep_conn off;'],
    },
    {
      name: 'PHP-FPM ended workers without a script',
      files: {
        ...kept('2', { 'pm.max_children': '50', request_terminate_timeout: '40s' }),
        [FPM_LOG]: fpmLine(
          `[pool www] child 71, script '' (request: " ") execution timed out (44.623733 sec), terminating`,
        ),
      },
      code: 'failed',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_keep_conn off;'],
    },
    {
      name: 'useless, and only mentioned',
      files: kept('2', { 'pm.max_children': '50' }),
      code: 'cached',
      severity: 'info',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'no connection cache: the directive does nothing',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_keep_conn on;' }) },
    },
    {
      name: 'a cache without keep_conn',
      files: {
        ...stock(),
        [NGINX]: nginx({ http: 'upstream php { server unix:/run/php/php8.2-fpm.sock; keepalive 32; }', pass: 'php' }),
      },
    },
  ],
};
