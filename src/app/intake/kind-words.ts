import type { DocumentKind } from '../../engine/text/document.ts';

/** What each kind of document is called on its chip. */
export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  nginx: 'nginx config',
  fpm: 'PHP-FPM config',
  'php-ini': 'php.ini',
  'nginx-error-log': 'nginx error log',
  'nginx-access-log': 'nginx access log',
  'fpm-log': 'PHP-FPM log',
  'fpm-slow-log': 'PHP-FPM slow log',
  'fpm-status': 'PHP-FPM status',
  'php-log': 'PHP error log',
  'kernel-log': 'kernel log',
  journal: 'journal',
  processes: 'processes',
  memory: 'memory',
  sockets: 'sockets',
  limits: 'limits',
  services: 'services',
  htpasswd: 'htpasswd',
  'php-info': 'phpinfo',
  versions: 'versions',
  security: 'SELinux, audit',
  'file-listing': 'file listing',
  settings: 'stackengine.ini',
  unknown: 'unknown',
};
