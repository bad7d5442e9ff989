import { template, type Template } from './case.ts';
import { anyHost, inner, typed } from './further-values.ts';

/** Environments as files, containers and phpinfo() show them. */
export const ENVIRONMENT_FILES_TEMPLATES: readonly Template[] = [
  template(
    7,
    'unknown',
    (m) =>
      `APP_KEY=base64:${m.secret(m.base64(32))}\n${m.keep('APP_DEBUG=false')}\nDB_HOST=${m.identifier(inner(m))}\nDB_PASSWORD="${m.secret(typed(m))}"\n# MAIL_PASSWORD=${m.secret(m.alnum(10))}\nexport GITHUB_PAT='${m.secret(m.alnum(22))}'\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `      "Env": [\n        "MYSQL_ROOT_PASSWORD=${m.secret(m.alnum(12))}",\n        "${m.keep('PHP_VERSION=8.2.18')}",\n        "PHP_SHA256=${m.keep(m.hex(64))}",\n        "JWT_SECRET=${m.secret(m.alnum(30))}"\n      ],\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `services:\n  db:\n    image: ${m.keep('mariadb:10.11')}\n    environment:\n      MARIADB_PASSWORD: ${m.secret(m.lower(10))}\n      - REDIS_PASSWORD=${m.secret(m.alnum(10))}\n    command: redis-server --requirepass "${m.secret(m.alnum(14))}"\n    ${m.keep('restart: unless-stopped')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `    Environment:\n      DB_HOST:                  ${m.identifier(inner(m))}\n      APP_SECRET:               ${m.secret(m.hex(32))}\n      ${m.keep('PHP_FPM_PM:               dynamic')}\n      DB_PASS:                  ${m.keep("<set to the key 'pass' in secret 'db-cred'>")}  Optional: false\n    ${m.keep('Restart Count:  3')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `apiVersion: v1\nkind: Secret\ndata:\n  password: ${m.secret(Buffer.from(m.alnum(12)).toString('base64'))}\n  api-token: ${m.secret(Buffer.from(m.alnum(24)).toString('base64'))}\n${m.keep('type: Opaque')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `- name: REDIS_PASSWORD\n  value: "${m.secret(m.alnum(10))}"\n- name: APP_TOKEN\n  valueFrom:\n    secretKeyRef:\n      ${m.keep('name: app-secrets')}\n      ${m.keep('key: token')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `export PGPASSWORD=${m.secret(m.alnum(9))}; psql -h ${m.identifier(inner(m))} -U app shop\nMYSQL_PWD=${m.secret(m.alnum(9))} mysql -e '${m.keep('show processlist')}'\n`,
  ),
  template(
    7,
    'php-info',
    (m) =>
      `$_SERVER['DB_PASSWORD'] => ${m.secret(m.alnum(12))}\n$_SERVER['HTTP_COOKIE'] => PHPSESSID=${m.secret(m.lowerDigits(26))}\n$_SERVER['SERVER_NAME'] => ${m.identifier(anyHost(m))}\n${m.keep("$_SERVER['REQUEST_METHOD'] => GET")}\nmysqli.default_pw => ${m.secret(m.alnum(9))} => ${m.secret(m.alnum(9))}\n${m.keep('session.save_handler => files => files')}\n`,
  ),
  template(
    7,
    'php-info',
    (m) =>
      `<tr><td class="e">$_ENV['API_SECRET']</td><td class="v">${m.secret(m.alnum(22))}</td></tr>\n<tr><td class="e">session.save_path</td><td class="v">tcp://redis:6379?auth=${m.secret(m.alnum(12))}</td></tr>\n<tr><td class="e">${m.keep('memory_limit</td><td class="v">128M')}</td></tr>\n`,
  ),
  template(
    7,
    'php-info',
    (m) =>
      `System => Linux ${m.identifier(`web${m.lower(4)}${m.digits(2)}`)} 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 x86_64\n${m.keep('Build Date => Apr 11 2024 10:11:12')}\n${m.keep('Loaded Configuration File => /etc/php/8.2/cli/php.ini')}\nUSER => ${m.identifier(m.user())}\nHOME => /home/${m.identifier(m.user())}\nSSH_CLIENT => ${m.identifier(m.ip())} 51234 22\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `apiVersion: v1\nkind: Secret\nstringData:\n  DB_PASSWORD: ${m.secret(m.lower(9))}\n  dsn: mysql://u:${m.secret(m.alnum(9))}@${m.identifier(inner(m))}/x\nmetadata:\n  ${m.keep('name: app-secrets')}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `{"Config":{"Hostname":"${m.keep('3f2a9c1b7d4e')}","Env":["PATH=/usr/bin","WORDPRESS_DB_PASSWORD=${m.secret(m.alnum(12))}","WORDPRESS_AUTH_KEY=${m.secret(m.hex(40))}"],"Cmd":["php-fpm"],"${m.keep('Image":"wordpress:6.4-php8.2-fpm')}"}}\n`,
  ),
  template(
    7,
    'unknown',
    (m) =>
      `DB_PASSWORD: "${m.secret(m.alnum(8))}"\nSECRET_KEY_BASE=${m.secret(m.hex(128))}\nOAUTH_CLIENT_SECRET=${m.secret(m.base64url(40))}\nPUSHER_APP_KEY=${m.secret(m.hex(20))}\nNOVA_LICENSE_KEY=${m.secret(m.alnum(40))}\n${m.keep('PUSHER_APP_CLUSTER=eu')}\n${m.keep('QUEUE_CONNECTION=redis')}\n`,
  ),
];
