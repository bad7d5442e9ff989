import { template, type Template } from './case.ts';
import { anyDomain, anyHost, basic, inner, ipv6, typed } from './further-values.ts';

/** What clients print, and the files of programs around the stack. */
export const CLIENT_OUTPUTS_TEMPLATES: readonly Template[] = [
  template(
    21,
    'unknown',
    (m) =>
      `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000\n    link/ether ${m.identifier(m.mac())} brd ${m.keep('ff:ff:ff:ff:ff:ff')}\n    inet ${m.identifier(m.ip())}/24 brd x scope global eth0\n    inet6 ${m.identifier(ipv6(m))}/64 scope global\n    ${m.keep('inet6 fe80::1/64 scope link')}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `> GET /v1/me HTTP/2\n> Host: ${m.identifier(anyHost(m))}\n> authorization: Bearer ${m.secret(m.alnum(40))}\n> ${m.keep('user-agent: curl/8.5.0')}\n> cookie: session=${m.secret(m.alnum(32))}\n< HTTP/2 200\n< set-cookie: sid=${m.secret(m.alnum(26))}; Path=/; HttpOnly\n< ${m.keep('content-type: application/json')}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `*   Trying ${m.identifier(m.ip())}:443...\n* Connected to ${m.identifier(anyHost(m))} (${m.identifier(m.ip())}) port 443 (#0)\n* Server auth using Basic with user '${m.identifier(m.user())}'\n> Authorization: Basic ${m.secret(basic(m))}\n* ${m.keep('SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384')}\n*  subject: CN=${m.identifier(anyHost(m))}\n* ${m.keep('ALPN: server accepted h2')}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `curl -sS 'https://${m.identifier(anyHost(m))}/api' -H 'x-api-key: ${m.secret(m.hex(32))}' -b 'PHPSESSID=${m.secret(m.lowerDigits(26))}' --cookie "auth=${m.secret(m.alnum(20))}" -u '${m.identifier(m.user())}:${m.secret(m.alnum(9))}' ${m.keep('--compressed')}\n`,
  ),
  template(
    11,
    'unknown',
    (m) =>
      `http POST :8080/login "X-CSRF-Token: ${m.secret(m.alnum(32))}" password=${m.secret(m.alnum(9))}\n${m.keep('HTTP/1.1 401 Unauthorized')}\nWWW-Authenticate: ${m.keep('Basic realm="Members"')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `$ dig +short ${m.identifier(anyHost(m))}\n${m.identifier(m.ip())}\n;; SERVER: ${m.keep('127.0.0.53#53(127.0.0.53)')}\n${m.identifier(`${m.lower(5)}.at`)}.\t300\tIN\tMX\t10 mx1.${m.identifier(anyDomain(m))}.\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `127.0.0.1 localhost\n127.0.1.1 ${m.identifier(inner(m))} ${m.identifier(`web${m.lower(6)}`)}\n${m.identifier(m.ip())} ${m.identifier(anyHost(m))}\n${m.keep('ff02::1 ip6-allnodes')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `NAME                READY   STATUS    RESTARTS   AGE   IP            NODE\nphp-fpm-7c9d8b6f5-x2x7k   1/1     ${m.keep('CrashLoopBackOff')}   7   3h   ${m.keep('10.244.2.19')}   ${m.identifier(`ip-10-31-4-${m.digits(2)}.eu-west-1.compute.internal`)}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `Rules:\n  Host              Path  Backends\n  ----              ----  --------\n  ${m.identifier(anyHost(m))}\n                    /   php:80 (${m.keep('10.244.1.3:80')})\nAnnotations: nginx.ingress.kubernetes.io/server-alias: ${m.identifier(anyHost(m))}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `upstream connect error: dial tcp: lookup ${m.identifier(inner(m))} on ${m.keep('10.96.0.10:53')}: no such host\nping: ${m.identifier(anyHost(m))}: ${m.keep('Name or service not known')}\nssh: connect to host ${m.identifier(inner(m))} port 22: Connection refused\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `machine localhost login root password ${m.secret(m.lower(9))}\n# msmtprc\npassword\t\t${m.secret(m.alnum(12))}\n${m.keep('tls on')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `$ ping -c 3 ${m.identifier(`edge-${m.lower(4)}${m.digits(2)}`)}\n$ nc -zv ${m.identifier(`edge-${m.lower(4)}${m.digits(2)}`)} ${m.keep('9000')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `<?php\ndefine( 'DB_NAME', 'wp' );\ndefine( 'DB_USER', '${m.identifier(m.user())}' );\ndefine( 'DB_PASSWORD', '${m.secret(m.alnum(14))}' );\ndefine( 'AUTH_KEY',         '${m.secret(`${m.alnum(30)}|${m.alnum(30)}`)}' );\n$table_prefix = '${m.keep('wp_')}';\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `    'db' => [\n        'connection' => [\n            'default' => [\n                'host' => '${m.identifier(inner(m))}',\n                'username' => '${m.identifier(m.user())}',\n                'password' => '${m.secret(m.alnum(12))}',\n                'model' => '${m.keep('mysql4')}'\n            ]\n    'crypt' => [ 'key' => '${m.secret(m.hex(32))}' ],\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `parameters:\n    database_host: ${m.identifier(inner(m))}\n    database_password: ${m.secret(m.lower(9))}\n    secret: ${m.secret(m.hex(40))}\n    mailer_dsn: 'smtp://${m.lower(6)}:${m.secret(m.alnum(9))}@${m.identifier(anyHost(m))}:587'\n    ${m.keep('locale: en')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `$ mysql -h ${m.identifier(inner(m))} --user=${m.identifier(m.user())} --password=${m.secret(m.alnum(10))} -e 'select 1'\nERROR 1045 (28000): Access denied for user '${m.identifier(m.user())}'@'${m.identifier(inner(m))}' ${m.keep('(using password: YES)')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `git clone https://${m.lower(6)}:${m.secret(`glpat-${m.base64url(20)}`)}@${m.identifier(`git.${anyDomain(m)}`)}/shop/app.git\nComposer auth: https://${m.secret(m.hex(40))}:x-oauth-basic@github.com/acme/x.git\n${m.keep('fatal: Authentication failed for')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `Server=${m.identifier(inner(m))},1433;Database=shop;User Id=${m.identifier(m.user())};Password=${m.secret(m.alnum(12))};${m.keep('Encrypt=true')}\nsqlsrv:Server=${m.identifier(m.ip())};${m.keep('Database=erp')}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `postgres://${m.lower(5)}:${m.secret(`${m.alnum(4)}%40${m.alnum(5)}%2F${m.alnum(3)}`)}@${m.identifier(`db.${m.lower(20)}.supabase.co`)}:5432/postgres?${m.keep('sslmode=require')}\nldap://cn=admin,dc=x:${m.secret(m.alnum(9))}@${m.identifier(inner(m))}:389\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `{"Arn":"arn:aws:sts::${m.identifier(m.digits(12))}:assumed-role/web/i-0abc","UserId":"x","Account":"${m.identifier(m.digits(12))}"}\nhttps://sqs.eu-central-1.amazonaws.com/${m.identifier(m.digits(12))}/orders ${m.keep('queued')}\n${m.identifier(m.digits(12))}.dkr.ecr.eu-central-1.amazonaws.com/php:8.2\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `charged ${m.secret(m.card().replace(/(.{4})(?=.)/g, '$1 '))} for order 1000234\nand ${m.secret(m.card().replace(/(.{4})(?=.)/g, '$1-'))} ${m.keep('exp 12/27')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `subject=C = DE, ST = Bayern, L = ${m.identifier(`M${m.lower(7)}`)}, O = ${m.identifier(`A${m.lower(6)} GmbH`)}, CN = ${m.identifier(anyHost(m))}\nissuer=${m.keep("C = US, O = Let's Encrypt, CN = R3")}\n${m.keep('notAfter=Jun 12 09:26:53 2026 GMT')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `? (10.0.0.1) at ${m.identifier(m.mac().toUpperCase())} [ether] on eth0\nHWaddr ${m.identifier(m.mac().replaceAll(':', '-'))}\n${m.keep('lladdr 00:00:00:00:00:00')} STALE\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `$ docker login -u ${m.identifier(m.user())} -p ${m.secret(m.alnum(12))} registry.${m.identifier(anyDomain(m))}\n$ wp user create bob bob@example.com --user_pass=${m.secret(m.alnum(9))}\n$ aws configure set aws_secret_access_key ${m.secret(m.base64(30))}\n${m.keep('$ systemctl restart php8.2-fpm')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `$ echo '${m.secret(m.alnum(10))}' | sudo -S nginx -t\n$ mysql -u root --password='${m.secret(typed(m).replaceAll("'", ''))}' -e "${m.keep('SHOW VARIABLES')}"\n$ redis-cli --pass ${m.secret(m.alnum(11))} info\n`,
  ),
  template(
    14,
    'unknown',
    (m) =>
      `{"alg":"RSA-OAEP"} token ${m.secret(`eyJhbGciOiJSU0EtT0FFUCJ9.${m.base64url(60)}.${m.base64url(16)}.${m.base64url(60)}.${m.base64url(22)}`)} ${m.keep('expired')}\n> proxy-authorization: Basic ${m.secret(basic(m))}\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `$ curl -s https://ifconfig.me\n${m.identifier(m.ip())}\n$ host 10.0.0.1\nPING ${m.identifier(anyHost(m))} (${m.identifier(m.ip())}) 56(84) bytes of data.\n64 bytes from ${m.identifier(m.ip())}: icmp_seq=1 ttl=54 time=${m.keep('12.3 ms')}\n`,
  ),
  template(
    21,
    'unknown',
    (m) =>
      `link/ether ${m.identifier(m.mac())} brd ff:ff:ff:ff:ff:ff\nneigh: 10.0.0.1 dev eth0 lladdr ${m.identifier(m.mac())} ${m.keep('REACHABLE')}\narn:aws:s3:::x arn:aws:lambda:eu-west-1:${m.identifier(m.digits(12))}:function:img\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `Name:             php-7c9d8b6f5-x2x7k\nNode:             ${m.identifier(`node-${m.lower(4)}${m.digits(2)}`)}/${m.keep('10.0.0.9')}\nEvents:\n  Warning  Unhealthy  Readiness probe failed: Get "http://${m.keep('10.244.1.7:9000')}/ping": dial tcp: lookup ${m.identifier(`${m.lower(6)}.${m.lower(5)}.svc.cluster.local`)}: no such host\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `$CONF['dbpass'] = '${m.secret(m.alnum(10))}';\n$databases['default']['default'] = array('username' => '${m.identifier(m.user())}', 'password' => '${m.secret(m.alnum(10))}', 'host' => '${m.identifier(inner(m))}');\n$settings['hash_salt'] = '${m.secret(m.base64url(60))}';\n${m.keep("$settings['update_free_access'] = FALSE;")}\n`,
  ),
  template(
    3,
    'unknown',
    (m) =>
      `[mysqldump]\nuser = ${m.identifier(m.user())}\npassword = ${m.secret(typed(m))}\n[redis]\nrequirepass "${m.secret(m.alnum(12))}"\n${m.keep('max_allowed_packet = 64M')}\n`,
  ),
];
