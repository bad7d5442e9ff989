import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, pool, POOL, stock } from '../setup.ts';

const denied = (script: string) =>
  errorLine(
    `FastCGI sent in stderr: "Access to the script '${script}' has been denied (see security.limit_extensions)" while reading response header from upstream`,
  );

export const cases: RuleCases = {
  fires: [
    {
      name: 'named, and left closed',
      files: { ...stock(), [ERROR_LOG]: denied('/var/www/shop/page.html') },
      code: 'denied',
      severity: 'warning',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'added since',
      files: {
        ...stock(),
        [POOL]: pool({ 'security.limit_extensions': '.php .html' }),
        [ERROR_LOG]: denied('/var/www/shop/page.html'),
      },
    },
  ],
};
