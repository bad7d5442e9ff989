import type { RuleCases } from '../case.ts';
import { FPM_LOG, fpmLine, MAIN_POOL, pool, POOL, stock } from '../setup.ts';

const line = fpmLine('failed to prepare the stderr pipe: Too many open files (24)', 'ERROR');

export const cases: RuleCases = {
  fires: [
    {
      name: 'rlimit_files too small for the pipes',
      files: { ...stock(), [POOL]: pool({ rlimit_files: '12' }), [FPM_LOG]: line },
      code: 'small',
      severity: 'error',
      safety: 'restart',
      adds: ['rlimit_files = 1024'],
    },
    {
      name: 'rlimit_files of [global], which keeps the master from starting',
      files: {
        ...stock(),
        [MAIN_POOL]:
          '[global]\npid = /run/php/php8.2-fpm.pid\nrlimit_files = 9\ninclude=/etc/php/8.2/fpm/pool.d/*.conf\n',
        [FPM_LOG]: fpmLine(
          'Unable to create the PID file (/run/php/php8.2-fpm.pid).: Too many open files (24)',
          'ERROR',
        ),
      },
      code: 'small',
      severity: 'error',
      safety: 'restart',
      adds: ['rlimit_files = 1024'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'not set: the limit is the system’s', files: { ...stock(), [FPM_LOG]: line } },
  ],
};
