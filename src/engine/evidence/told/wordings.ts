import type { Signature } from '../signatures.ts';

/** One way in which people speak of a failure without quoting the line that says it. */
export interface Telling {
  readonly pattern: RegExp;
  readonly signature: Signature;
  readonly fields?: Readonly<Record<string, string | number>>;
  /** The sentence must also speak of this: "connection refused" is said of databases and mail servers too. */
  readonly about?: RegExp;
  /** The words are the daemon's own, so that nobody means anything else by them. */
  readonly verbatim?: true;
}

const GATEWAY =
  /\b(?:upstream|php-?fpm|fpm|fast-?cgi|nginx|bad gateway|502|proxy_pass|gunicorn|uwsgi|backend)\b|\bphp[\w.-]{0,20}\.sock|:9000\b/i;
const SOCKET = /\.sock\b|\bsockets?\b|\bupstream\b/i;
const PHP = /\bphp|\bfpm\b|\bworkers?\b|\bpods?\b|\bcontainers?\b|\bchild(?:ren)?\b|\bgunicorn\b|\bnode\b/i;
/** Not nginx's connection to its backend. */
export const ELSEWHERE =
  /\b(?:mysql\w{0,4}|maria\w{0,4}|postgres\w{0,6}|redis|memcached|database|smtp|imap|sqlstate|ssh|ftp|ldap|rabbitmq|elasticsearch|mongo\w{0,4})\b/i;

