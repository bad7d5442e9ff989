import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, NGINX, stock } from '../setup.ts';

const line = errorLine('no resolver defined to resolve app.internal', { upstream: '' });
const config = (elsewhere = '', here = '') =>
  `events {}\nhttp {\n    server {\n        server_name shop.example;\n        ${here}\n        set $app app.internal;\n        location / {\n            proxy_pass http://$app:8080;\n        }\n    }\n    ${elsewhere}\n}\n`;

export const cases: RuleCases = {
  fires: [
    {
      name: 'another server has one',
      files: { [NGINX]: config('server { listen 81; resolver 192.0.2.53 valid=30s; }'), [ERROR_LOG]: line },
      code: 'reuse',
      severity: 'error',
      safety: 'decide',
      adds: ['resolver 192.0.2.53 valid=30s;'],
    },
    {
      name: 'no resolver anywhere: its address is not ours to invent',
      files: { [NGINX]: config(), [ERROR_LOG]: line },
      code: 'none',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'added since', files: { [NGINX]: config('', 'resolver 192.0.2.53;'), [ERROR_LOG]: line } },
  ],
};
