import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, RESET, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'failures, and no pool',
      files: { [NGINX]: nginx(), [ERROR_LOG]: errorLine(RESET) },
      code: 'pool',
      severity: 'info',
      safety: null,
    },
  ],
  quiet: [
    { name: 'the pool is there', files: { ...stock(), [ERROR_LOG]: errorLine(RESET) } },
    { name: 'nothing failed', files: { [NGINX]: nginx() } },
  ],
};
