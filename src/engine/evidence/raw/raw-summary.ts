import { OTHER } from '../access/routes.ts';
import type { DocumentKind } from '../../text/document.ts';
import type { Seconds } from '../../text/units.ts';
import type { Ledger, Note } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import { callKey, type CallNames } from '../slow-log/tally.ts';
import type { KeptLine, LogSummary } from '../streamed.ts';
import type { RawLedger } from './raw-ledger.ts';
import type { Group } from './raw-records.ts';
import { notesOf } from './replay.ts';
import type { RouteLines } from './route-lines.ts';
import type { RawRecord } from './variant.ts';

/** A record's lines among all that are kept. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** What was read of a log, as the summary that can be redacted and told. */
export function summaryOf(kind: DocumentKind, lines: number, raw: RawLedger, routeLines: RouteLines): LogSummary {
  const groups = [...raw.records.groups.values()].map((group) => ({ group, records: group.records }));
  const kept: KeptLine[] = [];
  const places = placesOf(
    groups.flatMap(({ records }) => records),
    kept,
  );
  const routes = routeLines.of(raw.access).map(({ route, kept: line }) => ({ route, at: kept.push(line) - 1 }));
  return {
    kind,
    lines,
    kept,
    tell: (ledger, path, redacted) => {
      const told = new Map<RawRecord, readonly Note[]>();
      const notesIn = (texts: readonly string[]): readonly Note[] => notesOf(texts, kind, routeLines.formats);
      for (const [record, { from, to }] of places) told.set(record, notesIn(redacted.slice(from, to)));
      for (const { group, records } of groups)
        adopt(
          ledger,
          group,
          records.map((record) => noteOf(record, group.signature, path, ledger.zoneSeconds, told.get(record) ?? [])),
        );
      ledger.stacks.merge(raw.stacks, callNames(told, notesIn));
      const names = routes.map(({ route, at }) => [route, routeLines.routeIn(redacted[at] ?? '') ?? OTHER] as const);
      ledger.access.merge(raw.access, new Map([...names, [OTHER, OTHER]]));
      raw.records.local.tell(ledger, -ledger.zoneSeconds);
      raw.records.zoned.tell(ledger, 0);
      tellFacts(ledger, raw, path);
    },
  };
}

/** Lays the records out as lines, in the order of the log; a record that made two events is there once. */
function placesOf(records: readonly RawRecord[], kept: KeptLine[]): ReadonlyMap<RawRecord, Place> {
  const places = new Map<RawRecord, Place>();
  const known = new Map<string, Place>();
  for (const record of [...records].sort((a, b) => a.line - b.line)) {
    const key = `${String(record.line)} ${record.text}`;
    const place = known.get(key) ?? addLines(record, kept);
    known.set(key, place);
    places.set(record, place);
  }
  return places;
}

function addLines(record: RawRecord, kept: KeptLine[]): Place {
  const from = kept.length;
  for (const [index, text] of linesOf(record).entries())
    kept.push({ line: record.line - record.context.length + index, text });
  return { from, to: kept.length };
}

function linesOf({ context, text }: RawRecord): string[] {
  return [...context, ...text.split('\n')].map((line) => line.replace(/[\r\n]/g, ' '));
}

/** Numbers are those of the raw log, words those of the redacted lines. */
function noteOf(
  { line, at, isLocal, ordinal, context, numbers }: RawRecord,
  signature: Signature,
  path: string,
  zone: Seconds,
  told: readonly Note[],
): Note {
  const own = told.filter((note) => note.line > context.length);
  const note = own.filter((one) => one.signature === signature)[ordinal] ?? own.at(-1);
  return {
    signature,
    path,
    line,
    text: note?.text ?? '',
    at: at !== null && isLocal ? at - zone : at,
    fields: { ...note?.fields, ...numbers },
  };
}

function adopt(ledger: Ledger, { signature, count, local, zoned }: Group, notes: readonly Note[]): void {
  const shifted = (at: number | null): number | null => (at === null ? null : at - ledger.zoneSeconds);
  ledger.adopt(signature, count, shifted(local.first), shifted(local.last), notes);
  ledger.adopt(signature, 0, zoned.first, zoned.last, []);
}

/** Calls of stacks under their raw names, and what redacted lines call them. */
function callNames(
  told: ReadonlyMap<RawRecord, readonly Note[]>,
  notesIn: (texts: readonly string[]) => readonly Note[],
): Map<string, CallNames> {
  const names = new Map<string, CallNames>();
  for (const [record, notes] of told) {
    const fields = notes.find(({ signature }) => signature === 'slow.stack')?.fields;
    const raw = notesIn(linesOf(record)).find(({ signature }) => signature === 'slow.stack')?.fields;
    if (fields === undefined || raw === undefined) continue;
    const key = callKey(String(raw.call), String(raw.family));
    const known = names.get(key) ?? { call: String(fields.call), scripts: [] };
    names.set(key, { ...known, scripts: [...known.scripts, String(fields.script)] });
  }
  return names;
}

function tellFacts(ledger: Ledger, raw: RawLedger, path: string): void {
  for (const kind of raw.kinds) ledger.kinds.add(kind);
  ledger.stateHost(raw.host);
  if (raw.longestRunSeconds !== null) ledger.sawRun(raw.longestRunSeconds);
  // The name of a pool is a word of the raw text.
  for (const seen of raw.pools) ledger.pools.push({ ...seen, path, pool: null });
}
