import type { Signature } from '../evidence/signatures.ts';
import { isBackground } from './background.ts';
import { CAUSES } from './causes/index.ts';
import type { Facts } from './facts/facts.ts';
import { OUTRANKS } from './precedence.ts';
import type { Cause, Harm, Level, Weight } from './weighing.ts';

/** A cause with its weight after everything else that is shown was taken into account. */
export interface Ranked {
  readonly cause: Cause;
  readonly weight: Weight;
  /** After demotion: a mechanism that explains none of the failures is no more than an effect. */
  readonly level: Level;
  /** 0..1. */
  readonly score: number;
}

const BASE: Readonly<Record<Level, number>> = { mechanism: 0.88, effect: 0.6, bare: 0.28 };
/** Between two causes equally well shown, the one that takes more down comes first. */
const HARM: Readonly<Record<Harm, number>> = { gateway: 0.02, application: 0, request: -0.02, notice: -0.06 };

/** Below this nothing is claimed. */
const FLOOR = 0.1;
/** How far an outranked cause stays below the one that explains it. */
const STEP = 0.04;

/** Failures that a cause must explain: effects, not mechanisms. */
const EFFECTS: readonly Signature[] = [
  'nginx.connect-refused',
  'nginx.connect-enoent',
  'nginx.connect-eacces-unix',
  'nginx.connect-eacces-tcp',
  'nginx.connect-eagain',
  'nginx.connect-no-route',
  'nginx.connect-timeout',
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.reset-mid-body',
  'nginx.eof-mid-body',
  'nginx.fastcgi-stream-cut',
  'nginx.read-header-timeout',
  'nginx.read-body-timeout',
  'nginx.too-big-header',
  'nginx.invalid-header',
  'nginx.unsupported-fastcgi-version',
  'nginx.ssl-handshake',
  'nginx.dns-failed',
  'nginx.body-too-large',
  'nginx.worker-connections',
  'nginx.fd-exhausted',
  'nginx.redirect-cycle',
];

/** Weighs every cause, best first. Pure; O(causes × kept events). */
export function rankCauses(facts: Facts): readonly Ranked[] {
  const failures = facts.count(...EFFECTS);
  const weighed = CAUSES.flatMap((cause) => {
    const weight = cause.weigh(facts);
    return weight === null || isBackground(facts, cause) ? [] : [placed(facts, cause, weight, failures)];
  });
  const ordered = applyPrecedence(weighed);
  return ordered
    .filter(({ score }) => score >= FLOOR)
    .sort((a, b) => b.score - a.score || CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

function placed(facts: Facts, cause: Cause, weight: Weight, failures: number): Ranked {
  const explained = facts.count(...EFFECTS.filter((signature) => cause.explains.includes(signature)));
  const share = failures === 0 ? 0 : explained / failures;
  const unrelated =
    weight.level === 'mechanism' && failures > 0 && explained === 0 && !producesOwnFailure(facts, cause);
  const level: Level = unrelated ? 'effect' : weight.level;
  const score = BASE[level] + weight.nuance + HARM[cause.harm] + 0.04 * share - (unrelated ? 0.1 : 0);
  return { cause, weight, level, score: Math.min(Math.max(score, 0), 1) };
}

/** Application errors and refused requests are failures of their own, whatever else nginx logged. */
function producesOwnFailure(facts: Facts, cause: Cause): boolean {
  return cause.harm !== 'gateway' || cause.id === 'nginx-config-error' || facts.count(...cause.explains) > 0;
}

function applyPrecedence(weighed: readonly Ranked[]): readonly Ranked[] {
  const scores = new Map(weighed.map((ranked) => [ranked.cause.id, ranked.score]));
  const levels = new Map(weighed.map((ranked) => [ranked.cause.id, ranked.level]));
  for (const [above, below] of OUTRANKS) {
    const score = scores.get(above);
    const level = levels.get(above);
    if (score === undefined || level === undefined || level === 'bare') continue;
    for (const id of below) {
      const theirs = scores.get(id);
      // An effect does not stand above a mechanism that was seen.
      if (theirs === undefined || (level === 'effect' && levels.get(id) === 'mechanism')) continue;
      if (theirs > score - STEP) scores.set(id, score - STEP);
    }
  }
  return weighed.map((ranked) => ({ ...ranked, score: scores.get(ranked.cause.id) ?? ranked.score }));
}
