/** A line that names what follows it. */
export interface Heading {
  /** Path of the file, or the command whose output follows. */
  readonly name: string;
  readonly form: 'dump' | 'tail' | 'ruler' | 'comment' | 'prose' | 'prompt' | 'fence';
  /** The line also belongs to what follows: a comment of the file's own language, or the command above its output. */
  readonly kept: boolean;
}

const DUMP = /^# configuration file (\S[^\n]{0,400}?):\s{0,4}$/;
const TAIL = /^==> (.{1,400}?) <==\s{0,4}$/;
/** Absolute path, or a file name that configs and logs have. */
const PATH = String.raw`(?:~?\/[\w.@+\-/]{1,300}|[\w.@+\-/]{0,200}(?:nginx|php|fpm|www|default|site|pool|error|access|slow|conf)[\w.@+\-/]{0,80}\.(?:conf|ini|log|slow|bak|vhost|txt)(?:\.[\w-]{1,12})?|[\w.@+\-/]{0,200}\/[\w.@+-]{1,100}\.(?:conf|ini|log|slow|bak|vhost))`;
const RULER = new RegExp(
  String.raw`^(?:[-=#*~]{2,60}|[#;]{2,6})\s{1,8}(?:file:?\s{1,4}|cat\s{1,4}|output of\s{1,4})?["'\x60*]{0,3}(${PATH})["'\x60*]{0,3}:?(?:\s{1,8}[-=#*~]{2,60})?\s{0,4}$`,
  'i',
);
const COMMENT = new RegExp(
  String.raw`^(?:#|;|\/\/)\s{1,4}(?:file:?\s{1,4})?(${PATH})(?:\s{1,4}\([^)\n]{1,80}\))?:?\s{0,4}$`,
  'i',
);
const BARE = new RegExp(
  String.raw`^(?:\*\*|__|\x60|file:?\s{1,4}|\d{1,2}[.)]\s{1,4}){0,3}["'\x60]?(${PATH})["'\x60]?(?:\*\*|__|\x60){0,2}\s{0,2}:?(?:\*\*)?\s{0,4}$`,
  'i',
);
const PROSE = new RegExp(
  String.raw`^[^\n{};=]{0,160}?[\s("'\x60*](${PATH})["'\x60)*]{0,4}\s{0,2}:(?:\*\*)?\s{0,4}$`,
  'i',
);
const FENCE = /^\s{0,3}(?:\x60{3,8}|~{3,8})\s{0,4}([\w.+/-]{0,80})[^\x60\n]{0,80}$/;

const COMMANDS =
  'sudo|cat|tail|head|less|more|grep|egrep|zgrep|zcat|ps|top|free|ss|netstat|systemctl|service|journalctl|dmesg|docker|docker-compose|podman|kubectl|crictl|ls|stat|namei|find|df|du|nginx|openresty|php|php-fpm|php-cgi|uptime|nproc|lscpu|curl|wget|sysctl|ulimit|lsof|nc|ncat|telnet|getenforce|sestatus|ausearch|iptables|iptables-save|ip6tables-save|nft|firewall-cmd|ufw|pm2|smem|vmstat|cgi-fcgi|pgrep|pidof|uname|date|id|awk|for|while|watch|prlimit|getent|dig|host|nslookup|ip|sed|wc|who|supervisorctl';
const PROMPT = new RegExp(
  String.raw`^(?:\[?[\w.-]{1,40}@[\w.-]{1,80}[^\n$#%>\]]{0,120}\]?\s{0,2}[$#%>]|[$%]|#|bash-\d\.\d{1,2}[$#]|root:?[~/\w.-]{0,80}[#$])\s{1,4}((?:${COMMANDS})(?:[\w.-]{0,12})?(?:\s[^\n]{0,400})?)$`,
);
const SHOWN_FILE =
  /^(?:sudo\s{1,4}(?:-\w\s{1,4})?)?(?:cat|less|more|tail|head|zcat)(?:\s{1,4}-{1,2}[\w=]{1,12}(?:\s{1,4}\d{1,8})?){0,3}\s{1,4}["']?([~/\w.@+-]{2,300})["']?\s{0,4}$/;
/** After a bare `#` only what cannot be a comment is a prompt: options, paths, quotes, subcommands, or a word that stands alone. */
const ROOT_COMMAND =
  /^#\s{1,4}[\w.-]{2,24}(?:\s{1,4}(?:-{1,2}\w|[~./|"']|aux\b|status\b|ps\b|logs\b|inspect\b|describe\b|get\b|is-active\b|list\b|show\b|\|)|\s{0,4}$)/;

/** The file a command shows unchanged (`cat`, `tail -n 50`), or null when its output is its own. */
export function shownFile(command: string): string | null {
  return SHOWN_FILE.exec(command)?.[1] ?? null;
}

/** `memory (free -b)`: our collector names the piece and, in brackets, the command that made it. */
const NAMED_COMMAND = /^(.{1,120}?) \((.{1,400})\)$/;

/** Name and command of a piece of our collector, the path where the command shows a file; null for a plain path. */
export function collected(
  name: string,
): { readonly name: string; readonly command: string; readonly file: string | null } | null {
  const match = NAMED_COMMAND.exec(name);
  const command = match?.[2] ?? '';
  return match === null ? null : { name: match[1] ?? '', command, file: shownFile(command) };
}

function collectedCommand(name: string): string | null {
  const piece = collected(name);
  return piece === null || piece.file !== null ? null : piece.command;
}

/** The command whose output follows a line: a prompt, or a heading of our collector; null for other lines. */
export function commandOf(line: string): string | null {
  const strong = strongHeading(line);
  if (strong !== null) return collectedCommand(strong.name);
  const heading = weakHeading(line);
  return heading?.form === 'prompt' ? heading.name : null;
}

function cut(line: string): string {
  const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
  return plain.length > 600 ? '' : plain;
}

/** Headings that no file holds by accident: they count anywhere. */
export function strongHeading(line: string): Heading | null {
  const text = cut(line);
  const dump = DUMP.exec(text);
  if (dump !== null) return { name: dump[1] ?? '', form: 'dump', kept: false };
  const tail = TAIL.exec(text);
  if (tail !== null) return { name: tail[1] ?? '', form: 'tail', kept: collectedCommand(tail[1] ?? '') !== null };
  return null;
}

/** Headings of people and terminals; inside a file that a strong heading named they are the file's own comments. */
export function weakHeading(line: string): Heading | null {
  const text = cut(line);
  if (text.trim() === '') return null;
  const fence = FENCE.exec(text);
  if (fence !== null) return { name: fence[1] ?? '', form: 'fence', kept: false };
  const prompt = PROMPT.exec(text);
  if (prompt !== null && (!text.startsWith('# ') || ROOT_COMMAND.test(text))) {
    const command = prompt[1] ?? '';
    const file = shownFile(command);
    return { name: file ?? command, form: 'prompt', kept: file === null };
  }
  const ruler = RULER.exec(text);
  if (ruler !== null && (!text.startsWith('--- ') || /--\s*$/.test(text)))
    return { name: ruler[1] ?? '', form: 'ruler', kept: false };
  const comment = COMMENT.exec(text);
  if (comment !== null)
    return { name: comment[1] ?? '', form: 'comment', kept: text.startsWith('#') || text.startsWith(';') };
  const prose = BARE.exec(text) ?? PROSE.exec(text);
  if (prose !== null) return { name: prose[1] ?? '', form: 'prose', kept: false };
  return null;
}
