import { SIGNATURES } from '../evidence/signatures.ts';
import type { CauseId, MissingEvidence } from './cause.ts';
import { CLOSURES } from './facts/closures.ts';
import type { Facts } from './facts/facts.ts';
import { everyOf, recurrenceOf } from './facts/recurrence.ts';
import { servesPhp } from './facts/upstream-field.ts';
import { QUESTIONS, type Question, type QuestionId } from './questions.ts';

const TABLE: Readonly<Record<QuestionId, Question>> = QUESTIONS;

/** The question as it is shown, with the moment of the first failure filled in. */
export function phrase(facts: Facts, id: QuestionId): MissingEvidence {
  const { what, command, lookFor } = TABLE[id];
  const told = what.replace('{moment}', moment(facts)).replace('{every}', every(facts));
  return { what: told, command, lookFor };
}

/** True when nothing pasted answers the question yet, and the backend is one that could. */
export function isOpen(facts: Facts, id: QuestionId): boolean {
  const { answeredBy, ofPhp } = TABLE[id];
  return !answeredBy.some((kind) => facts.evidence.kinds.has(kind)) && (ofPhp !== true || servesPhp(facts));
}

export function separates(id: QuestionId, cause: CauseId): boolean {
  return TABLE[id].separates.includes(cause);
}

/** "every 15 minutes" for what keeps time. */
function every(facts: Facts): string {
  const period = recurrenceOf(facts, SIGNATURES);
  return period === null ? 'at those times' : everyOf(period);
}

/** " of 03:47:22" for the first failure with a time. */
function moment(facts: Facts): string {
  const event =
    facts.events(...CLOSURES).find((e) => e.at !== null) ??
    facts.evidence.events.find((e) => e.at !== null && e.signature.startsWith('nginx.'));
  if (event?.at === undefined || event.at === null) return '';
  const seconds = ((Math.floor(event.at) % 86_400) + 86_400) % 86_400;
  const part = (n: number): string => String(n).padStart(2, '0');
  return ` of ${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
