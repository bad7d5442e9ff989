import type { EvidenceEvent } from '../evidence/event.ts';
import type { Evidence, SignatureCount } from '../evidence/evidence.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { DiagnosisInput, Facts } from './facts/facts.ts';
import type { Level, Weight } from './weighing.ts';

const ORDER: readonly Level[] = ['bare', 'effect', 'mechanism'];
/** How far hearsay alone can carry: a daemon's own words in a sentence further than somebody's words for them. */
const MOST: Readonly<Record<string, Level>> = { quoted: 'effect', said: 'bare' };

/** The input with what people said counted as if it had been logged; null where nobody said anything. */
export function withHearsay(input: DiagnosisInput): DiagnosisInput | null {
  const told = input.evidence.told ?? [];
  if (told.length === 0) return null;
  const counts = new Map<Signature, SignatureCount>(input.evidence.counts);
  for (const { signature } of told) {
    const own = counts.get(signature);
    counts.set(signature, { count: (own?.count ?? 0) + 1, first: own?.first ?? null, last: own?.last ?? null });
  }
  const evidence: Evidence = { ...input.evidence, events: [...input.evidence.events, ...told], counts };
  return { ...input, evidence };
}

/** The weight that is left where every line of it is hearsay; what would have been more stays in front of what was bare already. */
export function discounted(facts: Facts, weight: Weight): Weight {
  const level = levelOf(facts, weight);
  return level === weight.level ? weight : { ...weight, level, nuance: weight.nuance + 0.1 };
}

function levelOf(facts: Facts, { level, lines, firsthand }: Weight): Level {
  const { events } = facts.evidence;
  if (firsthand === true || !events.some(isTold)) return level;
  const known = lines.flatMap((line) => events.filter((event) => isSameLine(event, line)));
  const heard = known.filter(isTold);
  // A line of a config beside hearsay makes nothing of it that happened.
  if (heard.length === 0 || heard.length < known.length) return level;
  const most = heard.some(({ fields }) => fields['told'] === 'quoted') ? 'quoted' : 'said';
  return ORDER[Math.min(ORDER.indexOf(level), ORDER.indexOf(MOST[most] ?? 'bare'))] ?? 'bare';
}

function isTold({ fields }: EvidenceEvent): boolean {
  return 'told' in fields;
}

function isSameLine(event: EvidenceEvent, line: { readonly path: string; readonly line: number }): boolean {
  return event.path === line.path && event.line === line.line;
}
