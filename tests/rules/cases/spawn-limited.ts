import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, FPM_LOG, fpmLine, nginx, NGINX, pool, POOL, stock, TIMED_OUT } from '../setup.ts';

const busy = fpmLine(
  '[pool www] seems busy (you may need to increase pm.start_servers, or pm.min/max_spare_servers), spawning 8 children, there are 0 idle, and 9 total children',
);
const keys = {
  'pm.max_children': '40',
  'pm.start_servers': '2',
  'pm.min_spare_servers': '1',
  'pm.max_spare_servers': '3',
};

export const cases: RuleCases = {
  fires: [
    {
      name: 'PHP-FPM says that it cannot fork fast enough',
      files: { ...stock(), [POOL]: pool(keys), [FPM_LOG]: busy },
      code: 'busy',
      severity: 'error',
      safety: 'reload',
      adds: ['pm.min_spare_servers = 20', 'pm.max_spare_servers = 30'],
    },
    {
      name: 'a burst that timed out together, far from max_children',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'fastcgi_read_timeout 3s;' }),
        [POOL]: pool({ ...keys, 'pm.max_children': '20' }),
        [ERROR_LOG]: errorLine(TIMED_OUT).repeat(9),
      },
      host: { longestRequestSeconds: 2 },
      code: 'busy',
      severity: 'error',
      safety: 'reload',
      adds: ['pm.min_spare_servers = 10'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'static forks nothing', files: { ...stock(), [POOL]: pool({ ...keys, pm: 'static' }), [FPM_LOG]: busy } },
  ],
};
