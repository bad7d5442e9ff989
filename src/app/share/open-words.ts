import type { Decoded } from '../../share/link.ts';
import { grouped } from '../grouped.ts';

/** Why a link does not open, in one sentence each. Of such a link nothing else is shown. */
export function problemOf(decoded: Decoded): string {
  switch (decoded.status) {
    case 'ok':
    case 'needs-passphrase':
      return '';
    case 'incomplete':
      return decoded.expected === null
        ? `This link is incomplete: got ${grouped(decoded.got)} characters, not even its beginning is whole.`
        : `This link is incomplete: got ${grouped(decoded.got)} of ${grouped(decoded.expected)} characters.`;
    case 'damaged':
      return 'This link was altered on its way: it does not match its own checksum.';
    case 'wrong-passphrase':
      return 'The passphrase does not open this link.';
    case 'too-large':
      return 'This link unpacks to more than an incident can be. It was not made by this page.';
    case 'no-cipher':
      return 'This link is encrypted, and a page opened over plain http cannot decrypt. Open it over https.';
    case 'not-a-link':
      return 'This is not a link to an incident.';
    case 'invalid-schema':
      return `This link does not hold an incident that this page can read: ${decoded.problem}.`;
  }
}
