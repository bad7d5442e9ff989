import type { Evidence } from '../../evidence/evidence.ts';
import type { EvidenceEvent } from '../../evidence/event.ts';

/** Whoever explains failures shows one message of each kind; whoever has one shows the same again and again, or its time. */
const KINDS = 4;
/** One kind may stand there twice: the same message with two reasons. */
const REPEATED = 1;

/** One of nginx's messages without its time, its request and its client: quoted, or made up. */
function isBare({ signature, at, fields }: EvidenceEvent): boolean {
  return (
    at === null &&
    signature.startsWith('nginx.') &&
    !['client', 'request', 'server', 'host', 'connection', 'pid'].some((name) => name in fields)
  );
}

/** The evidence without the list of an article, which shows what can happen; unchanged where anything else was logged. */
export function withoutMessageLists(evidence: Evidence): Evidence {
  const bare = evidence.events.filter(isBare);
  const kinds = new Set(bare.map(({ signature }) => signature));
  if (kinds.size < KINDS || bare.length > kinds.size + REPEATED || evidence.events.some(({ at }) => at !== null))
    return evidence;
  const counts = new Map([...evidence.counts].filter(([signature]) => !kinds.has(signature)));
  return { ...evidence, events: evidence.events.filter((event) => !bare.includes(event)), counts };
}
