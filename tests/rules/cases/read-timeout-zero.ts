import type { RuleCases } from '../case.ts';
import { nginx, NGINX, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: '0 is meant as unlimited',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 0;' }) },
      code: 'zero',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 100s;'],
    },
  ],
  quiet: [{ name: 'Debian as installed', files: stock() }],
};
