import { isExempt } from '../secret-value.ts';
import type { Detector, Find, Scene } from '../find.ts';
import { isNamedHost } from './hosts.ts';
import { COMMANDS, type Command } from './commands.ts';
import { strengthOf } from '../secret-name.ts';
import { isUser } from './user-names.ts';
import { hinted } from './hints.ts';

/** Passwords given to commands, as `ps`, shell histories and cron mails show them. */
export const commandFlags: Detector = { name: 'command-flags', find: findFlags };

/** Any long flag, as it is given in a shell or in a list of arguments (`["--requirepass", "…"]`); its name decides. */
const LONG_FLAG =
  /(?<=[\s'"])--?([A-Za-z][\w-]{1,40})(?:=|[ \t]{1,3}|["'],\s{0,4})(?!-)(?:"([^"\n]{1,400})"|'([^'\n]{1,400})'|([^\s"'<>|;&]{1,400}))/g;

/** The account a client of a data store is told to use. */
const ACCOUNTS = {
  name: /(?<![\w.-])(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mysqlcheck|mysqlimport|mycli|psql|pg_dump|pg_dumpall|pg_restore|mongosh?|mongodump|mongorestore|sqlcmd|docker login|podman login|redis-cli)(?=\s)/g,
  flag: /\s(?:-u|-U|--user(?:name)?[= ])\s{0,3}["']?([A-Za-z0-9_][A-Za-z0-9_.-]{1,63})/,
};
const LONGEST_COMMAND = 400;
const USER_FLAG = /(?<=\s)(?:-[uU]|--(?:proxy-)?user|-A)[ =]{0,2}["']?([^\s:"']{1,64}):([^\s"']{1,200})/g;
const PLAIN_DSN =
  /(?<![A-Za-z0-9_./:-])([A-Za-z0-9_.-]{1,64}):([^\s:@/"'<>()]{3,200})@(?:tcp\(|unix\()?([A-Za-z0-9.-]{1,253}):[0-9]{2,5}(?![0-9A-Za-z])/g;

const MAY_STAND = COMMANDS.map(({ hints }) => hinted(hints));

function findFlags(scene: Scene, found: Find[]): void {
  const { text } = scene;
  for (const [at, command] of COMMANDS.entries())
    if (MAY_STAND[at]?.(scene) === true) readCommands(text, command, found);
  if (text.includes('-')) {
    for (const match of text.matchAll(LONG_FLAG))
      if (strengthOf(match[1] ?? '') === 'strong')
        add(match.index, match[0], match[2] ?? match[3] ?? match[4] ?? '', found);
    readAccounts(text, found);
    for (const match of text.matchAll(USER_FLAG))
      addPair(match.index + match[0].length, match[1] ?? '', match[2] ?? '', found);
  }
  if (!text.includes('@')) return;
  for (const match of text.matchAll(PLAIN_DSN)) {
    const [whole, user = '', password = '', host = ''] = match;
    const at = match.index + whole.lastIndexOf(host);
    if (isNamedHost(host)) found.push({ start: at, end: at + host.length, class: 'host', value: host.toLowerCase() });
    addPair(match.index + user.length + 1 + password.length, user, password, found);
  }
}

function readCommands(text: string, { name, flag }: Command, found: Find[]): void {
  for (const match of text.matchAll(name)) {
    const rest = text.slice(match.index, match.index + LONGEST_COMMAND).split('\n', 1)[0] ?? '';
    for (const value of rest.matchAll(flag))
      add(match.index + value.index, value[0], value[1] ?? value[2] ?? value[3] ?? '', found);
  }
}

function readAccounts(text: string, found: Find[]): void {
  for (const match of text.matchAll(ACCOUNTS.name)) {
    const flag = ACCOUNTS.flag.exec(text.slice(match.index, match.index + LONGEST_COMMAND).split('\n', 1)[0] ?? '');
    const value = flag?.[1] ?? '';
    if (flag === null || !isUser(value)) continue;
    const end = match.index + flag.index + flag[0].length;
    found.push({ start: end - value.length, end, class: 'user', value });
  }
}

function add(index: number, whole: string, value: string, found: Find[]): void {
  if (isExempt(value, 'strong') || value.startsWith('-') || value.startsWith('id=')) return;
  const start = index + whole.lastIndexOf(value);
  found.push({ start, end: start + value.length, class: 'named-value', type: 'flag' });
}

function addPair(end: number, user: string, password: string, found: Find[]): void {
  if (isExempt(password, 'strong')) return;
  const start = end - password.length;
  found.push({ start, end, class: 'connection-string', type: 'password' });
  if (isUser(user)) found.push({ start: start - 1 - user.length, end: start - 1, class: 'user', value: user });
}
