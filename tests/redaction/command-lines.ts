import { template, type Template } from './case.ts';

/** Secrets that programs take at a place of their own, in shells, scripts and lists of arguments. */
export const COMMAND_LINE_TEMPLATES: readonly Template[] = [
  template(
    12,
    'unknown',
    (m) =>
      `    command: ["redis-server", "--requirepass", "${m.secret(m.password())}", "--appendonly", "${m.keep('yes')}"]\n    test: ["CMD", "mysqladmin", "ping", "-uroot", "-p${m.secret(m.alnum(12))}"]\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `$ openssl rsa -in a.pem -passin pass:${m.secret(m.alnum(11))} -passout 'pass:${m.secret(m.alnum(9))}' -out ${m.keep('b.pem')}\n$ keytool -list -storepass ${m.secret(m.password())} -keystore ${m.keep('a.jks')}\n$ gpg --batch --passphrase ${m.secret(m.password())} -d ${m.keep('dump.gpg')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `# echo 'deploy:${m.secret(m.alnum(10))}' | chpasswd\n# echo "${m.secret(m.alnum(20))}" | docker login --username ci --password-stdin\n$ printf "admin:$(openssl passwd -apr1 ${m.secret(m.alnum(9))})\\n" >> ${m.keep('/etc/nginx/users')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `drush user:password admin "${m.secret(m.password())}"\nrabbitmqctl change_password shop ${m.secret(m.alnum(12))}\nrclone obscure ${m.secret(m.alnum(12))}\nmc alias set store https://s3.example.com ${m.secret(m.alnum(20))} ${m.secret(m.alnum(40))}\n${m.keep('rabbitmqctl list_queues')}\n`,
  ),
  template(
    12,
    'unknown',
    (m) =>
      `lftp -u deploy,${m.secret(m.password())} ftp.example.com\nhttp -a admin:${m.secret(m.alnum(10))} GET :8080/${m.keep('status')}\nunzip -P ${m.secret(m.alnum(9))} ${m.keep('dump.zip')}\nsqlplus scott/${m.secret(m.alnum(9))}@db1\n`,
  ),
  template(
    12,
    'processes',
    (m) =>
      `root 811 java -Djavax.net.ssl.trustStore=${m.keep('/etc/ssl/a.jks')} -jar a.jar -keypass ${m.secret(m.alnum(12))}\nroot 812 agent --api-token=${m.secret(m.alnum(24))} --config ${m.keep('/etc/agent.yml')} --token-ttl ${m.keep('3h')}\n`,
  ),
  template(12, 'unknown', (m) =>
    m.keep(
      '$ docker build --secret id=npmrc,src=.npmrc -t app .\n$ docker login --password-stdin\n$ tar -p -czf a.tgz /srv\n$ mkdir -p /srv/app\n$ php artisan make:auth --force\n$ nginx -t -c /etc/nginx/nginx.conf\n$ echo done | tee a.log\n$ ps -p 812\n$ net user\n$ http GET :8080/status\n$ passwd deploy\n',
    ),
  ),
  template(
    3,
    'unknown',
    (m) =>
      `  stats auth admin:${m.secret(m.password())}\n  user deploy insecure-password ${m.secret(m.password())}\n  option ${m.keep('httpchk')}\n---> PASS ${m.secret(m.alnum(9))}\n  auth_pass ${m.secret(`${m.lower(3)}${m.digits(2)}${m.lower(3)}`)}\nrocommunity ${m.secret(m.alnum(9))} 10.0.0.1\njdbc:oracle:thin:scott/${m.secret(m.alnum(9))}@//db:1521/x\n`,
  ),
];
