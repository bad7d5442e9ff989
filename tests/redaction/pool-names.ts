import { template, type Template } from './case.ts';
import { anyDomain, fpm } from './further-values.ts';

/** What else a pool names. */
export const POOL_NAMES_TEMPLATES: readonly Template[] = [
  template(
    16,
    'fpm',
    (m) =>
      `${fpm('www')}listen.allowed_clients = 127.0.0.1,${m.identifier(m.ip())},${m.identifier(m.ip())}\n${m.keep('listen.backlog = 511')}\n`,
  ),
  template(
    16,
    'fpm',
    (m) =>
      `[www]\nuser = www-data\nlisten = ${m.identifier(m.ip())}:9000\npm = ondemand\npm.max_children = 12\n${m.keep('pm.process_idle_timeout = 10s')}\n`,
  ),
  template(17, 'fpm', (m) =>
    m.keep(
      `[www]\nlisten = 10.11.12.13:9000\nlisten.allowed_clients = 127.0.0.1,10.0.0.7\npm = static\npm.max_children = 4\n`,
    ),
  ),
  template(
    18,
    'fpm',
    (m) =>
      `[${m.identifier(anyDomain(m))}]\nuser = www-data\nlisten = /run/php/a.sock\npm = static\npm.max_children = 3\nchdir = /\nphp_admin_value[open_basedir] = /var/www/vhosts/${m.identifier(anyDomain(m))}/:/tmp/\n`,
  ),
  template(20, 'fpm', (m) => {
    const user = m.identifier(m.user());
    return `[${user}]\nuser = ${user}\ngroup = ${user}\nlisten = /run/php-fpm/${user}.sock\nlisten.owner = nginx\npm = static\npm.max_children = 4\nenv[HOME] = /home/${user}\nphp_admin_value[upload_tmp_dir] = /home/${user}/tmp\n`;
  }),
  template(
    19,
    'fpm',
    (m) =>
      `${fpm('www')}php_admin_value[sendmail_path] = "/usr/bin/msmtp -C /etc/msmtprc -t -f ${m.identifier(m.mail())}"\n; asked by ${m.identifier(m.mail())} on 2026-01-02\n`,
  ),
  template(5, 'fpm', (m) =>
    m.keep(
      `[www]\nuser = www-data\nlisten = /run/php/php8.3-fpm.sock\npm = dynamic\npm.max_children = 50\npm.start_servers = 5\npm.min_spare_servers = 5\npm.max_spare_servers = 35\npm.max_requests = 500\npm.status_path = /fpm-status\nrequest_terminate_timeout = 30s\nrlimit_files = 131072\nphp_admin_value[memory_limit] = 512M\nphp_admin_value[disable_functions] = exec,passthru,shell_exec,system\nphp_flag[display_errors] = off\nprocess.priority = -19\ndecorate_workers_output = no\n`,
    ),
  ),
];
