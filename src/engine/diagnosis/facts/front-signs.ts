import type { EvidenceLine } from '../cause.ts';
import type { Facts } from './facts.ts';

/** How balancers and CDNs sign all that they answer; of an error they speak only beside its number. */
const SIGNED = [
  'server: awselb/',
  'server: cloudflare',
  'server: google frontend',
  'server: cloudfront',
  'server: varnish',
  'server: haproxy',
  'server: akamaighost',
  'microsoft-azure-application-gateway',
  'x-cache: error from cloudfront',
  '<center>cloudflare',
];
/** Words that stand in errors of theirs and nowhere else. */
const ERRORS = [
  'x-amzn-errortype',
  'error from cloudfront',
  'cf-error-type',
  'cloudflare ray id',
  'error code: 502',
  'error code: 504',
  'elb_status_code',
  'httpcode_elb_5',
  'guru meditation',
  'backend fetch failed',
  'the server encountered a temporary error and could not complete your request',
  'web server received an invalid response while acting as a gateway or proxy server',
  'incapsula incident id',
  'upstream connect error or disconnect/reset before headers',
];
/** In lower case: Cloudflare's own statuses; a line of an ALB without a status of its target; HAProxy that gave up on the server (`sH--`). */
const LINES = [
  /\berror(?: code)?:? {0,2}52[0-7]\b/,
  /\b52[0-7]:? (?:web server|connection timed out|origin|a timeout|ssl handshake|invalid ssl)/,
  /^(?:> ?){0,4}(?:https?|h2|grpcs?|wss?) \d{4}-\d\d-\d\dt\S{8,24} (?:\S{1,200} ){6}(?:50[0-4]|460) - /m,
  / 50[234] \d{1,12} - - s[hcd]-- /,
];
const NUMBER = /\b(?:502|503|504|52[0-7])\b/;

/** Documents longer than this are logs of our own, not a pasted answer. */
const LONGEST = 100_000;
const CONFIG_KINDS: ReadonlySet<string> = new Set(['nginx', 'fpm', 'php-ini']);

/** Lines by which something in front of nginx says that it made the error itself. */
export function frontMarks(facts: Facts): readonly EvidenceLine[] {
  const documents = [...facts.stack.documents.values()]
    .filter(({ kind, text }) => !CONFIG_KINDS.has(kind) && text.length <= LONGEST)
    .map(({ path, kind, text }) => ({ path, kind, text, lower: text.toLowerCase() }));
  // What a person wrote around a log is a document of its own.
  const told = documents.some(({ kind, lower }) => kind === 'unknown' && NUMBER.test(lower));
  return documents.flatMap(({ path, text, lower }) => {
    const numbered = NUMBER.test(lower);
    const at = placeOf(lower, [...(numbered ? SIGNED : []), ...(numbered || told ? ERRORS : [])]);
    if (at === -1) return [];
    const line = lower.slice(0, at).split('\n').length;
    return [{ path, line, text: (text.split('\n')[line - 1] ?? '').slice(0, 300) }];
  });
}

function placeOf(lower: string, words: readonly string[]): number {
  const places = [...words.map((word) => lower.indexOf(word)), ...LINES.map((line) => lower.search(line))];
  return places.find((at) => at !== -1) ?? -1;
}
