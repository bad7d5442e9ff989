import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, stock } from '../setup.ts';

const servers = (list: string) => ({
  ...stock(),
  [NGINX]: nginx({ http: `upstream php { ${list} }`, pass: 'php', location: 'fastcgi_next_upstream error;' }),
  [ERROR_LOG]: errorLine('no live upstreams while connecting to upstream', { upstream: 'fastcgi://php' }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'one failure each',
      files: servers('server 127.0.0.1:9001; server 127.0.0.1:9002;'),
      code: 'no-live',
      severity: 'warning',
      safety: null,
    },
    {
      name: 'max_conns reached, and nothing failed before',
      files: {
        ...servers('server unix:/run/php/php8.2-fpm.sock max_conns=1;'),
      },
      code: 'max-conns',
      severity: 'error',
      safety: 'reload',
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'three failures are needed',
      files: servers('server 127.0.0.1:9001 max_fails=3; server 127.0.0.1:9002 max_fails=3;'),
    },
  ],
};
