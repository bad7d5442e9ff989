import type { RuleCases } from '../case.ts';
import { nginx, NGINX, phpIni, PHP_INI, pool, POOL, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: '1m30s is one second to PHP-FPM; what stands below it is judged by what was meant',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'fastcgi_read_timeout 130s;' }),
        [POOL]: pool({ request_terminate_timeout: '1m30s' }),
      },
      code: 'fpm-time',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_terminate_timeout = 90s'],
    },
    {
      name: '500ms is 500 seconds',
      files: { ...stock(), [POOL]: pool({ request_terminate_timeout: '500ms' }) },
      code: 'fpm-time',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_terminate_timeout = 70s', 'fastcgi_read_timeout 100s;'],
    },
    {
      name: 'a unit that PHP-FPM refuses; the read timeout above it is judged by what was meant',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'fastcgi_read_timeout 60s;' }),
        [POOL]: pool({ request_terminate_timeout: '110S' }),
      },
      code: 'fpm-refused',
      severity: 'error',
      safety: 'reload',
      adds: ['request_terminate_timeout = 110s', 'fastcgi_read_timeout 150s;'],
    },
    {
      name: 'a slow log after 1m30s',
      files: { ...stock(), [POOL]: pool({ request_slowlog_timeout: '1m30s', slowlog: '/var/log/php-slow.log' }) },
      code: 'fpm-time',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_slowlog_timeout = 90s'],
    },
    {
      name: 'uploads of 2 bytes',
      files: { ...stock(), [PHP_INI]: phpIni({ upload_max_filesize: '2MB' }) },
      code: 'php-size',
      severity: 'warning',
      safety: 'reload',
      adds: ['upload_max_filesize = 2M'],
    },
    {
      name: 'a memory_limit that PHP refuses, in the pool',
      files: { ...stock(), [POOL]: pool({ 'php_admin_value[memory_limit]': '512MB' }) },
      code: 'php-memory-limit',
      severity: 'warning',
      safety: 'reload',
      adds: ['php_admin_value[memory_limit] = 512M'],
    },
    {
      name: 'max_execution_time = 1m is one second',
      files: { ...stock(), [PHP_INI]: phpIni({ max_execution_time: '1m' }) },
      code: 'php-seconds',
      severity: 'warning',
      safety: 'reload',
      adds: ['max_execution_time = 60'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'nginx reads 1m30s as 90 s',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 1m30s;' }) },
    },
    {
      name: 'units that PHP-FPM knows',
      files: { ...stock(), [POOL]: pool({ request_terminate_timeout: '2m', 'pm.process_idle_timeout': '10s' }) },
    },
  ],
};
