import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Args, Level, Weight } from '../weighing.ts';
import type { Facts } from './facts.ts';
import { linesOf } from './lines.ts';
import { addressOf } from './upstream-field.ts';

/** Signatures by what they show of one cause, for causes whose own line says it all. */
export interface Signs {
  readonly mechanism?: readonly Signature[];
  readonly effect?: readonly Signature[];
  readonly bare?: readonly Signature[];
}

const LEVELS: readonly Level[] = ['mechanism', 'effect', 'bare'];

/** Weighs by the strongest signature present; null when none is. */
export function bySigns(facts: Facts, signs: Signs, args: Args = {}): Weight | null {
  for (const level of LEVELS) {
    const signatures = signs[level] ?? [];
    const events = facts.events(...signatures);
    if (events.length > 0) return weightOf(level, events, { count: facts.count(...signatures), ...args });
  }
  return null;
}

/** A weight that rests on these events; what the first of them names becomes the sentence's arguments. */
export function weightOf(level: Level, events: readonly EvidenceEvent[], args: Args = {}, nuance = 0): Weight {
  return { level, nuance, lines: linesOf(events), seen: events, against: [], args: { ...argsOf(events), ...args } };
}

/** The fields a sentence may name, from the first event that has each. */
export function argsOf(events: readonly EvidenceEvent[]): Args {
  const args: Record<string, string | number> = {};
  for (const event of events) {
    for (const [name, value] of Object.entries(event.fields)) if (value !== '') args[name] ??= value;
    const address = addressOf(event);
    if (address !== '' && !('upstreamAddress' in args)) args['upstreamAddress'] = address;
  }
  return args;
}

/** A word for a sentence, or what stands for it when the evidence does not name it. */
export function word(args: Args, name: string, otherwise: string): string {
  const value = args[name];
  return value === undefined || value === '' ? otherwise : String(value);
}

/** True when any event's text contains the phrase, whatever its case. */
export function says(events: readonly EvidenceEvent[], phrase: string): boolean {
  const wanted = phrase.toLowerCase();
  return events.some((event) => event.text.toLowerCase().includes(wanted));
}
