/** The pieces that the cases of the rules are put together from; documentation addresses and made-up names only. */

export const NGINX = '/etc/nginx/nginx.conf';
export const POOL = '/etc/php/8.2/fpm/pool.d/www.conf';
export const MAIN_POOL = '/etc/php/8.2/fpm/php-fpm.conf';
export const PHP_INI = '/etc/php/8.2/fpm/php.ini';
export const ERROR_LOG = '/var/log/nginx/error.log';
export const FPM_LOG = '/var/log/php8.2-fpm.log';

export const SOCKET = 'unix:/run/php/php8.2-fpm.sock';

interface NginxParts {
  readonly main?: string;
  readonly events?: string;
  readonly http?: string;
  readonly server?: string;
  readonly location?: string;
  readonly pass?: string;
}

/** A main file with one PHP site; each part adds lines to its block. */
export function nginx({
  main = '',
  events = 'worker_connections 768;',
  http = '',
  server = '',
  location = '',
  pass = SOCKET,
}: NginxParts = {}): string {
  return [
    'user www-data;',
    'worker_processes auto;',
    main,
    'events {',
    `    ${events}`,
    '}',
    'http {',
    `    ${http}`,
    '    server {',
    '        listen 80;',
    '        server_name shop.example;',
    '        root /var/www/shop;',
    `        ${server}`,
    '        location ~ \\.php$ {',
    `            fastcgi_pass ${pass};`,
    '            fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;',
    `            ${location}`,
    '        }',
    '    }',
    '}',
    '',
  ]
    .filter((line) => line === '' || line.trim() !== '')
    .join('\n');
}

/** Debian's pool as it is installed, with keys replaced or added; an empty value leaves a key out. */
export function pool(keys: Readonly<Record<string, string>> = {}, name = 'www'): string {
  const all: Record<string, string> = {
    user: 'www-data',
    group: 'www-data',
    listen: '/run/php/php8.2-fpm.sock',
    'listen.owner': 'www-data',
    'listen.group': 'www-data',
    pm: 'dynamic',
    'pm.max_children': '5',
    'pm.start_servers': '2',
    'pm.min_spare_servers': '1',
    'pm.max_spare_servers': '3',
    ...keys,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : [`${key} = ${value}`]));
  return `[${name}]\n${lines.join('\n')}\n`;
}

/** php.ini with what Debian ships, with directives replaced or added. */
export function phpIni(directives: Readonly<Record<string, string>> = {}): string {
  const all = {
    max_execution_time: '30',
    memory_limit: '128M',
    post_max_size: '8M',
    upload_max_filesize: '2M',
    ...directives,
  };
  return `[PHP]\n${Object.entries(all)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')}`;
}

/** An nginx error line about a request for `/index.php`. */
export function errorLine(
  message: string,
  more: { level?: string; upstream?: string; request?: string; at?: string } = {},
): string {
  const {
    level = 'error',
    upstream = `fastcgi://${SOCKET}:`,
    request = 'GET /index.php HTTP/1.1',
    at = '10:00:00',
  } = more;
  const to = upstream === '' ? '' : `, upstream: "${upstream}"`;
  return `2026/03/02 ${at} [${level}] 812#812: *7 ${message}, client: 192.0.2.7, server: shop.example, request: "${request}"${to}, host: "shop.example"\n`;
}

/** A php-fpm.log line. */
export function fpmLine(message: string, level = 'WARNING', at = '10:00:00'): string {
  return `[02-Mar-2026 ${at}] ${level}: ${message}\n`;
}

export const RESET = 'recv() failed (104: Connection reset by peer) while reading response header from upstream';
export const TIMED_OUT = 'upstream timed out (110: Connection timed out) while reading response header from upstream';

/** The whole stack as Debian installs it. */
export function stock(): Record<string, string> {
  return { [NGINX]: nginx(), [POOL]: pool(), [PHP_INI]: phpIni() };
}
