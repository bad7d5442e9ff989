import type { Span } from '../../text/span.ts';
import type { Find } from '../find.ts';

const BEGIN =
  /-----BEGIN ((?:[A-Z0-9]{1,12} ){0,3}(?:CERTIFICATE|CERTIFICATE REQUEST|PARAMETERS|PUBLIC KEY|CRL|PUBLIC KEY BLOCK))-----/g;
const LONGEST = 65_536;

/** PEM blocks that everybody may see: certificates, parameters, public keys. */
export function publicBlocks(text: string): Span[] {
  if (!text.includes('-----BEGIN ')) return [];
  return [...text.matchAll(BEGIN)].map((begin) => {
    const start = begin.index + begin[0].length;
    const end = text.slice(start, start + LONGEST).indexOf('-----END ');
    return { start, end: end === -1 ? start : start + end };
  });
}

/** Base64 of a public block looks like many things; only a certificate's own class may stand there. */
export function outsidePublicBlocks(text: string, finds: Find[]): Find[] {
  const blocks = publicBlocks(text);
  if (blocks.length === 0) return finds;
  return finds.filter(
    (find) =>
      find.class === 'certificate' || !blocks.some((block) => block.start <= find.start && find.end <= block.end),
  );
}
