import { template, type Template } from './case.ts';
import { doubtfulHost, internalHost, publicHost } from './hard-values.ts';

export const HOST_PLACE_TEMPLATES: readonly Template[] = [
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [emerg] 9#9: cannot load certificate "/etc/letsencrypt/live/${m.identifier(doubtfulHost(m))}/fullchain.pem": ${m.keep('BIO_new_file() failed')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `$ dig +short ${m.identifier(doubtfulHost(m))}\n$ curl -sI ${m.identifier(doubtfulHost(m))}/status\n${m.keep('openssl s_client')} -connect ${m.identifier(doubtfulHost(m))}:443 -servername ${m.identifier(doubtfulHost(m))}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `subject=CN = ${m.identifier(doubtfulHost(m))}\nX509v3 Subject Alternative Name: DNS:${m.identifier(doubtfulHost(m))}, DNS:*.${m.identifier(doubtfulHost(m))}\n`,
  ),
  template(
    18,
    'php-log',
    (m) =>
      `mail(): Failed to connect to mailserver at "${m.identifier(publicHost(m))}" ${m.keep('port 25, verify your "SMTP" and "smtp_port" setting')}\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `error_log syslog:server=${m.identifier(publicHost(m))}:514,tag=nginx;\nset $up ${m.identifier(publicHost(m))};\nproxy_pass http://$up;\nserver_name "~^(?<shop>.+)\\.${m.identifier(m.lower(9))}\\.de$";\nrewrite ^(.*)$ http://www.${m.identifier(m.domain())}$1 permanent;\n${m.keep('# configuration file /etc/nginx/sites-enabled/')}${m.identifier(publicHost(m))}.conf:\n`,
  ),
  template(
    18,
    'nginx-access-log',
    (m) =>
      `${m.identifier(doubtfulHost(m))}:443 ${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "${m.keep('GET / HTTP/2.0" 502 552')} "-" "-"\n${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/2.0" 200 12 "-" "-" ${m.keep('351 0.003 [default-web-80] [] 10.2.3.4:8080 12 0.003 200')} ${m.keep(m.hex(32))}\n`,
  ),
  template(
    18,
    'unknown',
    (m) => `${m.identifier(m.ip())}.in-addr.arpa domain name pointer ${m.identifier(publicHost(m))}.\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `upstream ${m.keep('php-handler')} { server 10.0.0.9:9000; }\nfastcgi_pass ${m.keep('php-handler')};\nproxy_pass http://${m.keep('app-backend')};\n`,
  ),
  template(18, 'nginx', (m) => {
    const domain = m.identifier(m.domain());
    return `server {\n    ${m.keep('listen 443 ssl;')}\n    server_name ${domain} www.${domain} *.${domain} .${m.identifier(m.domain())};\n    ssl_certificate /etc/letsencrypt/live/${domain}/fullchain.pem;\n    ssl_certificate_key /etc/letsencrypt/live/${domain}/privkey.pem;\n    root /var/www/vhosts/${domain}/httpdocs;\n    access_log /var/log/nginx/${domain}.access.log ${m.keep('combined;')}\n    if ($host = www.${domain}) { return 301 https://${domain}$request_uri; }\n}\n`;
  }),
  template(18, 'nginx', (m) => {
    const name = m.identifier(m.lower(8));
    return `server_name ~^(?<sub>.+)\\.${name}\\.com$ ${m.keep('_')};\nmap $host $root { ~^([a-z]+)\\.${name}\\.com$ /srv/$1; ${m.keep('default /srv/x;')} }\n`;
  }),
  template(
    18,
    'nginx',
    (m) =>
      `upstream php_backend {\n    ${m.keep('least_conn;')}\n    server ${m.identifier(internalHost(m))}:9000 weight=2;\n    server ${m.identifier(publicHost(m))};\n}\nlocation / { fastcgi_pass php_backend; proxy_pass https://${m.identifier(publicHost(m))}/x; proxy_set_header Host ${m.identifier(publicHost(m))}; proxy_ssl_name ${m.identifier(publicHost(m))}; }\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `if ($http_host != "${m.identifier(publicHost(m))}") { return 301 $scheme://${m.identifier(publicHost(m))}$request_uri; }\nvalid_referers none blocked server_names *.${m.identifier(m.domain())} ~\\.google\\.;\nadd_header Access-Control-Allow-Origin "https://${m.identifier(publicHost(m))}";\nadd_header Content-Security-Policy "default-src 'self' ${m.identifier(publicHost(m))} ${m.keep('fonts.googleapis.com')}";\nproxy_redirect http://${m.identifier(internalHost(m))}/ /;\nproxy_cookie_domain ${m.identifier(internalHost(m))} ${m.identifier(publicHost(m))};\nresolver kube-dns.kube-system.svc.cluster.local valid=10s;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `# site of ${m.identifier(publicHost(m))}, see https://${m.identifier(publicHost(m))}/wiki\ninclude /etc/nginx/sites/${m.identifier(publicHost(m))}.conf;\n${m.keep('include /etc/nginx/snippets/fastcgi-php.conf;')}\nrewrite ^ https://${m.identifier(publicHost(m))}/ permanent;\nset $backend "http://${m.identifier(internalHost(m))}:8080";\nauth_jwt_key_request https://${m.identifier(publicHost(m))}/jwks;\n`,
  ),
  template(
    18,
    'nginx',
    (m) =>
      `proxy_pass https://${m.keep('storage.googleapis.com')}/bucket/;\nproxy_pass ${m.keep('https://api.stripe.com')};\nproxy_set_header Host ${m.keep('localhost')};\nserver_name ${m.keep('example.com www.example.com')};\nserver_name ${m.keep('localhost')};\n# see ${m.keep('https://www.php.net/manual/en/')} and ${m.keep('https://nginx.org/en/docs/')}\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 9#9: *3 ${m.keep('no live upstreams while connecting to upstream')}, client: 10.0.0.1, server: ${m.identifier(publicHost(m))}, request: "GET / HTTP/1.1", upstream: "http://php_backend/", host: "${m.identifier(publicHost(m))}", referrer: "https://${m.identifier(publicHost(m))}/a"\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [emerg] 9#9: ${m.keep('host not found in upstream')} "${m.identifier(internalHost(m))}:9000" in /etc/nginx/conf.d/${m.keep('default.conf:14')}\n2024/05/12 10:11:12 [error] 9#9: *3 ${m.identifier(internalHost(m))} ${m.keep('could not be resolved (3: Host not found)')}, client: 10.0.0.1\n2024/05/12 10:11:12 [warn] 9#9: conflicting server name "${m.identifier(publicHost(m))}" on 0.0.0.0:80, ignored\n`,
  ),
  template(
    18,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 9#9: *3 open() "/var/www/vhosts/${m.identifier(publicHost(m))}/httpdocs/favicon.ico" ${m.keep('failed (2: No such file or directory)')}, client: 10.0.0.1\n2024/05/12 10:11:12 [emerg] 9#9: cannot load certificate "/etc/letsencrypt/live/${m.identifier(publicHost(m))}/fullchain.pem": ${m.keep('BIO_new_file() failed')}\n`,
  ),
  template(18, 'services', (m) => {
    const node = m.identifier(`${m.lower(4)}-${m.lower(3)}-${m.digits(2)}`);
    return `May 12 10:11:12 ${node} ${m.keep('php-fpm8.2[812]')}: [WARNING] [pool www] ${m.keep('server reached pm.max_children setting (5)')}\n2024-05-12T10:11:12.123456+00:00 ${m.identifier(internalHost(m))} ${m.keep('nginx[33]')}: x\n<27>1 2024-05-12T10:11:12Z ${m.identifier(publicHost(m))} php 8 - - x\nMay 12 10:11:13 ${node} systemd[1]: ${m.keep('php8.2-fpm.service: A process of this unit has been killed by the OOM killer.')}\n`;
  }),
  template(
    18,
    'unknown',
    (m) =>
      `${m.identifier(`${m.lower(5)}-${m.lower(4)}`)}.default.svc.cluster.local:9000\nip-10-31-4-77.eu-central-1.compute.internal ${m.keep('is down')}\nec2-${m.identifier(m.ip().replaceAll('.', '-'))}.eu-west-1.compute.amazonaws.com\n${m.identifier(`${m.lower(6)}.c${m.lowerDigits(11)}`)}.eu-central-1.rds.amazonaws.com\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `PING ${m.identifier(publicHost(m))} (${m.identifier(m.ip())}) 56(84) bytes of data.\n$ dig +short ${m.identifier(publicHost(m))}\n$ curl -I https://${m.identifier(publicHost(m))}\nroot@${m.identifier(`${m.lower(4)}-web${m.digits(1)}`)}:~# ${m.keep('nginx -T')}\n[${m.identifier(m.user())}@${m.identifier(`${m.lower(4)}db`)} ~]$ ${m.keep('free -m')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `DB_HOST=${m.identifier(internalHost(m))}\nAPP_URL=https://${m.identifier(publicHost(m))}\nREDIS_HOST=${m.identifier(internalHost(m))}\n${m.keep('DB_PORT=3306')}\n${m.keep('DB_DATABASE=shop')}\nMAIL_FROM_ADDRESS="${m.identifier(m.mail())}"\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `* SSL: ${m.keep('no alternative certificate subject name matches target host name')} '${m.identifier(publicHost(m))}'\n*  subject: CN=${m.identifier(publicHost(m))}\n* subjectAltName: host "${m.identifier(publicHost(m))}" matched cert's "*.${m.identifier(m.domain())}"\n`,
  ),
  template(
    18,
    'php-log',
    (m) =>
      `PHP Warning:  php_network_getaddresses: getaddrinfo for ${m.identifier(internalHost(m))} failed: ${m.keep('Name or service not known')} in ${m.keep('/srv/app/index.php')} on line 3\nPHP Fatal error: cURL error 28: Failed to connect to ${m.identifier(publicHost(m))} port 443: ${m.keep('Connection timed out')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `php-fpm-1  | [12-May-2024 10:11:12] ${m.keep('NOTICE: fpm is running, pid 1')}\nnginx-1    | ${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "GET / HTTP/1.1" 502 157 "https://${m.identifier(publicHost(m))}/" "-" "-"\n2024-05-12T10:11:12.123456789Z stderr F 2024/05/12 10:11:12 [error] 7#7: *1 ${m.keep('upstream timed out')}, client: ${m.identifier(m.ip())}, server: ${m.identifier(publicHost(m))}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `${m.keep('default.conf')} ${m.keep('index.php')} ${m.keep('nginx.conf')} ${m.keep('php-fpm.conf')} ${m.keep('www.conf')} ${m.keep('app.min.js')} ${m.keep('php8.2-fpm.sock')} ${m.keep('mod_php.so')} ${m.keep('opcache.enable')} ${m.keep('pm.max_children')} ${m.keep('request_terminate_timeout')} ${m.keep('net.core.somaxconn')} ${m.keep('fs.file-max')} ${m.keep('vm.overcommit_memory')} ${m.keep('php-fpm.service')} ${m.keep('user.slice')} ${m.keep('ngx.var.uri')} ${m.keep('a.next.value')} ${m.keep('composer.json')} ${m.keep('session.cookie_domain')}\n`,
  ),
  template(
    19,
    'unknown',
    (m) =>
      `ask ${m.identifier(m.mail())} or <${m.identifier(`${m.lower(4)}+nginx@${m.domain()}`)}>, ${m.identifier(`${m.lower(5)}_${m.lower(3)}@mail.${m.domain()}`)}.\n`,
  ),
  template(
    19,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /u?email=${m.identifier(m.mail().replace('@', '%40'))}&${m.keep('page=1')} HTTP/1.1" 200 1 "https://a.test/?e=${m.identifier(m.mail().replace('@', '%2540'))}" "-"\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /unsubscribe/${m.identifier(m.mail())} HTTP/1.1" 200 1\n`,
  ),
  template(
    19,
    'php-ini',
    (m) =>
      `sendmail_from = ${m.identifier(m.mail())}\nsendmail_path = "/usr/sbin/sendmail -t -i -f ${m.identifier(m.mail())}"\n`,
  ),
  template(
    19,
    'fpm',
    (m) =>
      `; owner: ${m.identifier(m.mail())}\nphp_admin_value[sendmail_path] = ${m.keep('/usr/sbin/sendmail -t -i -f ')}${m.identifier(m.mail())}\n;php_admin_value[sendmail_path] = ${m.keep('/usr/sbin/sendmail -t -i -f www@my.domain.com')}\n`,
  ),
  template(
    19,
    'unknown',
    (m) =>
      `{"to":"${m.identifier(m.mail())}","from":"\\"X\\" <${m.identifier(m.mail())}>"} mailto:${m.identifier(m.mail())}?subject=x ${m.identifier(m.mail().toUpperCase())} /C=DE/emailAddress=${m.identifier(m.mail())}\n`,
  ),
  template(
    19,
    'unknown',
    (m) =>
      `${m.keep('@import url')} ${m.keep('git@github.com:acme/app.git')} ${m.keep('user@.service')} ${m.keep('php-fpm@8.2.service')} ${m.keep('npm install vue@3.4.1')} ${m.keep('@php artisan')}\n`,
  ),
  template(20, 'fpm', (m) => {
    const user = m.identifier(m.user());
    return `[${user}]\nuser = ${user}\ngroup = ${user}\nlisten = /run/php/${user}.sock\nlisten.owner = ${user}\n${m.keep('listen.group = www-data')}\nslowlog = /home/${user}/logs/slow.log\nphp_admin_value[open_basedir] = /home/${user}/:/tmp/\n`;
  }),
  template(
    20,
    'nginx',
    (m) =>
      `user ${m.identifier(m.user())};\nroot /home/${m.identifier(m.user())}/public_html;\nalias /home/${m.identifier(m.user())}/x/;\n${m.keep('root /var/www/html;')}\n`,
  ),
  template(20, 'nginx', (m) => `user ${m.keep('www-data')};\n${m.keep('user nginx nginx;')}\n`),
  template(
    20,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 1#1: *2 user "${m.identifier(m.user())}": ${m.keep('password mismatch')}, client: ${m.identifier(m.ip())}\n2024/05/12 10:11:12 [error] 1#1: *2 user "${m.identifier(m.user())}" ${m.keep('was not found in')} "/etc/nginx/.htpasswd"\n2024/05/12 10:11:12 [crit] 1#1: *2 stat() "/home/${m.identifier(m.user())}/www/" failed (13: Permission denied)\n`,
  ),
  template(20, 'processes', (m) => {
    const user = m.identifier(m.user());
    return `USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n${user} 812 1.0 2.0 412000 51000 ? S 10:11 0:03 ${m.keep('php-fpm: pool')} ${user}\n${m.keep('root 1 0.0 0.0')} 1 1 ? Ss 10:11 0:00 ${m.keep('nginx: master process')} /usr/sbin/nginx\n${m.keep('www-data 44')} 0 0 1 1 ? S 10:11 0:00 nginx: worker process\n`;
  }),
  template(20, 'fpm-log', (m) => {
    const user = m.identifier(m.user());
    return `[12-May-2024 10:11:12] WARNING: [pool ${user}] ${m.keep('server reached pm.max_children setting (5), consider raising it')}\n[12-May-2024 10:11:12] ERROR: [pool ${user}] ${m.keep('cannot get uid for user')} '${user}'\n`;
  }),
  template(
    20,
    'services',
    (m) =>
      `May 12 10:11:12 host1 sudo: ${m.identifier(m.user())} : TTY=pts/0 ; PWD=/home/${m.identifier(m.user())} ; ${m.keep('USER=root ; COMMAND=/usr/sbin/nginx -t')}\nMay 12 10:11:12 host1 sshd[1]: Accepted publickey for ${m.identifier(m.user())} from ${m.identifier(m.ip())} port 2\n`,
  ),
  template(20, 'file-listing', (m) => {
    const user = m.identifier(m.user());
    return `srw-rw---- 1 ${m.keep('www-data www-data')} 0 May 12 10:11 /run/php/php8.2-fpm.sock\n-rw-r--r-- 1 ${user} ${user} 12 May 12 10:11 index.php\ndrwxr-xr-x 3 ${m.keep('root root')} 4096 May 12 10:11 conf.d\n`;
  }),
  template(
    20,
    'unknown',
    (m) =>
      `uid=1001(${m.identifier(m.user())}) ${m.keep('gid=33(www-data)')}\nchown -R ${m.identifier(m.user())}:${m.keep('www-data')} /srv/app\n/Users/${m.identifier(m.user())}/code/app\nC:\\Users\\${m.identifier(m.user())}\\x.php\nssh ${m.identifier(m.user())}@10.0.0.1\n`,
  ),
  template(
    20,
    'php-log',
    (m) =>
      `Access denied for user '${m.identifier(m.user())}'@'localhost' ${m.keep('(using password: NO)')}\nFATAL:  password authentication failed for user "${m.identifier(m.user())}"\nACL: user ${m.keep('default')}\nMongo: SCRAM ${m.keep('Authentication failed.')}\n`,
  ),
];
