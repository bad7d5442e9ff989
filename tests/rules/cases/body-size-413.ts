import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, phpIni, PHP_INI, stock } from '../setup.ts';

const refused = (bytes: number) =>
  errorLine(`client intended to send too large body: ${String(bytes)} bytes`, {
    upstream: '',
    request: 'POST /upload.php HTTP/1.1',
  });

export const cases: RuleCases = {
  fires: [
    {
      name: 'the default of 1m: the server gets a line',
      files: { ...stock(), [ERROR_LOG]: refused(2_000_000) },
      code: 'refused',
      severity: 'error',
      safety: 'reload',
      adds: ['client_max_body_size 2m;'],
    },
    {
      name: 'PHP follows',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 8m;' }), [ERROR_LOG]: refused(20_000_000) },
      code: 'refused',
      severity: 'error',
      safety: 'reload',
      adds: ['client_max_body_size 32m;', 'post_max_size = 32M'],
    },
    {
      name: 'the location states its own',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'client_max_body_size 2m;' }),
        [PHP_INI]: phpIni({ post_max_size: '64M' }),
        [ERROR_LOG]: refused(3_000_000),
      },
      code: 'refused',
      severity: 'error',
      safety: 'reload',
      adds: ['client_max_body_size 4m;'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'the limit was raised since',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 4m;' }), [ERROR_LOG]: refused(2_000_000) },
    },
  ],
};
