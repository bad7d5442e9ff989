import type { Detector } from '../find.ts';
import { isUser } from './user-names.ts';
import { whereHinted } from './hints.ts';

/** Places where a user's name stands, in any text: group 1 is the name. */
const PLACES: readonly { readonly name: string; readonly hints: readonly string[]; readonly pattern: RegExp }[] = [
  {
    name: 'home-directory',
    hints: ['/home/', '/Users/'],
    pattern: /\/(?:home|Users)\/([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})/g,
  },
  {
    name: 'htpasswd-message',
    hints: ['user "'],
    pattern: /user "([^"\n]{1,64})":? (?:password mismatch|was not found)/g,
  },
  {
    name: 'pool-name',
    hints: ['pool'],
    pattern:
      /(?:\[pool |fpm: pool |(?<![A-Za-z])pool["']?(?:: {0,20}| ?= ?)?["']|^pool: {1,24})([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})(?![A-Za-z0-9_.-])/gm,
  },
  {
    name: 'remote-user',
    hints: [' - '],
    pattern:
      /^(?:[^\s"]{1,60}\s{1,4}\|\s)?(?:[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}(?::[0-9]{1,5})? )?[0-9a-fA-F.:]{3,45} - ([^\s"[\]]{2,64}) \[/gm,
  },
  { name: 'sql-account', hints: ["'@'", '`@`', "@'"], pattern: /['"`]([A-Za-z0-9_.-]{1,64})['"`]@['"`]/g },
  { name: 'slice', hints: ['.slice'], pattern: /user-([A-Za-z_][A-Za-z0-9_.]{0,40})\.slice/g },
  {
    name: 'login-message',
    hints: [' user', 'User', 'for user=', 'role "'],
    pattern:
      /(?:(?:for|by|with) user[ =]['"]|(?:for|with) username ['"]?|(?:to|as|of) user ['"`]?|of User |logged in as ['"`]?|(?:for|by) user=|(?:session (?:opened|closed) for|[Ii]nvalid|authenticating|Disconnected from) user )([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})|role "([A-Za-z0-9_.-]{2,64})"/g,
  },
  {
    name: 'login',
    hints: [' for ', 'sudo', 'su[', 'su:', 'CRON'],
    pattern:
      /Successful su for ([A-Za-z0-9_][A-Za-z0-9_.-]{1,63}) by |CRON\[[0-9]{1,8}\]: \(([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})\) |su(?:\[[0-9]{1,8}\])?: \(to ([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})\) |(?:Accepted|Failed) [a-z/-]{4,30} for (?:user )?([A-Za-z0-9_][A-Za-z0-9_.-]{1,63}) from |sudo(?:\[[0-9]{1,8}\])?:\s{1,12}([A-Za-z0-9_][A-Za-z0-9_.-]{1,63}) : /g,
  },
  {
    name: 'prompt',
    hints: [':~', ':/', ' ~]', '@'],
    pattern:
      /^\[?(?:\([\w.-]{1,40}\) )?([A-Za-z_][A-Za-z0-9_.-]{1,63})@[A-Za-z0-9][A-Za-z0-9.-]{0,120}(?::(?:~|\/)[^\s#$]{0,200}[#$] | [^\s\]]{1,200}\][#$] )/gm,
  },
  {
    name: 'account-number',
    hints: ['uid=', 'gid=', 'groups='],
    pattern: /(?<![A-Za-z])(?:uid|gid|euid|groups)=[0-9]{1,10}\(([A-Za-z_][A-Za-z0-9_.-]{1,63})\)/g,
  },
  {
    name: 'owner-command',
    hints: ['chown ', 'sudo -u', 'su -', 'crontab -u'],
    pattern:
      /(?<![\w.-])(?:chown(?: -[A-Za-z]{1,4}){0,2}|sudo -u|su -l?|crontab -u) ([A-Za-z_][A-Za-z0-9_.-]{1,63})(?=[:.\s]|$)/gm,
  },
  {
    name: 'login-command',
    hints: ['ssh ', 'scp ', 'sftp ', 'rsync '],
    pattern: /(?<![\w.-])(?:ssh|scp|sftp|rsync)(?: -[A-Za-z]{1,4}| [0-9]{1,5}){0,4} ([A-Za-z_][A-Za-z0-9_.-]{1,63})@/g,
  },
  {
    name: 'account-command',
    hints: ['useradd', 'adduser', 'usermod', 'userdel'],
    pattern:
      /(?<=^|[#$] |sudo )(?:useradd|adduser|usermod|userdel)(?: [\w,=:/-]{1,60}){0,8} ([A-Za-z_][A-Za-z0-9_.-]{1,63})$/gm,
  },
  {
    name: 'account-of-command',
    hints: ['runuser -u', 'sudo -'],
    pattern: /(?<![\w.-])(?:runuser -u|sudo -[iHnE]{1,3}u) ([A-Za-z_][A-Za-z0-9_.-]{1,63})(?=[:\s]|$)/gm,
  },
  {
    name: 'sudoers',
    hints: ['sudoers', 'ALL'],
    pattern:
      /(?<![\w.-])([A-Za-z_][A-Za-z0-9_.-]{1,63}) is not in the sudoers|^([A-Za-z_][A-Za-z0-9_.-]{1,63})[ \t]{1,20}ALL ?= ?\(/gm,
  },
  {
    name: 'spool',
    hints: ['/mail/', '/cron/'],
    pattern: /\/var\/(?:mail|spool\/mail|spool\/cron(?:\/crontabs|\/tabs)?)\/([A-Za-z_][A-Za-z0-9_.-]{0,63})/g,
  },
  {
    name: 'terminal-row',
    hints: ['pts/', 'tty'],
    pattern: /^([A-Za-z_][A-Za-z0-9_.-]{1,31})[ \t]{1,30}(?:pts\/[0-9]{1,5}|tty[0-9A-Za-z]{1,5})[ \t]/gm,
  },
  {
    name: 'database-log',
    hints: ['] '],
    pattern: /\[[0-9]{1,10}(?:-[0-9]{1,6})?\]:? ([A-Za-z_][A-Za-z0-9_.-]{1,62})@[A-Za-z0-9_.-]{1,63} [A-Z]{3,9}: /g,
  },
  {
    name: 'slow-query',
    hints: ['User@Host:'],
    pattern: /User@Host: ([A-Za-z0-9_.-]{1,64})(?=\[)/g,
  },
  {
    name: 'slow-query-account',
    hints: ['User@Host:'],
    pattern: /(?<=User@Host: [A-Za-z0-9_.-]{0,64}\[)([A-Za-z0-9_.-]{1,64})(?=\] @)/g,
  },
  {
    name: 'windows-profile',
    hints: ['\\Users\\'],
    pattern: /\\{1,2}Users\\{1,2}([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})/g,
  },
  {
    name: 'account-parameter',
    hints: ['user', 'User', 'USER', 'login', 'uid', 'acct', 'enutzer', 'tilisateur', 'suario'],
    pattern:
      /(?<![A-Za-z0-9])(?:user|username|user[ _]id|user[ _]name|uid|login|acct|dbuser|db_user|remote_user|benutzer|benutzername|utilisateur|usuario)(?:["']|"?\])?(?:=|"?\s?:[ \t]{0,24}|\s{1,4}=>\s)["']?([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})(?![A-Za-z0-9_(@%-])/gi,
  },
  {
    name: 'user-object',
    hints: ['"name"', '\\"name'],
    pattern: /\\?"user\\?":\s?\{\s?\\?"(?:name|username|login|id)\\?":\s?\\?"([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})\\?"/g,
  },
  {
    name: 'limits-row',
    hints: [' soft ', ' hard ', '\tsoft', '\thard'],
    pattern: /^[@%]?([A-Za-z_][A-Za-z0-9_.-]{1,31})[ \t]{1,20}(?:soft|hard)[ \t]{1,20}[a-z]{2,12}[ \t]/gm,
  },
  {
    name: 'tilde',
    hints: ['/~'],
    pattern: /\/~([A-Za-z_][A-Za-z0-9_.-]{1,31})(?=[/\s"?])/g,
  },
  {
    name: 'password-row',
    hints: [':x:', ':*:', ':!:', ':$'],
    pattern:
      /^([A-Za-z_][A-Za-z0-9_.-]{1,31}):[x*!]{0,2}:[0-9]{1,7}:[0-9]{1,7}:|(?<![A-Za-z0-9_.@:/-])([A-Za-z_][A-Za-z0-9_.-]{1,63}):(?=\$(?:apr1|2[abxy]?|1|5|6|y)\$)/gm,
  },
];

/** Class 20: user names by the place where they stand. */
export const USERS: readonly Detector[] = PLACES.map(({ name, hints, pattern }) =>
  whereHinted(`user-${name}`, hints, ({ text }, found) => {
    for (const match of text.matchAll(pattern)) {
      const value = match
        .slice(1)
        .join('')
        .replace(/[.-]{1,4}$/, '');
      if (!isUser(value) || /\.(?:php|html?|conf|sock)$/.test(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, class: 'user', value });
    }
  }),
);
