import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, stock, TIMED_OUT } from '../setup.ts';

const two = (location = '') => ({
  ...stock(),
  [NGINX]: nginx({
    http: 'upstream php { server unix:/run/php/php8.2-fpm.sock; server unix:/run/php/second.sock; }',
    pass: 'php',
    location,
  }),
});
const log = {
  [ERROR_LOG]:
    errorLine('upstream server temporarily disabled while reading response header from upstream', { level: 'warn' }) +
    errorLine(TIMED_OUT) +
    errorLine('no live upstreams while connecting to upstream', { upstream: 'fastcgi://php', at: '10:00:03' }),
};

export const cases: RuleCases = {
  fires: [
    {
      name: 'a slow script took all servers out',
      files: { ...two(), ...log },
      host: { longestRequestSeconds: 30 },
      code: 'poisoned',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_next_upstream error;'],
    },
    { name: 'a default is only mentioned', files: two(), code: 'repeats', severity: 'info', safety: null },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'timeouts are not repeated', files: { ...two('fastcgi_next_upstream error;'), ...log } },
  ],
};
