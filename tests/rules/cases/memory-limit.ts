import { GiB, MiB } from '../../../src/engine/text/units.ts';
import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, phpIni, PHP_INI, stock } from '../setup.ts';

const fatal = (limit: number) =>
  errorLine(
    `FastCGI sent in stderr: "PHP message: PHP Fatal error:  Allowed memory size of ${String(limit)} bytes exhausted (tried to allocate 2097152 bytes) in /var/www/shop/report.php on line 3" while reading response header from upstream`,
  );
const host = { memoryBytes: 4 * GiB, reserveBytes: GiB, workerMemoryBytes: 100 * MiB };

export const cases: RuleCases = {
  fires: [
    {
      name: 'all workers at the new limit fit into the memory',
      files: { ...stock(), [PHP_INI]: phpIni({ memory_limit: '32M' }), [ERROR_LOG]: fatal(32 * MiB) },
      host,
      code: 'exhausted',
      severity: 'error',
      safety: 'reload',
      adds: ['memory_limit = 128M'],
    },
    {
      name: 'nothing is known of the memory: a decision',
      files: { ...stock(), [ERROR_LOG]: fatal(128 * MiB) },
      code: 'exhausted',
      severity: 'error',
      safety: 'decide',
      adds: ['memory_limit = 256M'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'raised since',
      files: { ...stock(), [PHP_INI]: phpIni({ memory_limit: '256M' }), [ERROR_LOG]: fatal(128 * MiB) },
    },
  ],
};
