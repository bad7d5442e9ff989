import type { DocumentKind } from '../text/document.ts';

/** One shape of line that gives its document away, in the words a person would use for it. */
export interface LineShape {
  readonly kind: DocumentKind;
  readonly reason: string;
  readonly pattern: RegExp;
}

/**
 * Shapes of log lines and command outputs. Unanchored where carriers (compose, kubernetes, syslog, Markdown) put prefixes.
 * The first that matches wins, so the more telling stand first.
 */
export const LINE_SHAPES: readonly LineShape[] = [
  {
    kind: 'nginx-error-log',
    reason: 'nginx error-log lines',
    pattern:
      /\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] |\[(?:warn|error|crit|alert|emerg)\] \d{1,10} ?# ?\d{1,10}: /,
  },
  { kind: 'nginx-error-log', reason: 'nginx messages', pattern: /\bnginx: \[(?:warn|error|crit|alert|emerg)\] / },
  {
    kind: 'nginx-error-log',
    reason: 'nginx messages without their time',
    pattern:
      /^[^#\n]{0,400} while (?:connecting to|reading response header from|reading|sending request to|SSL handshaking to) upstream(?:, client: |[`"'”_*]{0,3}$)/,
  },
  {
    kind: 'fpm-slow-log',
    reason: 'PHP-FPM slow-log records',
    pattern:
      /^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\] {1,2}\[pool [^\]]{1,80}\] pid \d|^script_filename = |^\[0x[0-9a-f]{8,16}\] /,
  },
  {
    kind: 'fpm-log',
    reason: 'php-fpm.log lines',
    pattern: /\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d{1,9})?\] (?:DEBUG|NOTICE|WARNING|ERROR|ALERT): /,
  },
  {
    kind: 'fpm-log',
    reason: 'php-fpm messages in syslog',
    pattern: /php-?fpm[\w.]{0,8}\[\d{1,10}\]: (?:\[?(?:NOTICE|WARNING|ERROR|ALERT)\]?)/,
  },
  {
    kind: 'fpm-log',
    reason: 'php-fpm messages without their time',
    pattern: /^[\s>*_`"']{0,12}(?:NOTICE|WARNING|ERROR|ALERT): \[pool [^\]\n]{1,80}\] /,
  },
  {
    kind: 'php-log',
    reason: 'PHP error-log lines',
    pattern:
      /(?:^|[\]>|:"] {1,2})PHP (?:Fatal error|Parse error|Warning|Notice|Deprecated|Startup|Recoverable fatal error): |^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d [A-Za-z_/]{1,40}\] /,
  },
  {
    kind: 'security',
    reason: 'audit records of SELinux',
    pattern: /\bavc: {1,2}denied|^type=(?:AVC|USER_AVC|SYSCALL) msg=audit\(|^SELinux status: /,
  },
  {
    kind: 'kernel-log',
    reason: 'kernel messages',
    pattern:
      /^\[ {0,8}\d{1,10}\.\d{6}\] |^\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\] |(?:^|[\]>|] |kernel: ?)(?:(?:Memory cgroup )?[Oo]ut of memory(?: \(\w{1,40}\))?: Kill|oom-kill:constraint=|[\w./:-]{1,20} invoked oom-killer: |[\w./-]{1,40}\[\d{1,10}\]: segfault at [0-9a-f])/,
  },
  {
    kind: 'journal',
    reason: 'syslog or journal lines',
    pattern:
      /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^ ]{0,16}) [\w.-]{1,90} [\w./@-]{1,60}(?:\[\d{1,10}\])?: /,
  },
  {
    kind: 'nginx-access-log',
    reason: 'access-log lines',
    pattern:
      /\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]|^\S{1,80} - {1,2}\S{0,80} {0,2}\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4} "/,
  },
  {
    kind: 'nginx-access-log',
    reason: 'requests with their status',
    pattern:
      /["|,\t](?:GET|POST|PUT|HEAD|PATCH|DELETE|OPTIONS) [^\s"|]{1,2000} HTTP\/\d(?:\.\d)?["|,\t]{1,2} ?["']?[1-5]\d\d\b/,
  },
  {
    kind: 'nginx-access-log',
    reason: "values under names of nginx's variables",
    pattern:
      /(?:^|[\s,])(?:request_time|upstream_(?:addr|status|response_time)|body_bytes_sent|reqtime|apptime|urt)[=:]"?[\d-]/,
  },
  {
    kind: 'nginx-access-log',
    reason: 'access-log lines in JSON',
    pattern: /^\{[^\n]*"(?:status|upstream_status|status_code)" ?: ?"?[1-5]\d\d\b/,
  },
  {
    kind: 'fpm-status',
    reason: 'the status page of PHP-FPM',
    pattern:
      /^(?:process manager|start since|accepted conn|listen queue(?: len)?|max listen queue|idle processes|max active processes|max children reached): {1,20}\S|"accepted conn": ?\d|<accepted-conn>|<th>(?:accepted conn|process manager|listen queue|max children reached)<\/th>|^(?:# (?:HELP|TYPE) )?phpfpm_/,
  },
  {
    kind: 'processes',
    reason: 'a table of processes',
    pattern:
      /^ {0,12}(?:USER|UID|PID|F S UID) .{0,120}(?:COMMAND|CMD|Command)|^top - \d\d:\d\d|^Tasks: {1,4}\d|^[a-z_][\w.+-]{0,31} {1,12}\d{1,8} {1,6}\d{1,3}\.\d {1,4}\d{1,3}\.\d {1,12}\d{1,12} {1,10}\d{1,12} |^ \d\d:\d\d:\d\d up .{1,60}load average: /,
  },
  {
    kind: 'processes',
    reason: 'the /proc status of a process',
    pattern: /^(?:Vm(?:Peak|RSS|HWM|Size)|RssAnon|Pss|Private_(?:Clean|Dirty)):\s{1,12}\d{1,12} kB/,
  },
  {
    kind: 'memory',
    reason: 'a memory report',
    pattern:
      /^ {4,20}total {2,12}used {2,12}free|^(?:Mem|Swap): {1,16}\d[\d.]{0,16}\w{0,2} |^(?:MemTotal|MemAvailable|SwapTotal|CommitLimit): {1,16}\d{1,14} kB|^memory\.(?:max|high|current|events|limit_in_bytes)/,
  },
  {
    kind: 'sockets',
    reason: 'a table of sockets',
    pattern:
      /^(?:Netid +)?State +Recv-Q|^Active (?:Internet|UNIX) |^Proto +Recv-Q|^(?:u_str +|tcp +)?(?:LISTEN|ESTAB|SYN-SENT|CLOSE-WAIT) +\d{1,8} +\d{1,8} |^(?:tcp6?|unix) +\d{1,8} +(?:\d{1,8} |\[ )|listen queue of a socket overflowed|SYNs to LISTEN sockets|^(?:TcpExtListen(?:Overflows|Drops)) /,
  },
  {
    kind: 'limits',
    reason: 'limits of the system',
    pattern:
      /^(?:net|fs|vm|kernel)\.[a-z0-9_./-]{3,80} ?= ?|^Max [a-z ]{4,24} {2,24}(?:\d|unlimited)|^(?:open files|max user processes|core file size|stack size) {2,40}\(/,
  },
  {
    kind: 'services',
    reason: 'the state of services or containers',
    pattern:
      /^(?:[●○×*]|â[\u0080-\u00bf]{2}) [\w.@-]{1,80}\.service|^ {0,6}Active: (?:active|inactive|failed|activating|deactivating)|^CONTAINER ID +IMAGE|^NAME +(?:READY|IMAGE|COMMAND) |^ {0,12}"OOMKilled": |^ {2,12}Last State: {2,12}|^ {4,16}(?:Reason|Exit Code): {4,16}\S|^nr_(?:periods|throttled) \d|^[│┌├└].{0,200}(?:online|errored|stopped|restart|┬|┼|┴)/,
  },
  {
    kind: 'versions',
    reason: 'version output',
    pattern:
      /^nginx version: |^built (?:by|with) |^configure arguments: |^PHP \d{1,2}\.\d{1,2}\.\d{1,3}\S{0,60} \((?:cli|fpm-fcgi|cgi-fcgi)\)|^Linux \S{1,80} \d\.\d|^(?:PRETTY_NAME|VERSION_ID)=/,
  },
  {
    kind: 'php-info',
    reason: 'phpinfo() output',
    pattern: /^phpinfo\(\)|^PHP Version => |^Loaded Configuration File => |^[a-z_.]{3,60} => [^=]{0,200} => /,
  },
  {
    kind: 'security',
    reason: 'firewall rules',
    pattern:
      /^\*(?:filter|nat|mangle|raw)$|^-A [A-Z][\w-]{1,40} |^:[A-Z]{3,20} (?:ACCEPT|DROP) \[|^\w{2,30} \((?:active|default)(?:, \w{1,10})?\)$/,
  },
  { kind: 'security', reason: 'the mode of SELinux', pattern: /^(?:Enforcing|Permissive|Disabled)$/ },
  {
    kind: 'file-listing',
    reason: 'a listing of files',
    pattern: /^[bcdlps-][rwxsStT-]{9}[.+@]? {1,4}\d{1,5} |^Filesystem +(?:Size|1[KM]-blocks|Inodes|Type)/,
  },
  {
    kind: 'htpasswd',
    reason: 'user:hash lines',
    pattern: /^[\w.@-]{1,64}:(?:\$(?:apr1|2[aby]|5|6|1)\$|\{(?:SHA|SSHA|PLAIN)\})/,
  },
];

/** The shape of one line, null when it has none. Only the first 4 KiB are looked at. */
export function lineShape(line: string): LineShape | null {
  const head = line.length > 4096 ? line.slice(0, 4096) : line;
  if (head.trim() === '') return null;
  return LINE_SHAPES.find((shape) => shape.pattern.test(head)) ?? null;
}

const LOGS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'nginx-error-log',
  'nginx-access-log',
  'fpm-log',
  'fpm-slow-log',
  'php-log',
  'kernel-log',
  'journal',
]);

/** Kinds that several daemons write line by line, possibly interleaved. */
export function isLog(kind: DocumentKind): boolean {
  return LOGS.has(kind);
}
