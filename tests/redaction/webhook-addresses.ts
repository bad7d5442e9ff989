import { template, type Template } from './case.ts';

/** Addresses that are a secret by their path: the scheme and the host say where it went and stay. */
export const WEBHOOK_ADDRESS_TEMPLATES: readonly Template[] = [
  template(
    2,
    'php-log',
    (m) =>
      `PHP Warning: file_get_contents(${m.keep('https://hooks.slack.com/services/')}${m.secret(`T${m.upper(9)}/B${m.upper(9)}/${m.alnum(24)}`)}): ${m.keep('Failed to open stream')}\n`,
  ),
  template(
    2,
    'nginx',
    (m) =>
      `location = /alert {\n    proxy_pass ${m.keep('https://hooks.slack.com/services/')}${m.secret(`T${m.upper(10)}/B${m.upper(10)}/${m.alnum(24)}`)};\n}\n`,
  ),
  template(
    2,
    'unknown',
    (m) => `WEBHOOK=${m.keep('https://discord.com/api/webhooks/')}${m.digits(18)}/${m.secret(m.base64url(68))}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `post to ${m.keep('https://discordapp.com/api/webhooks/')}${m.digits(18)}/${m.secret(m.base64url(68))}?wait=true please\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `https://${m.lower(6)}.webhook.office.com/webhookb2/${m.uuid()}@${m.uuid()}/IncomingWebhook/${m.secret(m.hex(32))}/${m.uuid()}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `https://prod-12.westeurope.logic.azure.com:443/workflows/${m.hex(32)}/triggers/manual/paths/invoke?${m.keep('api-version=2016-06-01')}&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${m.secret(m.base64url(43))}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `${m.keep('https://chat.googleapis.com/v1/spaces/')}AAAA${m.alnum(7)}/messages?key=${m.secret(`AIza${m.base64url(35)}`)}&token=${m.secret(`${m.base64url(43)}%3D`)}\n`,
  ),
  template(
    2,
    'nginx-access-log',
    (m) =>
      `${m.ip()} - - [12/May/2024:10:11:12 +0000] "${m.keep('POST /hooks/')}${m.secret(m.lowerDigits(26))} HTTP/1.1" ${m.keep('502 157')} "-" "Go-http-client/1.1"\n`,
  ),
  template(
    2,
    'nginx',
    (m) =>
      `    location ${m.keep('/hooks/')}${m.secret(m.lowerDigits(26))} {\n        ${m.keep('fastcgi_pass unix:/run/php/php8.2-fpm.sock;')}\n    }\n`,
  ),
  template(
    2,
    'nginx',
    (m) =>
      `    location ~ ^/webhooks?/${m.secret(m.hex(40))}$ {\n        ${m.keep('client_max_body_size 2m;')}\n    }\n`,
  ),
  template(
    2,
    'nginx-error-log',
    (m) =>
      `2024/05/12 10:11:12 [error] 12#12: *5 ${m.keep('upstream timed out (110: Connection timed out) while reading response header from upstream')}, client: ${m.identifier(m.ip())}, server: ${m.identifier(m.host())}, request: "POST /webhook/stripe/${m.secret(m.alnum(32))} HTTP/2.0", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:"\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `curl -X POST ${m.keep('https://hooks.zapier.com/hooks/catch/')}${m.digits(7)}/${m.secret(m.lowerDigits(7))}/\n`,
  ),
  template(
    2,
    'unknown',
    (m) => `https://${m.identifier(m.host())}/hooks/${m.secret(m.lowerDigits(26))} ${m.keep('returns 504')}\n`,
  ),
  template(
    2,
    'unknown',
    (m) =>
      `${m.keep('https://api.telegram.org/bot')}${m.secret(`${m.digits(9)}:AA${m.base64url(33)}`)}/sendMessage?chat_id=1\n`,
  ),
];
