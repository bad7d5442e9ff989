import type { Find } from '../find.ts';
import { isExempt, isMasked } from '../secret-value.ts';
import { isUser } from './user-names.ts';
import type { Extent } from './quoted.ts';

/** Whether a name, in words, is an `Authorization` header in any of its spellings. */
export function isAuthorization(words: readonly string[]): boolean {
  return words.at(-1) === 'authorization';
}

const SCHEME =
  /^\s{0,4}(Basic|Bearer|ApiKey|Api-Key|Token|Digest|Negotiate|NTLM|Key|JWT|OAuth|SharedKey|SSWS|GenieKey|Splunk|ApiToken|Api-Token|DeepL-Auth-Key|Zoho-oauthtoken|Klaviyo-API-Key|Bot|SharedAccessSignature|AWS4-HMAC-SHA256|AWS|GoogleLogin|Hawk|MAC|PVEAPIToken)(?:\s|%20|=)/i;
/** Parts of a Digest, AWS or OAuth credential that identify nobody. */
const OPEN_PARTS = new Set(
  'realm qop algorithm uri nc opaque stale signedheaders oauth_version oauth_signature_method oauth_timestamp version ts sr se skn'.split(
    ' ',
  ),
);
const PART = /(?<![\w-])([A-Za-z_][\w-]{0,40})=("?)([^",\s]{1,4096})/g;

/**
 * The credential of an `Authorization` value; the scheme word stays.
 * @returns whether the value was understood
 */
export function authorizationValue(text: string, extent: Extent, found: Find[]): boolean {
  const raw = text.slice(extent.start, extent.end);
  const scheme = SCHEME.exec(raw);
  let from = scheme ? scheme[0].length : 0;
  while (from < raw.length && /[ \t]/.test(raw.charAt(from))) from++;
  const rest = raw.slice(from);
  if (scheme && /^(?:digest|aws4-hmac-sha256|oauth|hawk|mac|sharedaccesssignature)$/i.test(scheme[1] ?? '')) {
    addParts(rest, extent.start + from, found);
    return true;
  }
  const token = /^[A-Za-z0-9+/=._~:%$-][^\s,;"'\\]{0,8191}/.exec(rest)?.[0] ?? '';
  if (token === '' || token.startsWith('$') || isExempt(token, 'mild') || isMasked(token)) return scheme !== null;
  if (!scheme && /^(?:basic|bearer|digest)$/i.test(token)) return true;
  const start = extent.start + from;
  found.push({ start, end: start + token.length, class: 'header', type: typeOf(scheme?.[1]) });
  return true;
}

function addParts(rest: string, offset: number, found: Find[]): void {
  for (const part of rest.matchAll(PART)) {
    const [whole, name = '', , value = ''] = part;
    if (OPEN_PARTS.has(name.toLowerCase()) || isExempt(value, 'mild') || (name === 'username' && !isUser(value)))
      continue;
    const end = offset + part.index + whole.length;
    found.push({ start: end - value.length, end, class: name === 'username' ? 'user' : 'header' });
  }
}

function typeOf(scheme: string | undefined): string {
  const lower = scheme?.toLowerCase();
  return lower === 'basic' || lower === 'bearer' ? `${lower}_token` : 'authorization';
}
