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
];
