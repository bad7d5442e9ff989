import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, pool, POOL, stock } from '../setup.ts';

const denied = errorLine(
  'connect() to unix:/run/php/php8.2-fpm.sock failed (13: Permission denied) while connecting to upstream',
  { level: 'crit' },
);

export const cases: RuleCases = {
  fires: [
    {
      name: 'owner and group unset: the socket is root’s',
      files: { ...stock(), [POOL]: pool({ 'listen.owner': '', 'listen.group': '' }), [ERROR_LOG]: denied },
      code: 'denied',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.owner = www-data'],
    },
    {
      name: 'a mode without write for the owner',
      files: { ...stock(), [POOL]: pool({ 'listen.mode': '0440' }), [ERROR_LOG]: denied },
      code: 'denied',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.mode = 0660'],
    },
    {
      name: 'access lists win over owner and mode',
      files: { ...stock(), [POOL]: pool({ 'listen.acl_users': 'deploy' }), [ERROR_LOG]: denied },
      code: 'denied',
      severity: 'error',
      safety: 'restart',
      adds: ['listen.acl_users = deploy,www-data'],
    },
    {
      name: 'owner and mode fit: the directory or SELinux denies',
      files: { ...stock(), [ERROR_LOG]: denied },
      code: 'elsewhere',
      severity: 'error',
      safety: null,
    },
    {
      name: 'nginx’s user is not in the paste',
      files: {
        ...stock(),
        [NGINX]: nginx().replace('user www-data;\n', ''),
        [POOL]: pool({ 'listen.owner': '' }),
        [ERROR_LOG]: denied,
      },
      code: 'unknown-user',
      severity: 'error',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'an owner that does not fit, and no failure',
      files: { ...stock(), [POOL]: pool({ 'listen.owner': 'root' }) },
    },
  ],
};
