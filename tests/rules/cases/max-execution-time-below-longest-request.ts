import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const ended = errorLine(
  'FastCGI sent in stderr: "PHP message: PHP Fatal error:  Maximum execution time of 30 seconds exceeded in /var/www/shop/report.php on line 3" while reading response header from upstream',
);

export const cases: RuleCases = {
  fires: [
    {
      name: 'below what is stated',
      files: stock(),
      host: { longestRequestSeconds: 50 },
      code: 'below',
      severity: 'warning',
      safety: 'reload',
      adds: ['max_execution_time = 50'],
    },
    {
      name: 'PHP said that it ended a script',
      files: { ...stock(), [ERROR_LOG]: ended },
      code: 'ended',
      severity: 'error',
      safety: 'reload',
      adds: ['max_execution_time = 60'],
    },
    {
      name: 'no php.ini in the paste: the pool sets it without locking it',
      files: { [NGINX]: nginx(), [POOL]: pool(), [ERROR_LOG]: ended },
      code: 'ended',
      severity: 'error',
      safety: 'reload',
      adds: ['php_value[max_execution_time] = 60'],
    },
  ],
  quiet: [
    { name: 'Debian as installed, nothing stated', files: stock() },
    { name: 'stated requests fit', files: stock(), host: { longestRequestSeconds: 30 } },
    {
      name: 'a default nobody showed',
      files: { [NGINX]: nginx(), [POOL]: pool() },
      host: { longestRequestSeconds: 50 },
    },
    {
      name: 'a script longer than the longest legitimate request',
      files: { ...stock(), [ERROR_LOG]: ended },
      host: { longestRequestSeconds: 20 },
    },
  ],
};
