import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, FPM_LOG, fpmLine, MAIN_POOL, RESET, stock } from '../setup.ts';

const reload = { [FPM_LOG]: fpmLine('Reloading in progress ...', 'NOTICE'), [ERROR_LOG]: errorLine(RESET) };
const main = (more = '') => ({
  [MAIN_POOL]: `[global]\npid = /run/php/php8.2-fpm.pid\n${more}include=/etc/php/8.2/fpm/pool.d/*.conf\n`,
  ...stock(),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'a reload met requests',
      files: { ...main(), ...reload },
      host: { longestRequestSeconds: 20 },
      code: 'killed',
      severity: 'error',
      safety: 'reload',
      adds: ['process_control_timeout = 20s'],
    },
    {
      name: 'too short a time to finish',
      files: { ...main('process_control_timeout = 1s\n'), ...reload },
      code: 'killed',
      severity: 'error',
      safety: 'reload',
      adds: ['process_control_timeout = 60s'],
    },
    {
      name: 'the main file is not in the paste',
      files: { ...stock(), ...reload },
      code: 'not-here',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: main() },
    { name: 'a reload that met nobody', files: { ...main(), [FPM_LOG]: reload[FPM_LOG] } },
    { name: 'long enough', files: { ...main('process_control_timeout = 60s\n'), ...reload } },
  ],
};
