import type { RuleCases } from '../case.ts';
import { GiB, MiB } from '../../../src/engine/text/units.ts';
import { ERROR_LOG, errorLine, FPM_LOG, fpmLine, pool, POOL, stock, TIMED_OUT } from '../setup.ts';

const host = { memoryBytes: 16 * GiB, reserveBytes: 4 * GiB, workerMemoryBytes: 50 * MiB };
const full = fpmLine('[pool www] server reached pm.max_children setting (5), consider raising it');

const LOG_FORMAT =
  'log_format timed \'$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent $request_time $upstream_response_time\';\n';

export const cases: RuleCases = {
  fires: [
    {
      name: 'full, and the memory is known',
      files: { ...stock(), [FPM_LOG]: full, [ERROR_LOG]: errorLine(TIMED_OUT) },
      host,
      code: 'full',
      severity: 'error',
      safety: 'reload',
      adds: ['pm.max_children = 85', 'pm.min_spare_servers = 32'],
    },
    {
      name: 'full, and nothing is known: twice what was full, by decision',
      files: { ...stock(), [FPM_LOG]: full },
      code: 'full',
      severity: 'error',
      safety: 'decide',
      adds: ['pm.max_children = 10'],
    },
    {
      name: 'a full listen queue of a static pool',
      files: {
        ...stock(),
        [POOL]: pool({ pm: 'static' }),
        [ERROR_LOG]: errorLine(
          'connect() to unix:/run/php/php8.2-fpm.sock failed (11: Resource temporarily unavailable) while connecting to upstream',
        ),
      },
      host,
      code: 'full',
      severity: 'error',
      safety: 'reload',
      adds: ['pm.max_children = 85'],
    },
    {
      name: 'an ondemand pool that was full becomes a dynamic one',
      files: {
        ...stock(),
        [POOL]: pool({
          pm: 'ondemand',
          'pm.start_servers': '',
          'pm.min_spare_servers': '',
          'pm.max_spare_servers': '',
        }),
        [FPM_LOG]: fpmLine('[pool www] server reached max_children setting (5), consider raising it'),
      },
      host,
      code: 'full',
      severity: 'error',
      safety: 'reload',
      adds: ['pm = dynamic', 'pm.max_children = 85', 'pm.min_spare_servers = 32'],
    },
    {
      name: 'more requests timed out at once than there are workers: static logs nothing, so it is a decision',
      files: { ...stock(), [POOL]: pool({ pm: 'static' }), [ERROR_LOG]: errorLine(TIMED_OUT).repeat(7) },
      host: { ...host, longestRequestSeconds: 20 },
      code: 'full',
      severity: 'error',
      safety: 'decide',
      adds: ['pm.max_children = 85'],
    },
    {
      name: 'full at what the host carries',
      files: {
        ...stock(),
        [POOL]: pool({ pm: 'static', 'pm.max_children': '20' }),
        [FPM_LOG]: full.replace('(5)', '(20)'),
      },
      host: { memoryBytes: 2 * GiB, reserveBytes: GiB, workerMemoryBytes: 51.2 * MiB, cores: 64 },
      code: 'at-ceiling',
      severity: 'warning',
      safety: null,
    },
    {
      name: 'the access log shows more requests at once than workers',
      files: { ...stock(), '/etc/nginx/conf.d/log.conf': LOG_FORMAT, '/var/log/nginx/access.log': accessLog() },
      code: 'demand',
      severity: 'warning',
      safety: 'decide',
    },
    {
      name: 'a size was asked for',
      files: stock(),
      host,
      code: 'asked',
      severity: 'info',
      safety: 'decide',
      adds: ['pm.max_children = 85'],
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'raised since it was full',
      files: { ...stock(), [POOL]: pool({ pm: 'static', 'pm.max_children': '10' }), [FPM_LOG]: full },
    },
    {
      name: 'requests that wait for a session would wait in more workers too',
      files: { ...stock(), [FPM_LOG]: full, '/var/log/php8.2-fpm-slow.log': sessionStacks() },
    },
  ],
};

function sessionStacks(): string {
  const stack =
    '[02-Mar-2026 10:00:00]  [pool www] pid 71\nscript_filename = /var/www/shop/index.php\n[0x00007f1b2c2130a0] session_start() /var/www/shop/index.php:3\n\n';
  return stack.repeat(3);
}

/** 40 requests a second of 0.3 s each, for half a minute. */
function accessLog(): string {
  const lines: string[] = [];
  for (let second = 0; second < 30; second++) {
    const at = `02/Mar/2026:10:00:${String(second).padStart(2, '0')} +0000`;
    for (let n = 0; n < 40; n++) lines.push(`192.0.2.7 - - [${at}] "GET /index.php HTTP/1.1" 200 512 0.300 0.300\n`);
  }
  return lines.join('');
}
