import type { RuleCases } from '../case.ts';
import { nginx, NGINX, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a written read timeout above the balancer’s, with room below',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 300s;' }) },
      host: { frontTimeoutSeconds: 60, longestRequestSeconds: 20 },
      code: 'lower',
      severity: 'warning',
      safety: 'reload',
      adds: ['fastcgi_read_timeout 59s;'],
    },
    {
      name: 'the balancer is too short for the longest request',
      files: stock(),
      host: { frontTimeoutSeconds: 60, longestRequestSeconds: 90 },
      code: 'raise-front',
      severity: 'warning',
      safety: null,
    },
  ],
  quiet: [
    { name: 'no balancer stated', files: stock() },
    {
      name: 'nginx answers first',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 50s;' }) },
      host: { frontTimeoutSeconds: 60, longestRequestSeconds: 20 },
    },
  ],
};
