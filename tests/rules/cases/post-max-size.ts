import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, phpIni, PHP_INI, stock } from '../setup.ts';

const exceeded = errorLine(
  'FastCGI sent in stderr: "PHP message: PHP Warning:  PHP Request Startup: POST Content-Length of 4000002 bytes exceeds the limit of 1048576 bytes in Unknown on line 0" while reading response header from upstream',
  { request: 'POST /upload.php HTTP/1.1' },
);

export const cases: RuleCases = {
  fires: [
    {
      name: 'PHP said that a body was too large',
      files: {
        ...stock(),
        [NGINX]: nginx({ server: 'client_max_body_size 4m;' }),
        [PHP_INI]: phpIni({ post_max_size: '1M', upload_max_filesize: '512K' }),
        [ERROR_LOG]: exceeded,
      },
      code: 'exceeded',
      severity: 'error',
      safety: 'reload',
      adds: ['post_max_size = 4M'],
    },
    {
      name: 'nginx lets through what PHP does not take',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 64m;' }) },
      code: 'below-nginx',
      severity: 'warning',
      safety: 'reload',
      adds: ['post_max_size = 64M'],
    },
    {
      name: 'an upload that its form does not fit around',
      files: { ...stock(), [PHP_INI]: phpIni({ upload_max_filesize: '8M' }) },
      code: 'below-upload',
      severity: 'warning',
      safety: 'reload',
      adds: ['post_max_size = 9M'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'nginx unlimited is a choice',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 0;' }) },
    },
    {
      name: 'aligned',
      files: {
        ...stock(),
        [NGINX]: nginx({ server: 'client_max_body_size 64m;' }),
        [PHP_INI]: phpIni({ post_max_size: '64M', upload_max_filesize: '60M' }),
      },
    },
  ],
};
