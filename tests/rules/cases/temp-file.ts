import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a response',
      files: {
        ...stock(),
        [ERROR_LOG]: errorLine(
          'an upstream response is buffered to a temporary file /var/lib/nginx/fastcgi/1/00/0000000001 while reading upstream',
          { level: 'warn' },
        ),
      },
      code: 'response',
      severity: 'info',
      safety: null,
    },
    {
      name: 'a request body',
      files: {
        ...stock(),
        [ERROR_LOG]: errorLine('a client request body is buffered to a temporary file /var/lib/nginx/body/0000000001', {
          level: 'warn',
          upstream: '',
        }),
      },
      code: 'request',
      severity: 'info',
      safety: null,
    },
  ],
  quiet: [{ name: 'Debian as installed', files: stock() }],
};
