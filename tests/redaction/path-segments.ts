import { template, type Template } from './case.ts';

const WORDS = [
  'reset',
  'reset-password',
  'password/reset',
  'verify',
  'verify-email',
  'magic',
  'magic-link',
  'invite',
  'invitations',
  'unsubscribe',
  'activate',
  'confirm',
  'hooks',
  'share',
  'download-token',
];

export const PATH_SEGMENT_TEMPLATES: readonly Template[] = [
  ...WORDS.map((word, at) =>
    template(10, at % 2 ? 'nginx-access-log' : 'nginx-error-log', (m) => {
      const token = m.secret(
        m.random.pick([() => m.hex(40), () => m.base64url(32), () => m.alnum(20), () => m.hex(64)])(),
      );
      return at % 2
        ? `${m.identifier(m.ip())} - - [12/May/2024:10:11:12 +0000] "${m.keep(`GET /${word}/`)}${token} HTTP/1.1" ${m.keep('302 0')} "-" "-"\n`
        : `2024/05/12 10:11:12 [error] 1#1: *3 ${m.keep('client intended to send too large body: 9 bytes')}, client: ${m.identifier(m.ip())}, server: _, request: "POST /${word}/${token} HTTP/1.1"\n`;
    }),
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET /d/${m.secret(`${m.alnum(8)}9aZ${m.alnum(17)}`)}/file.pdf HTTP/1.1" 200 1\n`,
  ),
  template(
    10,
    'unknown',
    (m) => `open https://${m.identifier(m.host())}/activate/${m.secret(m.base64url(36))}?${m.keep('lang=de')} again\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep(`/assets/app.${m.hex(8)}.js`)} HTTP/1.1" 200 1 "-" "-"\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep(`/_next/static/chunks/pages/index-${m.hex(16)}.js`)} HTTP/1.1" 200 1 "-" "-"\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep(`/media/${m.hex(32)}.jpg`)} HTTP/1.1" 200 1 "-" "-"\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep('/blog/how-we-moved-our-monolith-to-php-8-2-in-30-days/')} HTTP/1.1" 200 1 "-" "-"\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep(`/orders/${m.uuid()}/items/${m.digits(8)}`)} HTTP/1.1" 200 1 "-" "-"\n`,
  ),
  template(
    10,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep('/reset-password HTTP/1.1" 200 1')}\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep('/verify/email/notice')} HTTP/1.1" 200 1\n${m.ip()} - - [12/May/2024:10:11:12 +0000] "GET ${m.keep('/invite/friends')} HTTP/1.1" 200 1\n`,
  ),
  template(
    10,
    'php-log',
    (m) =>
      `PHP Fatal error:  Uncaught Error in ${m.keep('/srv/app/vendor/symfony/dependency-injection/Loader/Configurator/AbstractConfigurator.php')}:12\n${m.keep('/var/cache/nginx/3/2f/b7f54b2df7773722d382f4809d65023f'.slice(0, 16))}\n`,
  ),
];
