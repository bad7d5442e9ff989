import { statusLoop } from '../access/status-loop.ts';
import type { Ledger } from '../ledger.ts';
import { recordSaid, wordingOf, type Wording } from '../patterns.ts';
import type { LineReader } from '../reader.ts';

const REASONS = String.raw`(?:Request Entity Too Large|Payload Too Large|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)`;
const STATUS_OF_A_PAGE = String.raw`(?<status>413|50[0234]):? ${REASONS}`;

/** What curl, nc, ncat, telnet and cgi-fcgi say of one attempt. */
const WORDINGS: readonly Wording[] = [
  {
    pattern: /^curl: \(7\) Failed to connect to (?<address>\S{1,120}) port (?<port>\d{1,5})/,
    signature: 'probe.refused',
  },
  { pattern: /^curl: \(7\) /, signature: 'probe.refused' },
  { pattern: /^curl: \((?:52|56)\) /, signature: 'probe.closed' },
  { pattern: /^curl: \(28\) /, signature: 'probe.timeout' },
  { pattern: /^(?:nc|ncat|netcat|telnet)\b.{0,160}(?:Connection refused|refused)/i, signature: 'probe.refused' },
  {
    pattern:
      /^(?:telnet: )?Unable to connect to remote host: Connection refused|^Ncat: Connection refused|Could not connect to \S{1,120}$/,
    signature: 'probe.refused',
  },
  {
    pattern: /^\(UNKNOWN\) \[(?<address>[^\]]{1,60})\] (?<port>\d{1,5}).{0,40}: Connection refused/,
    signature: 'probe.refused',
  },
  {
    pattern: /^(?:nc|ncat|telnet)\b.{0,160}(?:timed out|TIMEOUT)|^Ncat: (?:Connection timed out|TIMEOUT)/i,
    signature: 'probe.timeout',
  },
  {
    pattern:
      /\b(?:Readiness|Liveness|Startup) probe failed: dial tcp (?<address>\S{1,80}): connect: connection refused/,
    signature: 'probe.refused',
  },
  // Traefik, Caddy and other programs in Go of what they forward to; ports of databases are not the way of a request.
  {
    pattern:
      /\bdial tcp (?<address>\S{1,80}:(?!(?:3306|5432|6379|27017|11211|5672|9200|25|53|389):)\d{1,5}): connect: connection refused/,
    signature: 'probe.refused',
  },
  // The body that PHP-FPM sends with its 404, alone on its line.
  { pattern: /^(?:File not found\.|No input file specified\.)$/, signature: 'php.script-unknown' },
  { pattern: /^Connection closed by foreign host/, signature: 'probe.closed' },
  {
    pattern:
      /^Connection to (?<address>\S{1,120}) (?<port>\d{1,5}) port \[.{1,40}\] succeeded|^Ncat: Connected to |^(?<host>\S{1,120}) \[(?<address2>[^\]]{1,60})\] (?<port2>\d{1,5}) .{0,40}open$/,
    signature: 'probe.ok',
  },
  { pattern: /^(?:< )?HTTP\/[\d.]{1,3} (?<status>[45]\d\d)\b/, signature: 'probe.status' },
  { pattern: /^(?:< )?HTTP\/[\d.]{1,3} (?<status>[23]\d\d)\b/, signature: 'probe.ok' },
  { pattern: /^Status: (?<status>[45]\d\d) /, signature: 'probe.status' },
  { pattern: /<title>(?<status>[45]\d\d) [A-Z]/, signature: 'probe.status' },
  // The page as somebody copied it out of a browser, alone on its line or quoted.
  {
    pattern: new RegExp(
      `^[\\s>#*_\`"']{0,8}(?:HTTP )?(?:Error )?${STATUS_OF_A_PAGE}[\\s*_\`"'.!]{0,6}(?:nginx.{0,30})?$`,
      'i',
    ),
    signature: 'probe.status',
  },
  { pattern: new RegExp(`["“\`*]${STATUS_OF_A_PAGE}["”\`*]`, 'i'), signature: 'probe.status' },
];

/** Reads the output of probes that somebody ran by hand, and of a loop that probed. */
export function probeReader(ledger: Ledger, path: string): LineReader {
  const loop = statusLoop(ledger, path, true);
  return {
    line(text, number) {
      const said = wordingOf(WORDINGS, text.slice(0, 1024));
      if (said === null) return loop.line(text, number);
      recordSaid(ledger, path, number, text, null, said);
      return true;
    },
    end: () => {
      loop.end();
    },
  };
}
