import { template, type Template } from './case.ts';

/** Text that holds nothing to hide. */
export const HARMLESS_TEXT_TEMPLATES: readonly Template[] = [
  template(
    22,
    'unknown',
    (m) =>
      `commit ${m.keep(m.hex(40))}\nMerge: ${m.keep(`${m.hex(7)} ${m.hex(7)}`)}\nindex ${m.keep(`${m.hex(7)}..${m.hex(7)}`)} 100644\n    ${m.keep('fix timeout')}\n`,
  ),
  template(
    22,
    'unknown',
    (m) =>
      `sha256: ${m.keep(m.hex(64))}  php-8.2.18.tar.xz\nMD5 (${m.keep('nginx.tar.gz')}) = ${m.keep(m.hex(32))}\nETag: ${m.keep(`"${m.hex(8)}-${m.hex(3)}"`)}\nX-Request-Id: ${m.keep(m.uuid())}\ncf-ray: ${m.keep(`${m.hex(16)}-FRA`)}\n`,
  ),
  template(
    22,
    'php-log',
    (m) =>
      `[2026-03-14 09:26:53] production.INFO: done {"request_id":"${m.keep(m.uuid())}","trace_id":"${m.keep(m.hex(32))}","span_id":"${m.keep(m.hex(16))}","job":"${m.keep('App\\\\Jobs\\\\SendMail')}"}\n`,
  ),
  template(
    22,
    'unknown',
    (m) =>
      `"dist": {"type":"zip","url":"https://api.github.com/repos/symfony/console/zipball/${m.keep(m.hex(40))}","reference":"${m.keep(m.hex(40))}","shasum":""},\n"content-hash": "${m.keep(m.hex(32))}"\n`,
  ),
  template(
    22,
    'unknown',
    (m) =>
      `image: nginx@sha256:${m.keep(m.hex(64))}\nContainer ID:  containerd://${m.keep(m.hex(64))}\nUID: ${m.keep(m.uuid())}\n"NetworkID": "${m.keep(m.hex(64))}"\n`,
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      'token: expired\npassword: invalid\nauth: disabled\nsecret: not found\nsession: closed\nkey: missing\ntoken: none\npassword: required\ncookie: enabled\napi key: revoked\n',
    ),
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      'Enter password:\nPassword for user postgres:\nkey exchange failed\nmissing token in request\nno password supplied\nthe secret is out\ntoken_type=bearer\nauth_method=ldap\npassword_policy=strict\nkey_type: rsa\nsecret_name: db\nTokenizer: on\n',
    ),
  ),
  template(12, 'php-log', (m) =>
    m.keep(
      '[14-Mar-2026 09:26:53 UTC] PHP Warning:  Undefined array key "password" in /var/www/html/login.php on line 12\n[14-Mar-2026 09:26:53 UTC] PHP Fatal error:  Uncaught TypeError: App\\Security\\ApiKeyAuthenticator::authenticate(): Argument #1 ($token) must be of type string, null given, called in /var/www/html/src/Kernel.php on line 88\n[14-Mar-2026 09:26:53 UTC] PHP Fatal error:  Maximum execution time of 30 seconds exceeded in /var/www/html/vendor/symfony/http-kernel/HttpKernel.php on line 163\n[14-Mar-2026 09:26:53 UTC] PHP Parse error:  syntax error, unexpected token "}", expecting end of file in /var/www/html/a.php on line 9\n',
    ),
  ),
  template(12, 'php-log', (m) =>
    m.keep(
      "#0 /var/www/html/wp-includes/class-wp-hook.php(324): WP_Hook->apply_filters('', Array)\n#1 /var/www/html/wp-content/plugins/woocommerce/includes/class-wc-cart.php(88): wc_get_product('1234')\n#2 /var/www/html/vendor/laravel/framework/src/Illuminate/Auth/SessionGuard.php(133): Illuminate\\Auth\\SessionGuard->user()\n#3 /var/www/html/x.php(3): array_key_exists('token', Array)\n#4 /var/www/html/x.php(4): getenv('DB_PASSWORD')\n#5 /var/www/html/x.php(5): mysqli->query('SELECT SLEEP(1)')\n#6 /var/www/html/x.php(6): str_replace('a', 'b', 'c')\n",
    ),
  ),
  template(18, 'unknown', (m) =>
    m.keep(
      'see https://www.php.net/manual/en/install.fpm.configuration.php, https://nginx.org/en/docs/, https://example.com/x, http://localhost:8080/, https://getcomposer.org and https://wordpress.org/support/\n',
    ),
  ),
  template(18, 'unknown', (m) =>
    m.keep(
      'php-fpm.conf www.conf index.html app.js style.min.css README.md docker-compose.yml package.json libssl.so.3 nginx.service php8.2-fpm.service default.conf.template error.log.1.gz access.log-20260314 dump.sql.gz Foo.php bar.blade.php main.ts\n',
    ),
  ),
  template(18, 'unknown', (m) =>
    m.keep(
      'ngx_http_realip_module session.gc_probability opcache.jit_buffer_size net.ipv4.tcp_tw_reuse net.ipv4.ip_local_port_range kernel.pid_max memory.limit_in_bytes cpu.cfs_quota_us org.freedesktop.systemd1 System.Net.Http java.lang.Thread request.getHeader this.name console.log\n',
    ),
  ),
  template(21, 'unknown', (m) =>
    m.keep(
      '1710404813 20260314092653 pid 1234567890 size 4294967296 bytes, order 4111111111111112, offset 0x7ffd12345678, 2026-03-14 09:26:53.123456789, 12:34:56, 00:11:22, uid 1001, inode 1234567890123456\n',
    ),
  ),
  template(16, 'unknown', (m) =>
    m.keep(
      '192.0.2.10 198.51.100.7 203.0.113.200 2001:db8::1 127.0.0.1 ::1 0.0.0.0 255.255.255.0 169.254.169.254 224.0.0.1 ff02::1 10.1.2.3 172.16.0.1 192.168.0.1 fd12:3456::1 fe80::1 1.1.1.1 8.8.8.8\n',
    ),
  ),
  template(16, 'unknown', (m) =>
    m.keep(
      'curl/7.88.1.2 Name/1.2.3.4 v1.2.3.4 version 10.11.6.1 std::string a::b 12:30:45 Foo::bar() ::class 2.4.6.8.10 PHP/8.2.18 ImageMagick 6.9.11.60\n',
    ),
  ),
  template(20, 'unknown', (m) =>
    m.keep(
      'root nobody www-data nginx apache mysql postgres php-fpm daemon\n/home/www-data/ /var/www/html /usr/share/nginx/html /root/.bashrc\nUSER=root\nuser www-data;\nuid=33(www-data) gid=33(www-data)\n',
    ),
  ),
  template(19, 'unknown', (m) =>
    m.keep(
      '@media screen, php@8.2 via brew, actions/checkout@v4, node_modules/@vue/shared, sendmail -f www@my.domain.com, noreply@example.com\n',
    ),
  ),
  template(1, 'unknown', (m) =>
    m.keep(
      'sk-SK locale, ghp is a prefix, AKIA stands for a key id, AIza..., xoxb-your-token, sk_test_xxx is not set, key-value, npm_lifecycle_event=build, hf_hub, SG.x, v1.0-rc1, AKIAIOSFODNN7EXAMPLE, wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
    ),
  ),
  template(11, 'unknown', (m) =>
    m.keep(
      'Set-Cookie: lang=de; Path=/\nCookie: theme=dark; _ga=GA1.2.3.4; consent=1\nVary: Cookie\nWWW-Authenticate: Bearer realm="api", error="invalid_token"\nContent-Security-Policy: script-src \'self\'\nAuthorization: Bearer <token>\nX-Api-Key: YOUR_API_KEY\n',
    ),
  ),
  template(7, 'unknown', (m) =>
    m.keep(
      'APP_ENV=production\nAPP_DEBUG=false\nLOG_CHANNEL=stack\nCACHE_DRIVER=redis\nSESSION_LIFETIME=120\nDB_CONNECTION=mysql\nDB_PORT=3306\nREDIS_PASSWORD=null\nMAIL_ENCRYPTION=tls\nPASSWORD_TIMEOUT=10800\nTOKEN_TTL=3600\nSSH_AUTH_SOCK=/tmp/ssh-x/agent.1\nPUBLIC_KEY_PATH=/etc/a.pub\nSECRET_FILE=/run/secrets/x\nAPI_KEY=\nTOKEN=${CI_TOKEN}\nKEY=$KEY\n',
    ),
  ),
  template(17, 'sockets', (m) =>
    m.keep(
      'ESTAB 0 0 10.0.0.5:9000 10.0.0.9:51234 users:(("php-fpm8.2",pid=44,fd=5))\nu_str LISTEN 0 511 /run/php/php8.2-fpm.sock 12345 * 0\ntcp LISTEN 0 128 192.168.1.10:22 0.0.0.0:*\n',
    ),
  ),
];
