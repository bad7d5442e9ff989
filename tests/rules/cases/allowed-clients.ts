import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, FPM_LOG, fpmLine, nginx, NGINX, pool, POOL, RESET, stock } from '../setup.ts';

const tcp = (allowed: string) => ({
  ...stock(),
  [NGINX]: nginx({ pass: '127.0.0.1:9000' }),
  [POOL]: pool({ listen: '127.0.0.1:9000', 'listen.allowed_clients': allowed }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the pool says whom it dropped',
      files: {
        ...tcp('192.0.2.10'),
        [ERROR_LOG]: errorLine(RESET, { upstream: 'fastcgi://127.0.0.1:9000' }),
        [FPM_LOG]: fpmLine(
          `[pool www] child 71 said into stderr: "ERROR: Connection disallowed: IP address '127.0.0.1' has been dropped."`,
        ),
      },
      code: 'dropped',
      severity: 'error',
      safety: 'reload',
      adds: ['listen.allowed_clients = 192.0.2.10,127.0.0.1'],
    },
    {
      name: 'two written settings contradict each other',
      files: tcp('192.0.2.10, 192.0.2.11'),
      code: 'left-out',
      severity: 'warning',
      safety: 'reload',
      adds: ['listen.allowed_clients = 192.0.2.10,192.0.2.11,127.0.0.1'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'the loopback is allowed', files: tcp('127.0.0.1') },
  ],
};
