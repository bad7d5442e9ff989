import type { RuleCases } from '../case.ts';
import { nginx, NGINX, pool, POOL, stock } from '../setup.ts';

export const cases: RuleCases = {
  fires: [
    {
      name: 'an unknown directive',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_reed_timeout 60s;' }) },
      code: 'nginx',
      severity: 'error',
      safety: null,
    },
    {
      name: 'a value whose meaning is plain',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 90S;' }) },
      code: 'nginx',
      severity: 'error',
      safety: 'restart',
      adds: ['fastcgi_read_timeout 90s;'],
    },
    {
      name: 'megabytes with two letters',
      files: { ...stock(), [NGINX]: nginx({ server: 'client_max_body_size 4mb;' }) },
      code: 'nginx',
      severity: 'error',
      safety: 'restart',
      adds: ['client_max_body_size 4m;'],
    },
    {
      name: 'an unknown key of a pool',
      files: { ...stock(), [POOL]: pool({ request_terminate_timeouts: '30s' }) },
      code: 'fpm',
      severity: 'error',
      safety: null,
    },
    {
      name: 'a comment of another language',
      files: { ...stock(), [POOL]: `${pool()}# request_terminate_timeout = 30s\n` },
      code: 'fpm',
      severity: 'error',
      safety: 'restart',
      adds: ['; request_terminate_timeout = 30s'],
    },
    {
      name: 'a count with an exponent',
      files: { ...stock(), [POOL]: pool({ 'pm.max_requests': '1e3' }) },
      code: 'fpm',
      severity: 'error',
      safety: 'restart',
      adds: ['pm.max_requests = 1000'],
    },
    {
      name: 'a semicolon is missing before a brace',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_read_timeout 90s' }) },
      code: 'nginx',
      severity: 'error',
      safety: 'restart',
      adds: ['fastcgi_read_timeout 90s;'],
    },
    {
      name: 'a directive of a module that nginx does not bring',
      files: {
        ...stock(),
        [NGINX]: nginx({
          http: 'more_clear_headers Server;',
          main: 'load_module modules/ngx_http_headers_more_filter_module.so;',
        }),
      },
      code: 'nginx-unknown',
      severity: 'info',
      safety: null,
    },
    {
      name: 'what php-fpm -t overlooks',
      files: { ...stock(), [POOL]: pool({ 'listen.mode': 'rw' }) },
      code: 'fpm-overlooks',
      severity: 'warning',
      safety: null,
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    {
      name: 'buffers have a rule of their own',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_buffer_size 32k;' }) },
    },
    {
      name: 'an upstream, a log format and a variable that another file may define',
      files: {
        '/etc/nginx/conf.d/shop.conf':
          'server {\n    listen 80;\n    access_log /var/log/nginx/shop.log timed;\n    location ~ \\.php$ {\n        fastcgi_pass php;\n        fastcgi_param SITE $site;\n    }\n}\n',
      },
    },
    {
      name: 'a file that completes a pool of another file',
      files: { '/usr/local/etc/php-fpm.d/zz-docker.conf': '[global]\ndaemonize = no\n\n[www]\nlisten = 9000\n' },
    },
    {
      name: 'a pool without a user runs as the one who starts it',
      files: { ...stock(), [POOL]: pool({ user: '', group: '' }) },
    },
    {
      name: 'the INI file of another program',
      files: {
        '/etc/conf/uwsgi.ini': '[uwsgi]\nplugin = python3\nmaster = true\nprocesses = 2\nwsgi-file = /srv/app.py\n',
      },
    },
    { name: 'so have spare servers', files: { ...stock(), [POOL]: pool({ 'pm.start_servers': '9' }) } },
  ],
};
