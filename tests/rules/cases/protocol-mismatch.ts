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
    { name: 'two written settings contradict each other', files, code: 'wrong', severity: 'warning', safety: 'decide' },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'an HTTP backend', files: { ...files, [POOL]: pool({ listen: '127.0.0.1:9001' }) } },
  ],
};
