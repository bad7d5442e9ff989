import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, phpIni, PHP_INI, pool, POOL, stock, TIMED_OUT } from '../setup.ts';

const short = { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 5s;' }) };

export const cases: RuleCases = {
  fires: [
    {
      name: 'the default of 60 s below a stated request of 90 s',
      files: stock(),
      host: { longestRequestSeconds: 90 },
      code: 'below',
      severity: 'warning',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 145s;'],
    },
    {
      name: 'nginx gave up, nothing stated',
      files: { ...short, [ERROR_LOG]: errorLine(TIMED_OUT) },
      code: 'timed-out',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 100s;'],
    },
    {
      name: 'an inherited value stays for others: the line goes into the location',
      files: {
        [NGINX]: nginx({
          http: 'fastcgi_read_timeout 20s;',
          server: 'location /status { fastcgi_pass unix:/run/php/php8.2-fpm.sock; fastcgi_read_timeout 300s; }',
        }),
        [POOL]: pool(),
        [PHP_INI]: phpIni(),
      },
      host: { longestRequestSeconds: 30 },
      code: 'below',
      severity: 'warning',
      safety: 'reload',
    },
    {
      name: 'an HTTP backend alone',
      files: {
        [NGINX]:
          'events {}\nhttp {\n    server {\n        location / {\n            proxy_pass http://127.0.0.1:8080;\n            proxy_read_timeout 10s;\n        }\n    }\n}\n',
      },
      host: { longestRequestSeconds: 40 },
      code: 'below',
      severity: 'warning',
      safety: 'reload',
      adds: ['proxy_read_timeout 45s;'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'short, but nothing is stated and nothing timed out', files: short },
    {
      name: 'it timed out beyond the stated longest request',
      files: { ...stock(), [ERROR_LOG]: errorLine(TIMED_OUT) },
      host: { longestRequestSeconds: 30 },
    },
    {
      name: 'a stated PHP request says nothing about the other service',
      files: {
        ...stock(),
        [NGINX]: nginx({ server: 'location /chat/ { proxy_pass http://127.0.0.1:8080; proxy_read_timeout 10s; }' }),
      },
      host: { longestRequestSeconds: 30 },
    },
  ],
};
