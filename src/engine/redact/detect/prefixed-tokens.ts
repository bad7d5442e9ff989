import type { Detector, Find, Scene } from '../find.ts';
import { VENDOR_TOKENS } from './vendor-tokens.ts';

/** `xai-…`, `nfp_…`, `tskey-auth-…`: a short word that says whose token it is, and behind it letters and digits at random. */
export const prefixedTokens: Detector = { name: 'prefixed-tokens', find: findPrefixed };

const WORD =
  /(?:(?<![A-Za-z0-9_.@$-])|(?<=%[0-9A-Fa-f]{2}|\\[nrt]))[A-Za-z][A-Za-z0-9]{0,11}[_-][A-Za-z0-9_-]{20,300}(?![A-Za-z0-9_=-]|\.[A-Za-z])/g;
/** The words before the random part: of one case, perhaps with a version. */
const PREFIX =
  /^(?:[a-z][a-z0-9]{0,11}|[A-Z]{2,10}[0-9]{0,2})(?:[_-](?:[a-z]{2,10}[0-9]{0,2}|v?[0-9]{1,2}))*[_-](?=[A-Za-z0-9_-]{20})/;
/** Names of records, checksums and keys that everybody may see. */
const OPEN =
  /^(?:pk|pub|public|ph|phc|sha[0-9]{0,3}|nonce|req|request|trace|span|msg|chatcmpl|run|evt|event|cus|ch|pi|in|sub|si|price|prod|acct|file|order|tx|txn|id|ref|cid|img|vid|asset|chunk|build|etag|boundary|pod|job|task|i|vol|eni|subnet|vpc|sg|ami)[_-]/i;

/** Forms that have a rule of their own are judged by it. */
const LISTED = [...new Set(VENDOR_TOKENS.flatMap(({ hints }) => hints))].filter((hint) => hint.length > 2);
const isListed = (token: string): boolean => LISTED.some((hint) => token.startsWith(hint));

function findPrefixed({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(WORD)) {
    const [token] = match;
    const prefix = PREFIX.exec(token)?.[0];
    if (prefix === undefined || OPEN.test(token) || isListed(token) || !isRandom(token.slice(prefix.length))) continue;
    const end = match.index + token.length;
    found.push({ start: match.index, end, class: 'vendor-token', type: 'token' });
  }
}

/** Capitals, small letters and digits in turn, as no name has them. */
function isRandom(tail: string): boolean {
  if (!/[0-9]/.test(tail) || !/[a-z]/.test(tail) || !/[A-Z]/.test(tail)) return false;
  if (/[a-z]{8}/.test(tail) || tail.includes('REDACTED')) return false;
  const changes = tail.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|[0-9](?=[A-Za-z])|[_-]/g)?.length ?? 0;
  return changes >= tail.length * 0.38;
}
