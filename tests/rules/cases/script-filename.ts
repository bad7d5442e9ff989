import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, stock } from '../setup.ts';

const unknown = errorLine(
  'FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream',
);
const USUAL = 'fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a path of another host',
      files: {
        ...stock(),
        [NGINX]: nginx().replace('SCRIPT_FILENAME $document_root', 'SCRIPT_FILENAME /scripts'),
        [ERROR_LOG]: unknown,
      },
      code: 'elsewhere',
      severity: 'error',
      safety: 'decide',
      adds: [USUAL],
    },
    {
      name: 'not passed at all',
      files: {
        ...stock(),
        [NGINX]: nginx().replace('SCRIPT_FILENAME $document_root$fastcgi_script_name', 'QUERY_STRING $query_string'),
        [ERROR_LOG]: unknown,
      },
      code: 'missing',
      severity: 'error',
      safety: 'reload',
      adds: [USUAL],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'the usual value: the file is not there', files: { ...stock(), [ERROR_LOG]: unknown } },
  ],
};
