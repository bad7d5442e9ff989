/** Commands whose output people paste; a prompt in front of other words is not taken for one. */
const COMMANDS: ReadonlySet<string> = new Set(
  (
    'cat tail head less more grep egrep zgrep zcat ps top free ss netstat systemctl service rc-service journalctl dmesg docker docker-compose podman ' +
    'kubectl crictl ls stat namei find df du nginx openresty php uptime nproc lscpu curl wget sysctl ulimit lsof nc ncat telnet getenforce sestatus ' +
    'ausearch iptables iptables-save ip6tables-save nft firewall-cmd ufw pm2 smem vmstat cgi-fcgi pgrep pidof uname date id awk for while watch prlimit ' +
    'getent dig host nslookup ip sed wc who supervisorctl sh bash echo'
  ).split(' '),
);

const USER_PROMPT = /^(?:\[?[\w.-]+@|[\w.-]{1,60}:[~/])[^$#%>]*[$#%>]\s+(\S.*)$/;
const BARE_PROMPT = /^(?:[$%#]|bash-\d\.\d{1,2}[$#])\s+(\S.*)$/;
/** After a bare `#` only what cannot be a comment is a prompt: options, paths, quotes, subcommands, or a word that stands alone. */
const CERTAIN = /^[\w.-]+(?:$| (?:-|[~./|"']|(?:aux|status|ps|logs|inspect|describe|get|is-active|list|show)\b))/;

/** `sudo /usr/sbin/php-fpm8.2 -v` → `php-fpm8.2`. */
function commandWord(command: string): string {
  const words = command.split(/\s+/, 4).filter((word) => word !== 'sudo' && !/^\w+=/.test(word));
  return (words[0] ?? '').split('/').at(-1) ?? '';
}

/** The command behind a shell prompt (`root@web:~# ps aux`, `$ ss -ltn`), or null when the line is no prompt. */
export function promptedCommand(line: string): string | null {
  const user = USER_PROMPT.exec(line)?.[1];
  const command = user ?? BARE_PROMPT.exec(line)?.[1];
  if (command === undefined) return null;
  const word = commandWord(command);
  if (!COMMANDS.has(word) && !/^php(?:-fpm|-cgi)?[\d.]*$/.test(word)) return null;
  return user === undefined && line.startsWith('#') && !CERTAIN.test(command.replaceAll(/\s+/g, ' ').trim())
    ? null
    : command.trim();
}

const SHOWS: ReadonlySet<string> = new Set(['cat', 'less', 'more', 'tail', 'head', 'zcat']);

/** The file a command shows unchanged (`cat`, `tail -n 50`), or null when its output is its own. */
export function shownFile(command: string): string | null {
  const [name = '', ...words] = command
    .trim()
    .split(/\s+/)
    .filter((word) => word !== 'sudo');
  if (!SHOWS.has(name)) return null;
  const files = words.filter(
    (word, index) =>
      !word.startsWith('-') && !(/^\d+$/.test(word) && words[index - 1]?.startsWith('-') === true) && word !== '--',
  );
  const file = files[0]?.replace(/^["']|["']$/g, '');
  return files.length === 1 && file !== undefined && /^[~/\w.@+-]{2,300}$/.test(file) ? file : null;
}
