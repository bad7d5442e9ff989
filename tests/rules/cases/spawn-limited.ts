import type { RuleCases } from '../case.ts';
import { FPM_LOG, fpmLine, pool, POOL, stock } from '../setup.ts';

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
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'static forks nothing', files: { ...stock(), [POOL]: pool({ ...keys, pm: 'static' }), [FPM_LOG]: busy } },
  ],
};
