import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, pool, POOL, RESET, stock } from '../setup.ts';

const site = nginx({ pass: '127.0.0.1:9000' }).replace(
  'fastcgi_pass 127.0.0.1:9000',
  'proxy_pass http://127.0.0.1:9000',
);
const files = {
  [NGINX]: site.replace(/ *fastcgi_param [^;]*;\n/u, ''),
  [POOL]: pool({ listen: '127.0.0.1:9000' }),
};

export const cases: RuleCases = {
  fires: [
    {
      name: 'requests failed by it',
      files: { ...files, [ERROR_LOG]: errorLine(RESET, { upstream: 'http://127.0.0.1:9000/index.php' }) },
      code: 'refused',
      severity: 'error',
      safety: 'decide',
      adds: ['fastcgi_pass 127.0.0.1:9000;', 'fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;'],
    },
    {
      name: 'requests failed by it, and the pool listens on every address',
      files: {
        ...files,
        [POOL]: pool({ listen: '0.0.0.0:9000' }),
        [ERROR_LOG]: errorLine(RESET, { upstream: 'http://127.0.0.1:9000/index.php' }),
      },
      code: 'refused',
      severity: 'error',
      safety: 'decide',
      adds: ['fastcgi_pass 127.0.0.1:9000;'],
    },
    {
      name: 'the port alone, on the loopback',
      files: { ...files, [POOL]: pool({ listen: '9000' }) },
      code: 'wrong',
      severity: 'warning',
      safety: 'decide',
    },
    { name: 'two written settings contradict each other', files, code: 'wrong', severity: 'warning', safety: 'decide' },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'the same port of another machine',
      files: {
        ...files,
        [NGINX]: files[NGINX].replace('http://127.0.0.1:9000', 'http://192.0.2.7:9000'),
        [POOL]: pool({ listen: '0.0.0.0:9000' }),
      },
    },
    { name: 'an HTTP backend', files: { ...files, [POOL]: pool({ listen: '127.0.0.1:9001' }) } },
  ],
};
