import type { RuleCases } from '../case.ts';
import {
  ERROR_LOG,
  errorLine,
  FPM_LOG,
  fpmLine,
  nginx,
  NGINX,
  phpIni,
  PHP_INI,
  pool,
  POOL,
  RESET,
  stock,
} from '../setup.ts';

const short = {
  [NGINX]: nginx(),
  [POOL]: pool({ request_terminate_timeout: '20s' }),
  [PHP_INI]: phpIni({ max_execution_time: '10' }),
};
const killed = {
  [ERROR_LOG]: errorLine(RESET),
  [FPM_LOG]:
    fpmLine(
      `[pool www] child 71, script '/var/www/shop/index.php' (request: "GET /index.php") execution timed out (24.605809 sec), terminating`,
    ) + fpmLine('[pool www] child 71 exited on signal 15 (SIGTERM) after 24.669521 seconds from start'),
};

export const cases: RuleCases = {
  fires: [
    {
      name: 'below what is stated',
      files: short,
      host: { longestRequestSeconds: 45 },
      code: 'below',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_terminate_timeout = 55s', 'fastcgi_read_timeout 80s;', 'max_execution_time = 45'],
    },
    {
      name: 'seen to end requests, nothing stated',
      files: { ...short, ...killed },
      code: 'terminated',
      severity: 'error',
      safety: 'reload',
      adds: ['request_terminate_timeout = 70s', 'fastcgi_read_timeout 100s;'],
    },
    {
      name: 'a raised max_execution_time takes it along',
      files: {
        [NGINX]: nginx({ location: 'fastcgi_read_timeout 200s;' }),
        [POOL]: pool({ request_terminate_timeout: '91s' }),
        [PHP_INI]: phpIni(),
      },
      host: { longestRequestSeconds: 90 },
      code: 'follows',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_terminate_timeout = 105s', 'max_execution_time = 90'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'short, but nothing is stated and nothing was ended', files: short },
    {
      name: 'it ended what is longer than the stated longest request: no config cures that',
      files: { ...short, ...killed },
      host: { longestRequestSeconds: 8 },
    },
  ],
};
