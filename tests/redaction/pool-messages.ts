import { template, type Template } from './case.ts';
import { anyDomain, anyHost, inner } from './further-values.ts';

/** Logs and status pages of FPM. */
export const POOL_MESSAGES_TEMPLATES: readonly Template[] = [
  template(
    11,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] WARNING: [pool www] child 4411, script '/srv/www/index.php' (request: "GET /index.php?token=${m.secret(m.alnum(26))}") executing too slow (5.012 sec), logging\n[14-Mar-2026 09:26:53] ${m.keep('WARNING: [pool www] seems busy (you may need to increase pm.start_servers, or pm.min/max_spare_servers), spawning 8 children, there are 0 idle, and 12 total children')}\n`,
  ),
  template(
    12,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] WARNING: [pool ${m.identifier(m.user())}] child 9 said into stderr: "NOTICE: PHP message: login for ${m.identifier(m.mail())} with password ${m.secret(`${m.alnum(5)}${m.digits(3)}!`)} failed"\n[14-Mar-2026 09:26:53] ${m.keep('NOTICE: exiting, bye-bye!')}\n`,
  ),
  template(
    20,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] ERROR: [pool ${m.identifier(m.user())}] failed to chown() the socket '/run/php/x.sock': ${m.keep('Operation not permitted (1)')}\n[14-Mar-2026 09:26:53] ERROR: [pool shop] cannot get uid for user '${m.identifier(m.user())}'\n[14-Mar-2026 09:26:53] ERROR: ${m.keep('FPM initialization failed')}\n`,
  ),
  template(
    18,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] WARNING: [pool www] child 8, script '/var/www/vhosts/${m.identifier(anyDomain(m))}/httpdocs/index.php' (request: "POST /index.php") execution timed out (31.2 sec), terminating\n[14-Mar-2026 09:26:53] ERROR: ${m.keep("unable to bind listening socket for address '10.0.0.1:9000': Address already in use (98)")}\n`,
  ),
  template(
    16,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] ERROR: Connection disallowed: IP address '${m.identifier(m.ip())}' has been dropped.\n[14-Mar-2026 09:26:53] ERROR: Wrong IP address '${m.identifier(anyHost(m))}' in listen.allowed_clients\n[14-Mar-2026 09:26:53] ${m.keep('NOTICE: ready to handle connections')}\n`,
  ),
  template(
    12,
    'fpm-slow-log',
    (m) =>
      `[14-Mar-2026 09:26:53]  [pool ${m.identifier(m.user())}] pid 5512\nscript_filename = /home/${m.identifier(m.user())}/htdocs/index.php\n${m.keep('[0x00007f1e2a813f60] curl_exec() /srv/lib/Http.php:88')}\n[0x00007f1e2a813e80] call() /var/www/vhosts/${m.identifier(anyHost(m))}/lib/Api.php:17\n${m.keep('[0x00007f1e2a813d20] {main}() unknown:0')}\n`,
  ),
  template(12, 'fpm-slow-log', (m) =>
    m.keep(
      `[14-Mar-2026 09:26:53]  [pool www] pid 5512\nscript_filename = /var/www/html/index.php\n[0x00007f1e2a813f60] mysqli_query() /var/www/html/wp-includes/class-wpdb.php:2056\n[0x00007f1e2a813e80] wp_check_password() /var/www/html/wp-includes/user.php:190\n[0x00007f1e2a813d20] wp_generate_auth_cookie() /var/www/html/wp-includes/pluggable.php:1\n`,
    ),
  ),
  template(
    11,
    'fpm-status',
    (m) =>
      `pool:                 www\nprocess manager:      dynamic\n${m.keep('accepted conn:        13432')}\n\n************************\npid:                  4412\nstate:                Running\nrequest method:       GET\nrequest URI:          /index.php?access_token=${m.secret(m.alnum(32))}&page=2\ncontent length:       0\nuser:                 ${m.identifier(m.user())}\nscript:               /home/${m.identifier(m.user())}/www/index.php\n${m.keep('last request cpu:     12.31')}\n`,
  ),
  template(
    11,
    'fpm-status',
    (m) =>
      `{"pool":"www","process manager":"dynamic","accepted conn":44,"processes":[{"pid":12,"state":"Idle","request uri":"/reset/${m.secret(m.hex(40))}","request method":"GET","user":"${m.identifier(m.user())}","script":"/var/www/vhosts/${m.identifier(anyHost(m))}/index.php","${m.keep('last request memory":2097152')}}]}\n`,
  ),
  template(
    11,
    'fpm-status',
    (m) =>
      `<?xml version="1.0" ?>\n<status><pool>${m.identifier(m.user())}</pool><processes><process><pid>3</pid><request-uri>/cb?code=${m.secret(m.base64url(40))}&amp;state=${m.secret(m.hex(32))}</request-uri><user>${m.identifier(m.user())}</user><${m.keep('content-length>0<')}/content-length></process></processes></status>\n`,
  ),
  template(
    11,
    'fpm-status',
    (m) =>
      `4412 R GET /api?sig=${m.secret(m.hex(40))} ${m.keep('- 0')} /srv/www/index.php\n<td>/index.php?key=${m.secret(m.hex(24))}</td><td>${m.keep('Running')}</td>\n`,
  ),
  template(20, 'fpm-slow-log', (m) => {
    const u = m.identifier(m.user());
    return `[14-Mar-2026 09:26:53]  [pool ${u}] pid 77\nscript_filename = /var/www/${u}/index.php\n${m.keep('[0x00007f0000000001] sleep() /usr/share/php/x.php:3')}\n`;
  }),
  template(
    11,
    'fpm-status',
    (m) =>
      `phpfpm_process_request{pool="${m.identifier(m.user())}",uri="/x?jwt=${m.secret(m.jwt())}",${m.keep('state="Idle"')}} 1\nrequest URI:          /verify/${m.secret(m.alnum(32))}?lang=de\nuser:                 -\nscript:               ${m.keep('/var/www/html/index.php')}\n`,
  ),
  template(
    12,
    'fpm-log',
    (m) =>
      `[14-Mar-2026 09:26:53] WARNING: [pool www] child 12 said into stderr: "#0 /srv/a.php(3): mysqli_connect('${m.identifier(inner(m))}', '${m.identifier(m.user())}', '${m.secret(m.alnum(12))}')"\n[14-Mar-2026 09:26:53] ${m.keep('NOTICE: [pool www] child 12 exited with code 0 after 3.5 seconds from start')}\n`,
  ),
];
