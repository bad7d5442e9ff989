import type { RuleCases } from '../case.ts';
import { nginx, NGINX, POOL, pool, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    { name: 'a default alone is only mentioned', files: stock(), code: 'off', severity: 'info', safety: null },
    {
      name: 'stated requests of 90 s break the default ladder, which is then built whole',
      files: stock(),
      host: { longestRequestSeconds: 90 },
      code: 'unbounded',
      severity: 'warning',
      safety: 'reload',
      adds: ['request_terminate_timeout = 105s', 'fastcgi_read_timeout 145s;', 'max_execution_time = 90'],
    },
  ],
  quiet: [
    {
      name: 'a terminate timeout is set',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'fastcgi_read_timeout 60s;' }),
        [POOL]: pool({ request_terminate_timeout: '40s' }),
      },
    },
  ],
};
