import type { DocumentKind } from '../text/document.ts';

/** What a config line says of its file; `open` and `close` are the braces of nginx. */
export type ConfigKind = Extract<DocumentKind, 'nginx' | 'fpm' | 'php-ini' | 'settings'>;

const NGINX_BLOCK =
  /^\s{0,80}(?:[+-]\s{0,4})?(?:server|http|events|stream|mail|types|upstream\s[^{;]+|location\s[^{;]+|map\s[^{;]+|geo\s[^{;]+|if\s?\([^{;]+|limit_except\s[^{;]+|split_clients\s[^{;]+)\s?\{/;
/** `name args;` with nginx's lower-case names; a directive that spans lines shows on the line of its semicolon or not at all. */
const NGINX_DIRECTIVE = /^\s{0,80}[a-z][a-z0-9_]{1,63}(?:\s[^;]{0,2000})?;\s{0,8}(?:#.{0,2000})?\}?\s{0,8}$/;
const NGINX_NAMES =
  /^\s{0,80}(?:[+-]\s{0,4})?(?:fastcgi_|proxy_|uwsgi_|scgi_|grpc_|client_|keepalive|listen\s|server_name\s|root\s|index\s|include\s|worker_|error_log\s|access_log\s|log_format\s|try_files\s|upstream\s|ssl_|add_header\s|return\s|rewrite\s|set\s|server\s)/;
/** First line of a directive that goes on in the next: `log_format main '$remote_addr …'`. */
const NGINX_OPEN =
  /^\s{0,80}(?:[+-]\s{0,4})?(?:(?:log_format|add_header|proxy_\w{2,40}|fastcgi_\w{2,40}|ssl_ciphers)\s|(?:map|set)\s\$|if\s\(\$|rewrite\s[\^~"']|return\s\d)/;
/** `location = /x` has the looks of a key. */
const NGINX_EXACT = /^\s{0,80}(?:[+-]\s{0,4})?location\s{1,8}=\s{0,8}["'/]/;
/** `pm.max_children = (memory - reserve) / worker`: arithmetic for people, not a value. */
const FORMULA = /=\s{0,8}\([\w .*/+-]{3,200}\)\s{0,4}[*/+-]\s{0,4}\w/;
const SECTION = /^\s{0,20};?\s{0,4}\[([^\]\n]{0,120})\]\s{0,20}(?:;.{0,400})?$/;
const KEY = /^\s{0,80}(?:[+-]\s{0,4})?;?\s{0,4}([A-Za-z_][\w.-]{0,80}(?:\[[^\]\n]{0,120}\])?)\s{0,40}=/;
const FPM_KEY =
  /^(?:pm(?:\.\w{1,40})?|listen(?:\.\w{1,20})?|user|group|ping\.\w{1,12}|access\.\w{1,20}|access\.suppress_path\[\]|request_(?:terminate|slowlog)_\w{1,40}|slowlog|catch_workers_output|decorate_workers_output|clear_env|security\.limit_extensions|chroot|chdir|rlimit_\w{1,8}|process\.\w{1,12}|process_control_timeout|emergency_restart_\w{1,12}|daemonize|pid|log_level|log_limit|log_buffering|syslog\.\w{1,12}|events\.mechanism|systemd_interval|apparmor_hat|(?:env|php_value|php_flag|php_admin_value|php_admin_flag)\[.{1,120}\])$/i;
const PHP_SECTION =
  /^(?:PHP|CLI Server|Date|filter|iconv|imap|intl|sqlite3|Pcre|Pdo(?:_\w{1,12})?|Phar|mail function|ODBC|MySQLi|mysqlnd|PostgreSQL|bcmath|browscap|Session|Assertion|COM|mbstring|gd|exif|Tidy|soap|sysvshm|ldap|dba|opcache|curl|openssl|ffi|xdebug|apc|apcu|redis|memcached)$/i;
const PHP_KEY =
  /^(?:memory_limit|max_execution_time|max_input_time|max_input_vars|post_max_size|upload_max_filesize|max_file_uploads|output_buffering|display_errors|display_startup_errors|log_errors|error_log|error_reporting|zend_extension|extension|short_open_tag|disable_functions|disable_classes|default_\w{1,30}|variables_order|request_order|cgi\.\w{1,30}|opcache\.\w{1,60}|session\.\w{1,60}|date\.\w{1,30}|apc\.\w{1,30}|realpath_cache_\w{1,10}|expose_php|file_uploads|allow_url_\w{1,10}|auto_(?:prepend|append)_file|user_ini\.\w{1,20}|hard_timeout|mysqli\.\w{1,40}|pdo_mysql\.\w{1,40}|zend\.\w{1,40}|mail\.\w{1,30}|sendmail_path|include_path|open_basedir|ignore_user_abort|enable_dl|precision|engine|serialize_precision|implicit_flush|html_errors|mbstring\.\w{1,30}|xdebug\.\w{1,40}|redis\.\w{1,60}|sys_temp_dir|upload_tmp_dir)$/;
const SETTINGS_KEY =
  /^(?:memory|reserve|worker_memory|worker-memory|cores|longest_request|longest-request|front_timeout|front-timeout)$/;

/** Sections of programs whose files share key names with pools (`user`, `chdir`, `pid`, `group`): uWSGI, systemd, supervisord, MySQL. */
const FOREIGN_SECTION =
  /^(?:uwsgi|Unit|Service|Install|Socket|Timer|Path|Mount|Slice|Journal|supervisord|supervisorctl|unix_http_server|inet_http_server|rpcinterface:\w{1,40}|(?:program|group|eventlistener|fcgi-program):[\w.-]{1,60}|mysqld|mysqld_safe|mysqldump|mariadb|galera)$/;

export function isForeignSection(name: string): boolean {
  return FOREIGN_SECTION.test(name);
}

export interface ConfigLine {
  /** null: config-like, but of any kind (a bare `[www]`, an unknown `key = value`). */
  readonly kind: ConfigKind | null;
  readonly form: 'nginx' | 'ini-section' | 'ini-key';
  readonly name: string;
}

/** Judges one line as config; null when it does not look like config at all. */
export function configLine(line: string): ConfigLine | null {
  if (line.length > 4096) return null;
  if (NGINX_EXACT.test(line)) return { kind: 'nginx', form: 'nginx', name: 'a block' };
  const section = SECTION.exec(line);
  if (section !== null) {
    const name = section[1] ?? '';
    const kind = /^(?:host|rules)$/.test(name) ? 'settings' : PHP_SECTION.test(name) ? 'php-ini' : 'fpm';
    return { kind: line.trimStart().startsWith(';') ? null : kind, form: 'ini-section', name };
  }
  const key = KEY.exec(line)?.[1];
  if (key !== undefined) {
    if (FORMULA.test(line)) return null;
    const kind = FPM_KEY.test(key) ? 'fpm' : PHP_KEY.test(key) ? 'php-ini' : SETTINGS_KEY.test(key) ? 'settings' : null;
    // `set $a b=c;` and `fastcgi_param X y=z;` carry an equals sign too, but a blank stands before it.
    return { kind, form: 'ini-key', name: key };
  }
  if (NGINX_BLOCK.test(line)) return { kind: 'nginx', form: 'nginx', name: 'a block' };
  if (NGINX_DIRECTIVE.test(line))
    return { kind: NGINX_NAMES.test(line) ? 'nginx' : null, form: 'nginx', name: line.trim().split(/\s/, 1)[0] ?? '' };
  if (NGINX_OPEN.test(line) && !line.includes(';') && /['"$]/.test(line))
    return { kind: 'nginx', form: 'nginx', name: line.trim().split(/\s/, 1)[0] ?? '' };
  return null;
}

/** How far a line opens (positive) or closes nginx blocks; braces in quotes and comments do not count. */
export function braceBalance(line: string): number {
  let balance = 0;
  let quote = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 92) at++;
    else if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 35 && (at === 0 || line.charCodeAt(at - 1) <= 32)) break;
    else if (code === 123 && line.charCodeAt(at - 1) !== 36) balance++;
    else if (code === 125) balance--;
  }
  return balance;
}

/** True when nothing goes on behind the line: its last character outside comments ends a directive or stands at a brace. */
export function endsStatement(line: string): boolean | null {
  let last = 0;
  let quote = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (quote === 0 && code === 35 && (at === 0 || line.charCodeAt(at - 1) <= 32)) break;
    if (code > 32) last = code;
    if (code === 92) at++;
    else if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 34 || code === 39) quote = code;
  }
  return last === 0 ? null : last === 59 || last === 123 || last === 125;
}

/** True for a line whose first word is a key of PHP or of a pool: one that somebody wrote without its equals sign. */
export function isIniName(line: string): boolean {
  const word = /^\s{0,40}([\w.]{2,80})(?:\s|$)/.exec(line)?.[1] ?? '';
  return FPM_KEY.test(word) || PHP_KEY.test(word);
}

/** A sentence of a person: words without the punctuation of configs and logs. */
export function isProse(line: string): boolean {
  const text = line.trim();
  if (text.length < 12 || text.length > 4096 || /[;{}=$\\]$|^[#;[{}]/.test(text)) return false;
  return (
    /^[-*•\d.)\s]{0,6}[\p{L}'’“"(]/u.test(text) &&
    /^(?:\S{1,60}\s{1,4}){4}/.test(text) &&
    !/^\s{0,40}[\w.[\]]{1,80}\s{0,20}=/.test(text)
  );
}
