import type { RuleCases } from '../case.ts';
import { GiB, MiB } from '../../../src/engine/text/units.ts';
import { phpIni, PHP_INI, pool, POOL, stock } from '../setup.ts';

const large = {
  'pm.max_children': '400',
  'pm.start_servers': '200',
  'pm.min_spare_servers': '100',
  'pm.max_spare_servers': '300',
};
const host = { memoryBytes: 16 * GiB, reserveBytes: 4 * GiB, workerMemoryBytes: 50 * MiB };

export const cases: RuleCases = {
  fires: [
    {
      name: 'more than the stated memory carries; the spare servers follow',
      files: { ...stock(), [POOL]: pool(large), [PHP_INI]: phpIni({ memory_limit: '-1' }) },
      host,
      code: 'stated',
      severity: 'warning',
      safety: 'reload',
      adds: ['pm.max_children = 245', 'pm.max_spare_servers = 245'],
    },
    {
      name: 'two pools share the memory in proportion',
      files: {
        ...stock(),
        [POOL]: pool({ pm: 'static', 'pm.max_children': '300' }),
        '/etc/php/8.2/fpm/pool.d/api.conf': pool(
          { listen: '/run/php/api.sock', pm: 'static', 'pm.max_children': '100' },
          'api',
        ),
        [PHP_INI]: phpIni({ memory_limit: '-1' }),
      },
      host,
      code: 'stated',
      severity: 'warning',
      safety: 'reload',
      adds: ['pm.max_children = 183', 'pm.max_children = 61'],
    },
    {
      name: 'the kernel killed a worker',
      files: {
        ...stock(),
        [POOL]: pool({ pm: 'static', 'pm.max_children': '40' }),
        '/var/log/kern.log':
          'Mar  2 10:00:00 web1 kernel: [   81.104211] Out of memory: Killed process 4211 (php-fpm8.2) total-vm:1200000kB, anon-rss:300000kB, file-rss:0kB, shmem-rss:0kB, UID:33 pgtables:800kB oom_score_adj:0\n',
      },
      host: { memoryBytes: 2 * GiB, reserveBytes: GiB / 2 },
      code: 'killed',
      severity: 'error',
      safety: 'reload',
      adds: ['pm.max_children = 10'],
    },
    {
      name: 'the worst case by memory_limit is only mentioned',
      files: {
        ...stock(),
        [POOL]: pool({ ...large, 'pm.max_children': '200', 'pm.max_spare_servers': '150', 'pm.start_servers': '120' }),
      },
      host,
      code: 'worst-case',
      severity: 'info',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock(), host },
    { name: 'nothing stated', files: { ...stock(), [POOL]: pool(large) } },
  ],
};
