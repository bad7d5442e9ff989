import { CAUSE_IDS, type CauseId, type Confidence } from '../diagnosis/cause.ts';
import type { Safety, Severity } from '../rules/finding.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../text/document.ts';
import { list, oneOf, scalar, SchemaProblem, text, tuple, whole, type Reader } from './schema.ts';
import { MOST_EVIDENCE, type SharedFinding, type SharedLine, type Snapshot } from './snapshot.ts';

type WireFinding = readonly [
  string,
  string,
  Severity,
  string,
  [string, string | number][],
  string,
  string,
  number,
  Safety | null,
];
/** The compact form: lists instead of names, because it travels in a link. */
export type Wire = readonly [
  1,
  string,
  readonly [CauseId | null, string, Confidence],
  readonly WireFinding[],
  string,
  readonly (readonly [string, number, string])[],
  readonly (readonly [string, DocumentKind])[],
  readonly (readonly [string, number])[],
  number,
];

export function toWire(snapshot: Snapshot): Wire {
  const { verdict } = snapshot;
  return [
    1,
    snapshot.tool,
    [verdict.cause, verdict.sentence, verdict.confidence],
    snapshot.findings.map((one) => [
      one.id,
      one.rule,
      one.severity,
      one.code,
      Object.entries(one.args),
      one.message,
      one.path,
      one.line,
      one.safety,
    ]),
    snapshot.patch,
    snapshot.evidence.map((one) => [one.path, one.line, one.text]),
    snapshot.documents.map((one) => [one.path, one.kind]),
    Object.entries(snapshot.replaced),
    snapshot.kept,
  ];
}

const LINES = 100_000_000;
const name = text(400);
const word = text(80);
const line = whole(LINES);

const finding: Reader<SharedFinding> = (value, place) => {
  const [id, rule, severity, code, args, message, path, at, safety] = tuple<WireFinding>(
    name,
    word,
    oneOf(['error', 'warning', 'info']),
    word,
    list(tuple<[string, string | number]>(word, scalar), 40),
    text(4000),
    name,
    line,
    oneOf<Safety | null>(['reload', 'restart', 'decide', null]),
  )(value, place);
  return { id, rule, severity, code, args: record(args), message, path, line: at, safety };
};

const shared: Reader<SharedLine> = (value, place) => {
  const [path, at, content] = tuple<[string, number, string]>(name, line, text(2000))(value, place);
  return { path, line: at, text: content };
};

const wire = tuple<
  [
    1,
    string,
    [CauseId | null, string, Confidence],
    SharedFinding[],
    string,
    SharedLine[],
    [string, DocumentKind][],
    [string, number][],
    number,
  ]
>(
  (value, place) => {
    if (value === 1) return 1;
    throw new SchemaProblem(`${place}: this version of the tool reads snapshots of version 1`);
  },
  word,
  tuple<[CauseId | null, string, Confidence]>(
    oneOf<CauseId | null>([...CAUSE_IDS, null]),
    text(2000),
    oneOf(['high', 'medium', 'low']),
  ),
  list(finding, 500),
  text(1_000_000),
  list(shared, MOST_EVIDENCE),
  list(tuple<[string, DocumentKind]>(name, oneOf(DOCUMENT_KINDS)), 2000),
  list(tuple<[string, number]>(word, line), 60),
  line,
);

export type ParsedSnapshot =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly problem: string };

/** Reads what came out of a link or file. Strict: an unknown part, type or length refuses the whole. */
export function parseSnapshot(json: unknown): ParsedSnapshot {
  try {
    const [version, tool, [cause, sentence, confidence], findings, patch, evidence, documents, replaced, kept] = wire(
      json,
      'snapshot',
    );
    return {
      ok: true,
      snapshot: {
        version,
        tool,
        verdict: { cause, sentence, confidence },
        findings,
        patch,
        evidence,
        documents: documents.map(([path, kind]) => ({ path, kind })),
        replaced: record(replaced),
        kept,
      },
    };
  } catch (problem) {
    if (problem instanceof SchemaProblem) return { ok: false, problem: problem.message };
    throw problem;
  }
}

/** Names come from outside: no prototype, so that `__proto__` is a name like any other. */
function record<T>(pairs: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const made = Object.create(null) as Record<string, T>;
  for (const [key, value] of pairs) made[key] = value;
  return made;
}
