import type { RuleCases } from '../case.ts';
import { FPM_LOG, fpmLine, MAIN_POOL, pool, POOL, stock } from '../setup.ts';

const main = (max: string) => ({
  [MAIN_POOL]: `[global]\nprocess.max = ${max}\ninclude=/etc/php/8.2/fpm/pool.d/*.conf\n`,
  ...stock(),
  [POOL]: pool({ pm: 'static', 'pm.max_children': '8' }),
});
const reached = fpmLine(
  "The maximum number of processes has been reached. Please review your configuration and consider raising 'process.max'",
);

export const cases: RuleCases = {
  fires: [
    {
      name: 'PHP-FPM said so',
      files: { ...main('2'), [FPM_LOG]: reached },
      code: 'reached',
      severity: 'error',
      safety: 'reload',
      adds: ['process.max = 8'],
    },
    { name: 'a cap is only mentioned', files: main('2'), code: 'below', severity: 'info', safety: null },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'above all pools', files: main('9') },
  ],
};
