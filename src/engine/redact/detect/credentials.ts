import type { Shape } from './shape.ts';
import { looksRandom } from '../secret-value.ts';

/** A Basic credential decodes to `user:password`; anything else after the word is prose. */
function isBasic(value: string): boolean {
  if (value.length < 6) return false;
  return looksRandom(value) || value.endsWith('=');
}

/** Classes 2, 6 and 14: what is recognised by its form in any text. */
export const CREDENTIALS: readonly Shape[] = [
  {
    name: 'jwt',
    class: 'jwt',
    type: 'jwt',
    hints: ['eyJ'],
    pattern:
      /(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}|\\[nrt]|\\u00[0-9A-Fa-f]{2}))eyJ[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{0,8192}){1,4}/g,
  },
  {
    name: 'bearer',
    class: 'jwt',
    type: 'bearer_token',
    hints: ['earer ', 'EARER ', 'earer%20', 'earer\\u0020'],
    pattern: /(?<![A-Za-z0-9])(?:[Bb]earer|BEARER)(?: {1,4}|%20|\\u0020)([A-Za-z0-9._~+/=-]{6,8192})/g,
    accepts: looksRandom,
  },
  {
    name: 'basic',
    class: 'jwt',
    type: 'basic_token',
    hints: ['asic ', 'ASIC ', 'asic%20'],
    pattern:
      /(?<![A-Za-z0-9])(?:[Bb]asic|BASIC)(?: {1,4}|%20)([A-Za-z0-9+/_-]{6,2048}(?:={1,2}|%3D){0,2})(?![A-Za-z0-9+/])/g,
    accepts: isBasic,
  },
  {
    name: 'scheme-words',
    class: 'jwt',
    type: 'authorization',
    hints: ['SSWS ', 'GenieKey ', 'ApiKey ', 'Splunk '],
    pattern: /(?<![A-Za-z0-9])(?:SSWS|GenieKey|ApiKey|Splunk) {1,4}([A-Za-z0-9_+/=.-]{16,400})/g,
    accepts: looksRandom,
  },
  {
    // Joomla signs forms and links with a parameter whose name is the token.
    name: 'form-token',
    class: 'parameter',
    hints: ['=1'],
    pattern: /(?<=[?&;])[0-9a-f]{32}(?==1(?:[&\s"'#]|$))/gm,
  },
  {
    name: 'slack-webhook',
    class: 'webhook',
    type: 'slack_webhook',
    hints: ['hooks.slack'],
    pattern: /hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9_/%-]{8,200})/g,
  },
  {
    name: 'discord-webhook',
    class: 'webhook',
    type: 'discord_webhook',
    hints: ['/api/'],
    pattern: /discord(?:app)?\.com\/api\/(?:v[0-9]{1,2}\/)?webhooks\/([0-9]{10,24}\/[A-Za-z0-9_-]{20,120})/g,
  },
  {
    name: 'zapier-webhook',
    class: 'webhook',
    type: 'zapier_webhook',
    hints: ['hooks.zapier'],
    pattern: /hooks\.zapier\.com\/hooks\/(?:catch|standard)\/((?:[0-9]{1,12}\/)?[A-Za-z0-9]{4,64})/g,
  },
  {
    name: 'teams-webhook',
    class: 'webhook',
    type: 'teams_webhook',
    hints: ['/webhook', '/IncomingWebhook'],
    pattern: /(?:office\.com\/webhookb?2?\/|\/IncomingWebhook\/)([A-Za-z0-9@/_-]{16,300})/gi,
  },
  {
    name: 'hook-host',
    class: 'webhook',
    type: 'webhook',
    hints: ['://hook', '://ping', '://hc-ping', '://nosnch'],
    pattern:
      /:\/\/(?:hooks?\.[a-z0-9.-]{3,100}|hc-ping\.com|nosnch\.in|ping\.ohdear\.app|pings?\.[a-z0-9.-]{3,80})\/(?:[a-z0-9_-]{1,20}\/){0,3}([A-Za-z0-9_-]{10,100})(?![A-Za-z0-9_-])/g,
    accepts: (value) => /[0-9]/.test(value) && looksRandom(value),
  },
  {
    name: 'monitor-address',
    class: 'webhook',
    type: 'webhook',
    hints: ['/heartbeat', '/cron/', '/push/', '/integration', 'cronitor'],
    pattern:
      /:\/\/[a-z0-9.-]{3,100}(?::[0-9]{2,5})?\/(?:[a-z0-9_.-]{1,40}\/){0,4}(?:heartbeats?|cron|push|integrations?|p)\/(?:[a-z0-9_-]{1,60}\/){0,2}([0-9a-f]{24,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[A-Za-z]{0,60}[0-9])(?=[a-z0-9]{0,60}[A-Z])[A-Za-z0-9]{10,64})(?![A-Za-z0-9_-])/g,
  },
  {
    name: 'password-hash',
    class: 'password-hash',
    type: 'hash',
    hints: ['$'],
    pattern:
      /\$(?:2[abxy]?|apr1|1|5|6|7|y|gy|argon2(?:id?|d)|scrypt|pbkdf2(?:-sha(?:1|256|512))?|P|H|S)\$[A-Za-z0-9./$,=+_-]{10,300}(?<![,.])/g,
  },
  {
    name: 'ldap-hash',
    class: 'password-hash',
    type: 'hash',
    hints: ['{S', '{P', '{M', '{C', '{c', '{s'],
    pattern: /\{(?:S?SHA(?:256|512)?|S?MD5|PLAIN|CRYPT|crypt|sha1?|PBKDF2(?:-SHA256)?)\}([^\s:,"']{4,200})/g,
  },
];
