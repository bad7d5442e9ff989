import type { Snapshot } from './snapshot.ts';
import { parseSnapshot, toWire, type ParsedSnapshot } from './wire.ts';

const PARTS = ['version', 'tool', 'verdict', 'findings', 'patch', 'evidence', 'documents', 'replaced', 'kept'];

/** Words of a closed list, which the schema holds to it: cause, confidence, severity, safety, kind. No value can hide there. */
const CLOSED = /^(?:verdict\[[13]\]|findings\[\d{1,9}\]\[[39]\]|documents\[\d{1,9}\]\[2\])$/;

/**
 * Every text of a snapshot that could hold a value, by its place in the wire form: `verdict[2]`, `findings[1][6]`.
 * A part that is added to the wire form is among them without being named here.
 */
export function textsOf(snapshot: Snapshot): Map<string, string> {
  const texts = new Map<string, string>();
  walk(toWire(snapshot), 'snapshot', (text, place) => {
    texts.set(place, text);
    return text;
  });
  return texts;
}

/** The snapshot with every such text changed; what no longer fits the schema is refused. */
export function mapTexts(snapshot: Snapshot, change: (text: string) => string): ParsedSnapshot {
  return parseSnapshot(walk(toWire(snapshot), 'snapshot', change));
}

function walk(value: unknown, place: string, visit: (text: string, place: string) => string): unknown {
  if (typeof value === 'string') return CLOSED.test(place) ? value : visit(value, place);
  if (!Array.isArray(value)) return value;
  return value.map((one, at) =>
    walk(one, place === 'snapshot' ? (PARTS[at] ?? place) : `${place}[${String(at + 1)}]`, visit),
  );
}
