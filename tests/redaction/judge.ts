import { redactDocuments, type RedactOptions } from '../../src/engine/redact/redact.ts';
import type { DocumentKind } from '../../src/engine/text/document.ts';
import { Case, type Template } from './case.ts';
import { Random } from './random.ts';
import { allTemplates } from './templates.ts';

export interface Tally {
  cases: number;
  readonly rows: Set<number>;
  readonly kinds: Set<string>;
  readonly secrets: Score;
  readonly identifiers: Score;
  readonly kept: Score;
  readonly halves: string[];
  readonly relations: string[];
}

export interface Score {
  all: number;
  right: number;
  readonly wrong: string[];
}

const score = (): Score => ({ all: 0, right: 0, wrong: [] });

/** Generates `rounds` texts of every shape and counts what was taken and what was left. */
export function judgeAll(
  seed: number,
  rounds: number,
  kindOf: (kind: DocumentKind) => DocumentKind = (kind) => kind,
  options: RedactOptions = {},
): Tally {
  const random = new Random(seed);
  const tally: Tally = {
    cases: 0,
    rows: new Set(),
    kinds: new Set(),
    secrets: score(),
    identifiers: score(),
    kept: score(),
    halves: [],
    relations: [],
  };
  for (let round = 0; round < rounds; round++) {
    for (const one of allTemplates(new Case(random))) judgeOne(one, random, kindOf, options, tally);
  }
  return tally;
}

function judgeOne(
  one: Template,
  random: Random,
  kindOf: (kind: DocumentKind) => DocumentKind,
  options: RedactOptions,
  tally: Tally,
): void {
  const made = new Case(random);
  const text = one.make(made);
  const kind = kindOf(one.kind);
  const { documents, vault } = redactDocuments([{ path: 'case', kind, text, recognisedBy: 'made' }], options);
  const redacted = documents[0]?.document.text ?? '';
  const story = (value: string): string => `[${one.row} ${kind}] ${value}\n    ${text.trim()}\n  → ${redacted.trim()}`;
  tally.cases++;
  tally.rows.add(one.row);
  tally.kinds.add(kind);
  for (const secret of made.secrets) {
    const gone = !redacted.includes(secret);
    count(tally.secrets, gone, story(secret));
    if (gone && half(secret, redacted)) tally.halves.push(story(secret));
  }
  for (const identifier of made.identifiers)
    count(tally.identifiers, !redacted.includes(identifier), story(identifier));
  for (const kept of made.kept) count(tally.kept, redacted.includes(kept), story(kept));
  if (vault.restore(redacted) !== text) tally.relations.push(`restore: ${story('')}`);
  if (redacted.split('\n').length !== text.split('\n').length) tally.relations.push(`lines: ${story('')}`);
  const again = redactDocuments([{ path: 'case', kind, text: redacted, recognisedBy: 'made' }], options);
  if (again.documents[0]?.document.text !== redacted)
    tally.relations.push(`twice: ${story(again.documents[0]?.document.text ?? '')}`);
}

function count(into: Score, right: boolean, wrong: string): void {
  into.all++;
  if (right) into.right++;
  else into.wrong.push(wrong);
}

/** Whether a third of a secret, and at least five characters, is still there. */
function half(secret: string, text: string): boolean {
  const length = Math.max(5, Math.ceil(secret.length / 3));
  for (let at = 0; at + length <= secret.length; at++) if (text.includes(secret.slice(at, at + length))) return true;
  return false;
}
