import type { RuleCases } from '../case.ts';
import { FPM_LOG, fpmLine, pool, POOL, stock } from '../setup.ts';

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
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'not set: the limit is the system’s', files: { ...stock(), [FPM_LOG]: line } },
  ],
};
