import { template, type Template } from './case.ts';

/** Words with dots that end like hosts and are members of objects, modules, files, versions and names of applications. */
export const DOTTED_EXPRESSION_TEMPLATES: readonly Template[] = [
  template(18, 'unknown', (m) =>
    m.keep(
      'cannot read res.io of undefined\nctx.app is null, see k.pt and q.co\ncalling items.app(4) then run.pl\n' +
        'No module named "core.utils.io"\nwindow.document.body.style.in is not set\norderRow.customer.name was empty\n' +
        'if (req.http.host ~ "^a") {\nreturn ngx.var.host\nsession.upload_progress.prefix.name\n',
    ),
  ),
  template(18, 'unknown', (m) =>
    m.keep(
      'translations/messages.de.yaml\nlang/validation.fr.php\npublic/datepicker.it.js\ninc/db.in.php could not be opened\n' +
        'from com.vendor.reader.app and org.vendor.io\n\tat jdk.internal.reflect.Accessor.invoke(Unknown Source)\n',
    ),
  ),
  template(12, 'php-log', (m) =>
    m.keep(
      "PHP Warning:  PHP Startup: Unable to load dynamic library 'redis.so' (tried: /usr/lib/php/20220829/redis.so (No such file or directory), /usr/lib/php/20220829/redis.so.so) in Unknown on line 0\n",
    ),
  ),
  template(
    9,
    'nginx-access-log',
    (m) =>
      `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "${m.keep('GET /socket.io/?EIO=4&transport=polling HTTP/1.1" 200 118 "android-app://com.vendor.reader/" "okhttp/4.12.0"')}\n`,
  ),
  template(
    16,
    'unknown',
    (m) =>
      `${m.keep(`libicu 72.1.0.${m.digits(1)}`)}\n${m.keep(`libpng 1.6.39.${m.digits(1)}`)}\nX509v3 extension ${m.keep('2.5.29.17')} and attribute ${m.keep('2.5.4.3')}\nclient ${m.identifier(m.ip())} refused\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `resolver ${m.keep('kube-dns.kube-system.svc.cluster.local')};\n127.0.0.1 ${m.keep('localhost ip6-localhost ip6-loopback')}\nSystem => ${m.keep('Linux localhost 6.1.0-18-amd64 #1 SMP')}\n${m.keep('pod-template-hash=6b8f9d7c54')}\n`,
  ),
  template(
    18,
    'unknown',
    (m) =>
      `the shop ${m.identifier(m.domain())} and ${m.identifier(m.host())} are down, ${m.keep('app.conf')} is not\n${m.keep('node.js')} 18 is installed\n`,
  ),
  template(21, 'unknown', (m) => {
    const account = m.identifier(m.digits(12));
    return `User: ${m.keep('arn:aws:sts::')}${account}:assumed-role/web is not allowed on ${m.keep('arn:aws:s3:::bucket-name')}\narn:aws:secretsmanager:eu-west-1:${account}${m.keep(':secret:prod/shop')} was read\npull ${account}${m.keep('.dkr.ecr.eu-west-1.amazonaws.com/web:1.2')}\n`;
  }),
  template(21, 'unknown', (m) =>
    m.keep('taken on 14-03-26-09-26-53\ndepth=1 C = US, O = Internet Security Research Group, CN = ISRG Root X1\n'),
  ),
  template(19, 'kernel-log', (m) =>
    m.keep(
      '[    0.000000] Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14))\n',
    ),
  ),
  template(18, 'unknown', (m) =>
    m.keep(
      'e.data.id and Array.prototype.at and axios.defaults.headers.common.test\nWHERE mysql.user.host = x\nlib/session.inc.php:12\nuser.address.city is required\nroutes.admin.news not defined\n',
    ),
  ),
  template(
    16,
    'unknown',
    (m) =>
      `"version": "6.0.0.${m.digits(1)}"\n${m.keep(`see section 4.2.1.${m.digits(1)}`)} and ${m.keep('Kap. 2.5.1.3')}\nupdated ${m.keep(`woocommerce 8.6.1.${m.digits(1)}`)} on tomcat ${m.keep('9.0.85.1')}\n${m.keep(`"version": "6.0.1.${m.digits(1)}"`)}\npeer ${m.identifier(m.ip())}\n`,
  ),
  template(18, 'nginx-access-log', (m) => {
    const owner = m.lower(8);
    return `10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 5 "https://${m.identifier(m.host())}/" "${m.keep(`Mozilla/5.0 (compatible; ${owner}/1.0; +https://www.${owner}.com/about.html)`)}"\n10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 5 "-" "${m.keep(`${owner}Bot/2.0 (https://${owner}.org/faq)`)}"\n10.0.0.1 - - [14/Mar/2026:09:26:53 +0100] "GET / HTTP/1.1" 200 5 "-" "WordPress/6.4.3; https://${m.identifier(m.domain())}"\n`;
  }),
  template(12, 'unknown', (m) =>
    m.keep(
      '#0  0x00007f1c8472b50f in raise (sig=sig@entry=6) at raise.c:50\n#1  php_auth (auth=auth@entry=0x7f00) at a.c:1\n',
    ),
  ),
  template(
    18,
    'unknown',
    (m) =>
      `reached ${m.identifier(`${m.lower(7)}.reisen`)}, ${m.identifier(`www.${m.lower(6)}.gmbh`)} and ${m.identifier(`${m.lower(8)}.koeln`)}, ${m.keep('app.inc.php')} is there\n`,
  ),
  template(5, 'nginx-error-log', (m) =>
    m.keep(
      '2026/03/14 09:26:53 [emerg] 7#7: cannot load certificate key "/etc/nginx/ssl/site.key": PEM_read_bio_PrivateKey() failed (SSL: error:0909006C:PEM routines:get_name:no start line)\n',
    ),
  ),
  template(
    18,
    'unknown',
    (m) =>
      `${m.keep('_dmarc.')}${m.identifier(m.domain())} and ${m.keep('_acme-challenge.')}www.${m.identifier(m.domain())} are set\n`,
  ),
];
