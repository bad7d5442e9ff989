import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const ENOENT =
  'connect() to unix:/run/php/php8.1-fpm.sock failed (2: No such file or directory) while connecting to upstream';
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const old = { ...stock(), [NGINX]: nginx({ pass: 'unix:/run/php/php8.1-fpm.sock' }) };

export const cases: RuleCases = {
  fires: [
    {
      name: 'the socket of another PHP version',
      files: {
        ...old,
        [ERROR_LOG]: errorLine(ENOENT, { level: 'crit', upstream: 'fastcgi://unix:/run/php/php8.1-fpm.sock:' }),
      },
      code: 'failed',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_pass unix:/run/php/php8.2-fpm.sock;'],
    },
    {
      name: 'a digit missing in the port',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: '127.0.0.1:900' }),
        [POOL]: pool({ listen: '127.0.0.1:9000' }),
        [ERROR_LOG]: errorLine(REFUSED, { upstream: 'fastcgi://127.0.0.1:900' }),
      },
      code: 'failed',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_pass 127.0.0.1:9000;'],
    },
    {
      name: 'a server of an upstream block, and a pool on the loopback',
      files: {
        ...stock(),
        [NGINX]: nginx({ http: 'upstream php { server 192.0.2.5:9000; }', pass: 'php' }),
        [POOL]: pool({ listen: '127.0.0.1:9000' }),
        [ERROR_LOG]: errorLine(REFUSED, { upstream: 'fastcgi://192.0.2.5:9000' }),
      },
      code: 'failed',
      severity: 'error',
      safety: 'reload',
      adds: ['upstream php { server 127.0.0.1:9000; }'],
    },
    {
      name: 'no failure seen: the pool may simply not be in the paste',
      files: old,
      code: 'unseen',
      severity: 'info',
      safety: null,
    },
    {
      name: 'two pools and nothing that says which',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: '127.0.0.1:900' }),
        [POOL]: pool({ listen: '127.0.0.1:9001' }) + pool({ listen: '127.0.0.1:9002' }, 'api'),
        [ERROR_LOG]: errorLine(REFUSED, { upstream: 'fastcgi://127.0.0.1:900' }),
      },
      code: 'several',
      severity: 'error',
      safety: null,
    },
    {
      name: 'localhost is tried as ::1 first',
      files: {
        ...stock(),
        [NGINX]: nginx({ pass: 'localhost:9000' }),
        [POOL]: pool({ listen: '127.0.0.1:9000' }),
        [ERROR_LOG]: errorLine(REFUSED, { upstream: 'fastcgi://[::1]:9000' }),
      },
      code: 'one-of-two',
      severity: 'warning',
      safety: 'reload',
      adds: ['fastcgi_pass 127.0.0.1:9000;'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'the addresses agree and PHP-FPM is down: no config cures that',
      files: { ...stock(), [ERROR_LOG]: errorLine(REFUSED) },
    },
    {
      name: 'no pool in the paste',
      files: {
        [NGINX]: nginx({ pass: '127.0.0.1:900' }),
        [ERROR_LOG]: errorLine(REFUSED, { upstream: 'fastcgi://127.0.0.1:900' }),
      },
    },
  ],
};
