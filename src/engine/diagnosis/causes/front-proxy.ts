import type { Cause } from '../weighing.ts';
import type { EvidenceLine } from '../cause.ts';
import type { Facts } from '../facts/facts.ts';
import { numberOf, readTimeout } from '../facts/limits.ts';
import { linesOf } from '../facts/lines.ts';
import { weightOf } from '../facts/signs.ts';

/** Something in front of nginx made the error, or lost patience first. */
export const frontProxy: Cause = {
  id: 'front-proxy',
  harm: 'gateway',
  explains: ['access.499', 'nginx.client-closed', 'probe.status'],
  asks: ['front', 'access-log'],
  weigh(facts) {
    const own = facts.count(...OWN_FAILURES);
    const marks = frontMarks(facts);
    if (marks.length > 0 && own > 0)
      return { level: 'effect', nuance: -0.1, lines: marks, against: [], args: {}, seen: true };
    if (marks.length > 0) {
      const access = facts.evidence.kinds.has('nginx-access-log') || facts.evidence.kinds.has('nginx-error-log');
      return { level: access ? 'mechanism' : 'effect', nuance: 0.04, lines: marks, against: [], args: {}, seen: true };
    }
    const impatient = constantPatience(facts);
    if (impatient === null || own > 0) return null;
    const front = facts.stack.host.frontTimeoutSeconds;
    const read = Math.min(...facts.paths.map((path) => numberOf(readTimeout(path)) ?? 60));
    const below = (front !== null && front <= read) || (Number.isFinite(read) && impatient.seconds < read);
    if (!below) return null;
    const weight = weightOf(
      front !== null ? 'mechanism' : 'effect',
      facts.events('access.499'),
      { patience: impatient.seconds },
      0.05,
    );
    return { ...weight, lines: linesOf(facts.events('access.499')) };
  },
  sentence: (args) =>
    args['patience'] === undefined
      ? 'The error was made by something in front of nginx (a balancer or CDN): nginx itself did not answer it.'
      : `Something in front of nginx gives up after ${String(args['patience'])} s, before nginx's own timeout ends: the client sees its 502 or 504, nginx logs 499.`,
};

const OWN_FAILURES = [
  'access.502-not-connected',
  'access.502-no-peer',
  'access.502-closed-before-header',
  'access.502-buffer-exact',
  'access.502-other',
  'access.504-connect',
  'access.504-read',
  'access.504-other',
  'nginx.connect-refused',
  'nginx.connect-enoent',
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.read-header-timeout',
] as const;

/** How balancers and CDNs sign the errors they make. */
const SIGNED = [
  'server: awselb/',
  'server: cloudflare',
  'server: google frontend',
  'server: cloudfront',
  'server: varnish',
  'server: haproxy',
  'x-amzn-errortype',
  'x-cache: error from cloudfront',
  'error from cloudfront',
  'cf-error-type',
  'cloudflare ray id',
  '<center>cloudflare',
  'error code: 502',
  'error code: 504',
  'error code: 520',
  'error code: 522',
  'error code: 524',
  'the server encountered a temporary error and could not complete your request',
  'web server received an invalid response while acting as a gateway or proxy server',
  'microsoft-azure-application-gateway',
  'server: akamaighost',
  'incapsula incident id',
  'upstream connect error or disconnect/reset before headers',
  'guru meditation',
  'elb_status_code',
  'httpcode_elb_5',
];
/** The same where words alone are not enough: a code of Cloudflare's own, a line of a balancer's log whose target answered nothing. */
const SIGNED_LINES: readonly RegExp[] = [
  /\berror (?:code:? )?52[0-7]\b/,
  /\b52[0-7]:? (?:web server|connection timed out|origin|a timeout|ssl handshake|invalid ssl)/,
  /^(?:https?|h2|grpcs?|wss?) \d{4}-\d\d-\d\dt\S{8,24} (?:\S{1,200} ){6}(?:502|503|504|460) - /m,
];
/** Documents longer than this are logs of our own, not a pasted answer. */
const LONGEST = 100_000;

function frontMarks(facts: Facts): readonly EvidenceLine[] {
  const marks: EvidenceLine[] = [];
  for (const document of facts.stack.documents.values()) {
    if (CONFIG_KINDS.has(document.kind) || document.text.length > LONGEST) continue;
    const lower = document.text.toLowerCase();
    if (!/\b(?:502|503|504|52[0-7])\b/.test(lower)) continue;
    const at = signAt(lower);
    if (at === -1) continue;
    const line = lower.slice(0, at).split('\n').length;
    marks.push({ path: document.path, line, text: (document.text.split('\n')[line - 1] ?? '').slice(0, 300) });
  }
  return marks;
}

function signAt(lower: string): number {
  const sign = SIGNED.find((s) => lower.includes(s));
  if (sign !== undefined) return lower.indexOf(sign);
  for (const pattern of SIGNED_LINES) {
    const at = lower.search(pattern);
    if (at !== -1) return at;
  }
  return -1;
}

const CONFIG_KINDS: ReadonlySet<string> = new Set(['nginx', 'fpm', 'php-ini']);

/** 499s that end at one constant number of seconds: a timeout in front, not people. */
function constantPatience(facts: Facts): { seconds: number } | null {
  const times = facts
    .events('access.499')
    .flatMap((event) => (typeof event.fields['seconds'] === 'number' ? [event.fields['seconds']] : []))
    .sort((a, b) => a - b);
  const median = times[times.length >> 1];
  if (times.length < 3 || median === undefined || median < 5) return null;
  const near = times.filter((t) => Math.abs(t - median) <= 0.5);
  return near.length * 10 >= times.length * 7 ? { seconds: Math.round(median) } : null;
}
