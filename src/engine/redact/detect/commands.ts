export interface Command {
  /** One of these stands where the command does. */
  readonly hints: readonly string[];
  readonly name: RegExp;
  /** Where the secret stands in the rest of the command's line; group 1, 2 or 3 is the value. */
  readonly flag: RegExp;
}

/** One argument: in either quotes or bare. */
const VALUE = '(?:"([^"\\n]{1,200})"|\'([^\'\\n]{1,200})\'|([^\\s"\'<>|;&]{1,200}))';
/** The same, and nothing of a substitution around it. */
const LAST = '(?:"([^"\\n]{1,200})"|\'([^\'\\n]{1,200})\'|([^\\s"\'<>|;&()-][^\\s"\'<>|;&()]{0,200}))';
const WORD = '[^\\s"\']{1,120}';

/** @param names of programs; in a list of arguments they stand in quotes @param flag what stands before the value */
const command = (names: string, flag: string, value = VALUE, after = ''): Command => ({
  hints: names.split('|').map((one) => /^[a-z0-9]{1,20}(?!\?)/.exec(one)?.[0] ?? ''),
  name: new RegExp(`(?<![\\w.-])(?:${names})(?=[\\s"'])`, 'g'),
  flag: new RegExp(flag + value + after, 'g'),
});

/** Secrets given to programs whose grammar says where: a short flag, a place among the arguments, standard input. */
export const COMMANDS: readonly Command[] = [
  command('mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mariadb-admin|mysqlcheck|mysqlimport|mycli', '[\\s"\']-p'),
  command('mysqladmin|mariadb-admin', '\\s(?:old-)?password\\s{1,4}'),
  command('redis-cli|valkey-cli', '[\\s"\'](?:-a["\',\\s]{1,6}|config set (?:requirepass|masterauth)\\s{1,4})'),
  command(
    'htpasswd -[A-Za-z]{0,4}b[A-Za-z]{0,4}|openssl passwd|mosquitto_passwd -b|rclone obscure',
    '\\s',
    LAST,
    '(?=[ \\t\\r]{0,4}(?:$|[)"\'`|;>&]))',
  ),
  command('sshpass|pct enter', '\\s-p\\s{0,4}'),
  command(
    'mongodump|mongorestore|mongosh?|(?:docker|podman|helm registry|nerdctl|crane auth|oc) login',
    '\\s-p\\s{1,4}',
  ),
  command('sqlcmd|bcp|isql|zip|unzip|ipmitool|mosquitto_(?:pub|sub)', '\\s-P\\s{0,4}'),
  command('7z[az]?|rar|unrar', '\\s-h?p'),
  command(
    'echo|printf',
    '^(?:echo|printf)\\s(?:-[neE]{1,3}\\s)?',
    '(?:"([^"\\n]{1,200})"|\'([^\'\\n]{1,200})\'|([^\\s"\'<>|;&]{1,200}))',
    '\\s?\\|\\s?(?=(?:sudo [^|;&\\n]{0,40}-[a-zA-Z]{0,3}S|(?:[\\w./-]{1,30} ){1,8}--?(?:password-stdin|stdin|passphrase-fd|pass-stdin)|passwd --stdin|smbpasswd|cryptsetup|kinit|vault login|gh auth login|(?:docker|podman) secret create|kubectl create secret|base64))',
  ),
  command(
    'echo|printf',
    '^(?:echo|printf)\\s(?:-[neE]{1,3}\\s)?["\']?[\\w.@$-]{1,64}:',
    '([^\\s"\'|]{1,200})',
    '["\']?\\s?\\|\\s?(?=(?:sudo )?chpasswd)',
  ),
  command(
    'chpasswd|passwd|smbpasswd|login|kinit',
    '^[^\\n<]{1,80}<<<\\s?["\']?(?:[\\w.@-]{1,64}:)?',
    '([^\\s"\'|]{1,200})',
  ),
  command('ldap(?:search|modify|add|delete|passwd|whoami|compare|modrdn)', '\\s-w\\s{1,4}'),
  command('ldappasswd', '\\s-[as]\\s{1,4}'),
  command('smbclient|rpcclient|net|wmic', '\\s-U\\s{0,4}["\']?[^\\s%"\']{1,64}%'),
  command('lftp|ncftp', `\\s-u\\s{0,4}["']?[\\w.@-]{1,64},`),
  command('https?|xhs?', '\\s(?:-a|--auth)[ =]{1,3}["\']?[^\\s:"\']{1,64}:', '([^\\s"\']{1,200})'),
  command('openssl enc', '\\s-k\\s{1,3}'),
  command('openssl', '\\s-pass(?:in|out)?\\s{1,3}["\']?pass:', '([^\\s"\'|;)]{1,200})'),
  command(
    'sqlplus|impdp?|expdp?|sqlldr|rman',
    '\\s["\']?[A-Za-z][\\w$#]{0,60}/',
    '([^\\s"\'/@][^\\s"\'@]{0,120})',
    '@',
  ),
  command('drush|drush\\.php', `\\s(?:user:password|user-password|upwd)\\s{1,4}${WORD}\\s{1,4}(?:--password=)?`),
  command('rabbitmqctl', `\\s(?:add_user|change_password|authenticate_user)\\s{1,4}${WORD}\\s{1,4}`),
  command('mc', `\\s(?:alias set|config host add)\\s{1,4}${WORD}\\s{1,4}${WORD}\\s{1,4}${WORD}\\s{1,4}`),
  command('mc', `\\s(?:alias set|config host add)\\s{1,4}${WORD}\\s{1,4}${WORD}\\s{1,4}`),
  command('net', `\\suser\\s{1,4}${WORD}\\s{1,4}`, LAST),
  command('ejabberdctl', `\\s(?:register|change_password)\\s{1,4}${WORD}\\s{1,4}${WORD}\\s{1,4}`),
  command('security:hash-password|user:hash-password|security:encode-password|hash:make', '\\s{1,4}', LAST),
  command('xfreerdp|wlfreerdp|rdesktop', '\\s(?:/p:|-p\\s{1,3})'),
];
