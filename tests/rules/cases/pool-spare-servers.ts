import type { RuleCases } from '../case.ts';
import { pool, POOL, stock } from '../setup.ts';

const spares = (start: string, min: string, max: string, children = '5') => ({
  ...stock(),
  [POOL]: pool({
    'pm.max_children': children,
    'pm.start_servers': start,
    'pm.min_spare_servers': min,
    'pm.max_spare_servers': max,
  }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'start above max_spare',
      files: spares('9', '1', '3'),
      code: 'start-outside',
      severity: 'error',
      safety: 'restart',
      adds: ['pm.start_servers = 3'],
    },
    {
      name: 'spare servers above max_children',
      files: spares('10', '5', '35', '20'),
      code: 'spare-above-children',
      severity: 'error',
      safety: 'restart',
      adds: ['pm.max_spare_servers = 20'],
    },
    {
      name: 'max_spare below min_spare',
      files: spares('4', '4', '2'),
      code: 'min-above-max',
      severity: 'error',
      safety: 'restart',
      adds: ['pm.max_spare_servers = 4'],
    },
    {
      name: 'no min_spare',
      files: spares('2', '0', '3'),
      code: 'min-missing',
      severity: 'error',
      safety: 'restart',
      adds: ['pm.min_spare_servers = 1'],
    },
    { name: 'no max_spare', files: spares('2', '2', ''), code: 'max-missing', severity: 'error', safety: 'restart' },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'start unset takes the middle', files: spares('', '1', '3') },
    {
      name: 'static ignores them',
      files: { ...stock(), [POOL]: pool({ pm: 'static', 'pm.max_spare_servers': '99' }) },
    },
  ],
};