/** The more telling first; one sentence may tell of several. */
export const TELLINGS: readonly Telling[] = [
  { pattern: /\bhost not found in (?:upstream|resolver)\b/i, signature: 'nginx.host-not-found' },
  { pattern: /\bcould not be resolved\b/i, signature: 'nginx.dns-failed', about: GATEWAY },
  { pattern: /\bno live upstreams?\b/i, signature: 'nginx.no-live-upstreams' },
  {
    pattern:
      /\bconnection (?:was |is |being |has been |got )?refused\b|\brefused (?:the |to )?connect\w{0,4}\b|\(111\b|\b111: /i,
    signature: 'nginx.connect-refused',
    about: GATEWAY,
  },
  { pattern: /\bno such file or directory\b|\bENOENT\b/i, signature: 'nginx.connect-enoent', about: SOCKET },
  { pattern: /\bpermission denied\b|\bEACCES\b/i, signature: 'nginx.connect-eacces-unix', about: SOCKET },
  { pattern: /\bresource temporarily unavailable\b|\bEAGAIN\b/i, signature: 'nginx.connect-eagain', about: SOCKET },
  {
    pattern: /\bno route to host\b|\bhost is unreachable\b/i,
    signature: 'nginx.connect-no-route',
    about: GATEWAY,
  },
  {
    pattern: /\btim(?:ed|es|e)[- ]?out (?:while )?connecting to (?:the )?upstream\b/i,
    signature: 'nginx.connect-timeout',
  },
  {
    pattern:
      /\bupstream (?:request )?(?:has )?tim(?:ed|es|e)[- ]?out\b|\btim(?:ed|es|e)[- ]?out (?:while )?reading (?:the )?(?:response )?header/i,
    signature: 'nginx.read-header-timeout',
  },
  {
    pattern: /\bprematurely closed\b|\bclosed (?:the )?connection prematurely\b/i,
    signature: 'nginx.eof-before-header',
  },
  {
    pattern: /\bconnection (?:was |got )?reset(?: by peer)?\b/i,
    signature: 'nginx.reset-before-header',
    about: GATEWAY,
  },
  {
    pattern: /\btoo (?:big|large) (?:a )?(?:response )?headers?\b|\bheaders? (?:is|are|was) too (?:big|large)\b/i,
    signature: 'nginx.too-big-header',
    about: GATEWAY,
  },
  { pattern: /\btoo large body\b/i, signature: 'nginx.body-too-large' },
  {
    pattern:
      /\b(?:reach\w{0,3}|hit\w{0,4}|exceed\w{0,3}|exhaust\w{0,3}|max(?:ed|es) out)\s(?:[\w'"`]{1,16}\s){0,3}["'`]?(?:pm\.)?max_children\b|\bmax[_ ]children (?:was |is |has been |limit |setting )*(?:reached|hit|exceeded)\b(?!:)/i,
    signature: 'fpm.max-children',
  },
  { pattern: /\bOOM[- ]?Killed\b|\bexit(?:ed)?(?: with)? (?:code|status) 137\b/i, signature: 'container.oom-killed' },
  {
    pattern: /\b(?:out[- ]of[- ]memory|OOM)[- ]killer\b|\bkilled by (?:the )?oom\b/i,
    signature: 'kernel.oom-kill',
    about: PHP,
  },
  {
    pattern: /\bseg(?:mentation )?[- ]?faults?\b|\bSIGSEGV\b|\bsignal 11\b/i,
    signature: 'fpm.exited-signal',
    fields: { signal: 11 },
    about: PHP,
  },
  { pattern: /\bSIGKILL\b|\bsignal 9\b/i, signature: 'fpm.exited-signal', fields: { signal: 9 }, about: PHP },
  { pattern: /\btoo many open files\b/i, signature: 'nginx.fd-exhausted' },
  { pattern: /\bworker_connections are not enough\b/i, signature: 'nginx.worker-connections' },
  { pattern: /\bno space left on device\b|\bdisk (?:is|was|ran|got) (?:100 ?% )?full\b/i, signature: 'disk.full' },
  {
    pattern: /\bprimary script unknown\b|["'“`*]file not found\.["'”`*]/i,
    signature: 'php.script-unknown',
    verbatim: true,
  },
  {
    pattern: /\bno input file specified\b/i,
    signature: 'php.script-unknown',
    verbatim: true,
  },
  { pattern: /\bexecution timed out \(\d/i, signature: 'fpm.terminated-by-timeout', verbatim: true },
  {
    pattern:
      /\b(?:until|unless|after|when|once) (?:I|we|you) (?:manually )?(?:restart|reload)(?:ed)? (?:the )?(?:nginx|web ?server|proxy)\b|\b(?:restart|reload)(?:ing)? (?:just |only )?(?:the )?nginx(?: container| service| pod)? (?:always |again )?(?:fix|solv|help|cur|resolv)|\b(?:after|by) (?:restart|reload)ing (?:just |only )?(?:the )?nginx\b[^.]{0,40}\bworks?\b/i,
    signature: 'told.nginx-restart-helps',
  },
  { pattern: /\bunsupported fastcgi protocol version\b/i, signature: 'nginx.unsupported-fastcgi-version' },
  { pattern: /\bredirection cycle\b/i, signature: 'nginx.redirect-cycle' },
  {
    pattern: /\brequest entity (?:is )?too large\b|\bpayload too large\b/i,
    signature: 'probe.status',
    fields: { status: 413 },
    verbatim: true,
  },
];

/** A status in the middle of a sentence: with its reason, or beside a word that makes the number a status. */
export const STATUS =
  /\b(?:(?:error|errors|status|code|http|a|an|the|with|as|gets?|getting|got|return\w{0,3}|throw\w{0,3}|show\w{0,3}|nginx|intermittent|random|of|many|some|into|in|=)[\s:("'`*]{1,3}(?:an? |the |http |status |code |error ){0,3})["'`*]{0,2}(50[234]|413)(?:s\b|['’]s\b|\b(?![.,:]?\d|[ -]?(?:ms|kb|mb|bytes|px|items|users|requests|pages|files)\b))|\b(50[234]|413)s?[\s:("'`*-]{1,3}(?:\(?bad gateway|gateway[ -]?timed?[- ]?out|request entity|payload too|service (?:temporarily )?unavailable|errors?\b|status\b|response\b)/i;

/** The same in other languages: the number beside their word for an error or a status. */
export const STATUS_ABROAD =
  /(?:fehler|erreur|errore|erro|błąd|ошибк\p{L}{0,3}|код\p{L}{0,2}|статус|报|返回|出现|错误|状态码?|エラー|오류)[\s:：("'`*了]{0,4}(50[234]|413)(?!\d)|(?:^|[^\d.])(50[234]|413)[\s-]{0,2}(?:fehler|ошибк|错误|报错|状态|エラー|오류)/iu;
