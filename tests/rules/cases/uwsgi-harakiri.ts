import type { RuleCases } from '../case.ts';
import { stock } from '../setup.ts';

const INI = '/etc/uwsgi/apps-enabled/shop.ini';
const SITE = '/etc/nginx/sites-enabled/shop';
const UWSGI_LOG = '/var/log/uwsgi/app/shop.log';

const files = (harakiri: string, read: string): Record<string, string> => ({
  [INI]: `[uwsgi]\nsocket = 127.0.0.1:3031\nprocesses = 2\nharakiri = ${harakiri}\n`,
  [SITE]: `server {\n    listen 80;\n    location / {\n        uwsgi_pass 127.0.0.1:3031;\n        ${read}\n    }\n}\n`,
});
const KILL = 'Fri Nov 20 13:35:18 2026 - *** HARAKIRI ON WORKER 2 (pid: 1096, try: 1) ***\n';

export const cases: RuleCases = {
  fires: [
    {
      name: 'a request was ended',
      files: { ...files('2', ''), [UWSGI_LOG]: KILL },
      host: { longestRequestSeconds: 4 },
      code: 'killed',
      severity: 'error',
      safety: 'restart',
      adds: ['harakiri = 5'],
    },
    {
      name: 'below what is stated',
      files: files('20', ''),
      host: { longestRequestSeconds: 60 },
      code: 'below',
      severity: 'warning',
      safety: 'restart',
      adds: ['harakiri = 62'],
    },
    {
      name: 'nginx’s patience follows the raised harakiri',
      files: files('20', 'uwsgi_read_timeout 61s;'),
      host: { longestRequestSeconds: 60 },
      code: 'read',
      severity: 'warning',
      safety: 'reload',
      adds: ['harakiri = 62', 'uwsgi_read_timeout 70s;'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'above the longest request', files: files('90', ''), host: { longestRequestSeconds: 60 } },
    { name: 'off', files: files('0', ''), host: { longestRequestSeconds: 60 } },
    { name: 'nothing is stated and nothing was ended', files: files('2', '') },
  ],
};
