import type { Signature } from '../evidence/signatures.ts';
import type { CauseId } from './cause.ts';
import { isBackground, isHiccup } from './background.ts';
import { CAUSES } from './causes/index.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Facts } from './facts/facts.ts';
import { floods } from './floods.ts';
import { discounted } from './hearsay.ts';
import { OUTRANKS } from './precedence.ts';
import { laterOnes } from './recency.ts';
import { isSecondary } from './secondary.ts';
import type { Cause, Harm, Level, Weight } from './weighing.ts';
import type { Ranked } from './ranked.ts';

const BASE: Readonly<Record<Level, number>> = { mechanism: 0.88, effect: 0.6, bare: 0.28 };
/** Between two causes equally well shown, the one that takes more down comes first. */
const HARM: Readonly<Record<Harm, number>> = { gateway: 0.02, application: 0, request: -0.02, notice: -0.06 };

/** Below this nothing is claimed. */
const FLOOR = 0.1;
/** What a busy server always has, beside an incident. */
const TRICKLE = 0.2;
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
    return weight === null ? [] : [placed(facts, cause, weight, failures)];
  });
  const hiccup = isHiccup(facts, failures) && weighed.every(({ level }) => level !== 'mechanism');
  const loud = hiccup ? [] : weighed.filter(({ cause }) => !isBackground(facts, cause));
  // Beside an incident a trickle is worth a line; alone it is weather.
  const quiet = loud.some(({ level }) => level !== 'bare') ? weighed.filter((one) => !loud.includes(one)) : [];
  const ordered = applyPrecedence([...loud, ...quiet.filter(({ cause }) => isWorthALine(cause)).map(asTrickle)]);
  return ordered
    .filter(({ score }) => score >= FLOOR)
    .sort((a, b) => b.score - a.score || CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause));
}

/** Requests that nginx or PHP refused are told; visitors who left and hints are not. */
function isWorthALine({ id, harm }: Cause): boolean {
  return harm === 'request' && id !== 'client-abort-499';
}

function asTrickle(ranked: Ranked): Ranked {
  return { ...ranked, level: 'bare', score: Math.min(ranked.score, TRICKLE) };
}

function placed(facts: Facts, cause: Cause, found: Weight, failures: number): Ranked {
  const weight = discounted(facts, found);
  if (weight.level !== 'bare' && isElsewhere(facts, cause, weight)) {
    return { cause, weight, level: 'bare', score: BASE.bare, failures: 0 };
  }
  const explained = facts.count(...EFFECTS.filter((signature) => cause.explains.includes(signature)));
  const share = failures === 0 ? 0 : explained / failures;
  const unrelated =
    weight.level === 'mechanism' && failures > 0 && explained === 0 && !producesOwnFailure(facts, cause);
  const level: Level = unrelated ? 'effect' : weight.level;
  const score = BASE[level] + weight.nuance + HARM[cause.harm] + 0.04 * share - (unrelated ? 0.1 : 0);
  const own = weight.failures ?? failuresOf(facts, cause, weight);
  return { cause, weight, level, score: Math.min(Math.max(score, 0), 1), failures: own };
}

/** Failures that have the look of a cause's: one may stand in two logs; errors of the application are lines of its own. */
function failuresOf(facts: Facts, { explains, harm }: Cause, { args }: Weight): number {
  const said = harm !== 'gateway' && typeof args['count'] === 'number' ? args['count'] : 0;
  const answered = explains.filter((signature) => signature.startsWith('access.'));
  const logged = explains.filter((signature) => !answered.includes(signature) && !isSecondary(signature));
  return Math.max(said, facts.count(...answered), facts.count(...logged));
}

/** Application errors and refused requests are failures of their own, whatever else nginx logged. */
function producesOwnFailure(facts: Facts, cause: Cause): boolean {
  return cause.harm !== 'gateway' || cause.id === 'nginx-config-error' || facts.count(...cause.explains) > 0;
}

function applyPrecedence(weighed: readonly Ranked[]): readonly Ranked[] {
  const scores = new Map(weighed.map((ranked) => [ranked.cause.id, ranked.score]));
  const levels = new Map(weighed.map((ranked) => [ranked.cause.id, ranked.level]));
  const later = laterOnes(weighed);
  const flooded = floods(weighed).filter(
    ({ over, under }) => !later.some((one) => one.over === under && one.under === over),
  );
  const exempt = [...flooded, ...later];
  for (const { over, under } of flooded) lower(scores, over, under);
  for (const [above, below] of OUTRANKS) {
    const level = levels.get(above);
    if (level === undefined || level === 'bare') continue;
    for (const id of below) {
      const theirs = levels.get(id);
      // An effect does not stand above a mechanism that was seen.
      if (theirs === undefined || (level === 'effect' && theirs === 'mechanism')) continue;
      if (!exempt.some(({ over, under }) => over === id && under === above)) lower(scores, above, id);
    }
  }
  for (const { over, under } of later) lower(scores, over, under);
  return weighed.map((ranked) => ({ ...ranked, score: scores.get(ranked.cause.id) ?? ranked.score }));
}

/** Puts `under` below `over`, where it is not already. */
function lower(scores: Map<CauseId, number>, over: CauseId, under: CauseId): void {
  const most = (scores.get(over) ?? 0) - STEP;
  if ((scores.get(under) ?? 0) > most) scores.set(under, most);
}
