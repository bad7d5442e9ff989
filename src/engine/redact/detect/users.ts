import type { Detector, Find } from '../find.ts';
import { isUser } from './user-names.ts';

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
    pattern: /^(?:[^\s"]{1,60}\s{1,4}\|\s)?[0-9a-fA-F.:]{3,45} - ([^\s"[\]]{2,64}) \[/gm,
  },
  { name: 'sql-account', hints: ["'@'", '`@`', "@'"], pattern: /['"`]([A-Za-z0-9_.-]{1,64})['"`]@['"`]/g },
  { name: 'slice', hints: ['.slice'], pattern: /user-([A-Za-z_][A-Za-z0-9_.]{0,40})\.slice/g },
  {
    name: 'login-message',
    hints: [' user', 'User', 'for user=', 'role "'],
    pattern:
      /(?:(?:for|by|with) user[ =]['"]|(?:for|by) user=|(?:session (?:opened|closed) for|[Ii]nvalid|authenticating|Disconnected from) user )([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})|role "([A-Za-z0-9_.-]{2,64})"/g,
  },
  {
    name: 'login',
    hints: [' for ', 'sudo', 'su['],
    pattern:
      /(?:Accepted|Failed) [a-z/-]{4,30} for (?:user )?([A-Za-z0-9_][A-Za-z0-9_.-]{1,63}) from |sudo(?:\[[0-9]{1,8}\])?:\s{1,12}([A-Za-z0-9_][A-Za-z0-9_.-]{1,63}) : /g,
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
    name: 'windows-profile',
    hints: ['\\Users\\'],
    pattern: /\\{1,2}Users\\{1,2}([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})/g,
  },
  {
    name: 'account-parameter',
    hints: ['user', 'User', 'USER', 'login', 'uid'],
    pattern:
      /(?<![A-Za-z0-9])(?:user|username|uid|login|dbuser|db_user|remote_user)["']?(?:=|"?:\s?)["']?([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})(?![A-Za-z0-9_(@%-])/gi,
  },
];

/** Class 20: user names by the place where they stand. */
export const USERS: readonly Detector[] = PLACES.map(({ name, hints, pattern }) => ({
  name: `user-${name}`,
  find: ({ text }, found: Find[]) => {
    if (!hints.some((hint) => text.includes(hint))) return;
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[2] ?? '';
      if (!isUser(value) || /\.(?:php|html?|conf|sock)$/.test(value)) continue;
      const start = match.index + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length, class: 'user', value });
    }
  },
}));
