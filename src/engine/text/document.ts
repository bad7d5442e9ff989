/** What a pasted or dropped piece can be. `unknown` is a valid answer: nothing is ever refused. */
export const DOCUMENT_KINDS = [
  'nginx',
  'fpm',
  'php-ini',
  'nginx-error-log',
  'nginx-access-log',
  'fpm-log',
  'fpm-slow-log',
  'fpm-status',
  'php-log',
  'kernel-log',
  'journal',
  'processes',
  'memory',
  'sockets',
  'limits',
  'services',
  'htpasswd',
  'php-info',
  'versions',
  'security',
  'file-listing',
  'settings',
  'unknown',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What is written once and read as a whole; everything else comes line by line. */
export const CONFIG_KINDS: ReadonlySet<DocumentKind> = new Set(['nginx', 'fpm', 'php-ini', 'settings', 'htpasswd']);

/**
 * One file, log or command output.
 * `path` is where it lives on the user's host, as far as known (`/etc/nginx/nginx.conf`), or a made-up
 * name (`paste-1.log`); unique within a session.
 */
export interface Document<Text extends string = string> {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: Text;
  /** Why intake believes in `kind`, for the chip in the page: "a `server {` block", "chosen by you". */
  readonly recognisedBy: string;
}
