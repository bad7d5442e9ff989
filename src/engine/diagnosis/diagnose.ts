import { namesOf } from './cause-names.ts';
import { isOpen, phrase, separates } from './ask.ts';
import type { Confidence, Diagnosis, EvidenceLine, MissingEvidence, RankedCause, Verdict } from './cause.ts';
import { configChanges, explainsFailure } from './config-versions/changes.ts';
import { gatherFacts, type DiagnosisInput, type Facts } from './facts/facts.ts';
import { linesOf } from './facts/lines.ts';
import { withoutMessageLists } from './facts/message-lists.ts';
import { secondOf } from './independent.ts';
import { findingsOf } from './findings-of.ts';
import { withHearsay } from './hearsay.ts';
import { QUESTION_IDS, type QuestionId } from './questions.ts';
import { rankCauses } from './rank.ts';
import type { Ranked } from './ranked.ts';
import { periodOf, recurring } from './recurring.ts';
import { hiddenByRetries } from './retried.ts';
import { SECONDARY } from './secondary.ts';
import type { Level } from './weighing.ts';

const SINCE = ' Connections that closed hours after that are not explained by it.';

const CONFIDENCE: Readonly<Record<Level, Confidence>> = { mechanism: 'high', effect: 'medium', bare: 'low' };

/** Candidates that are named when nothing decides between them. */
const CANDIDATES = 4;
/** As many causes as are worth reading. */
const MOST = 8;
/** Of one kind of symptom so many lines, so that none hides another. */
const OF_EACH = 2;

/**
 * Ranks the causes of what went wrong and says how sure it is: high when a line names the mechanism, medium when the effects fit one
 * cause much better than the rest, low for a bare effect. Healthy input has no cause. Pure; never throws on any evidence.
 */
export function diagnose(input: DiagnosisInput): Diagnosis {
  const { facts, ranked } = ranking(input);
  const first = ranked[0];
  if (first === undefined) {
    const questions = hasNginxLog(facts) ? [] : [phrase(facts, 'error-log')];
    return { verdict: quietVerdict(facts), causes: [], findings: [], questions };
  }
  const questions = nextQuestions(facts, ranked);
  const shown = ranked.slice(0, MOST);
  return {
    verdict: verdictOf(facts, ranked, questions),
    causes: shown.map((candidate, place) => rankedCause(facts, candidate, place === 0 ? questions : null, shown)),
    // A candidate among several is no reason to change anything that a person would have to want.
    findings: first.level === 'bare' ? [] : findingsOf(facts, first.cause.id),
    questions,
  };
}

/** What daemons and commands said decides; what people said is listened to where that decides nothing. */
function ranking(given: DiagnosisInput): { facts: Facts; ranked: readonly Ranked[] } {
  const input = { ...given, evidence: withoutMessageLists(given.evidence) };
  const facts = gatherFacts(input);
  const ranked = rankCauses(facts);
  const heard = ranked[0] === undefined || ranked[0].level === 'bare' ? withHearsay(input) : null;
  if (heard === null) return { facts, ranked };
  const all = gatherFacts(heard);
  return { facts: all, ranked: rankCauses(all) };
}

function verdictOf(facts: Facts, ranked: readonly Ranked[], questions: readonly MissingEvidence[]): Verdict {
  const [first] = ranked;
  if (first === undefined) return quietVerdict(facts);
  const confidence = CONFIDENCE[first.level];
  const told = first.cause.sentence({ ...first.weight.args });
  const again = first.weight.args['since'] === undefined ? recurring(periodOf(facts, first)) : SINCE;
  const change = configChanges(facts).find((c) => explainsFailure(c, first.cause.id));
  const because = change === undefined ? '' : ` ${change.sentence}`;
  if (confidence !== 'low') {
    const hidden = hiddenByRetries(facts);
    return { cause: first.cause.id, sentence: told + because + hidden + again + secondOf(first, ranked), confidence };
  }
  const names = ranked.filter(({ level }) => level === 'bare').slice(0, CANDIDATES);
  const question = questions[0];
  const ask = question === undefined ? '' : ` What decides it: ${question.what}.`;
  const sentence =
    names.length < 2
      ? `${told}${because}${again}${ask}`
      : `Not decided yet. In this order the evidence fits ${namesOf(names.map(({ cause }) => cause.id))}.${because}${again}${ask}`;
  return { cause: first.cause.id, sentence, confidence };
}

/** Nothing has failed in what is at hand; without a log of nginx itself that says little. */
function quietVerdict(facts: Facts): Verdict {
  const { events, demand } = facts.evidence;
  if (events.length === 0 && demand === null) {
    const hasConfig = facts.stack.nginxFiles.size + facts.stack.iniFiles.size > 0;
    const known = hasConfig
      ? 'No log or command output was pasted, so no failure is known; the findings come from the configuration alone.'
      : 'No failure is known: what was pasted holds neither a config of nginx or PHP-FPM nor a line of a log that tells of one.';
    return { cause: null, sentence: `${known} ${ASK_NGINX}`, confidence: 'low' };
  }
  const asked = hasNginxLog(facts);
  return {
    cause: null,
    sentence: `Nothing in this evidence has failed: no cause is named.${asked ? '' : ` No log of nginx is among it. ${ASK_NGINX}`}`,
    confidence: asked ? 'high' : 'low',
  };
}

function hasNginxLog(facts: Facts): boolean {
  return facts.evidence.kinds.has('nginx-error-log') || facts.evidence.kinds.has('nginx-access-log');
}

const ASK_NGINX = "If something fails, add nginx's error log: tail -n 300 /var/log/nginx/error.log";

function rankedCause(
  facts: Facts,
  { cause, weight, score, level }: Ranked,
  questions: readonly MissingEvidence[] | null,
  shown: readonly Ranked[],
): RankedCause {
  const others = new Set(
    shown.filter((r) => r.cause !== cause && r.level === 'mechanism').flatMap((r) => r.cause.explains),
  );
  const own = new Set(weight.lines.map(key));
  const symptoms = [...new Set([...cause.explains, ...SECONDARY])]
    .filter((signature) => !(level === 'bare' && others.has(signature)))
    .flatMap((signature) =>
      linesOf(
        facts.events(signature).filter((event) => !own.has(key(event))),
        OF_EACH,
      ),
    )
    .slice(0, MOST);
  const missing =
    questions ??
    (weight.asks ?? cause.asks)
      .filter((id) => isOpen(facts, id))
      .slice(0, 2)
      .map((id) => phrase(facts, id));
  return {
    cause: cause.id,
    score: Math.round(score * 1000) / 1000,
    evidence: distinct(weight.lines),
    against: distinct(weight.against),
    missing,
    symptoms: distinct(symptoms),
  };
}

/**
 * The open questions, the most informative first: the sum of the scores of the candidates between which an answer decides.
 * What the first cause asks for itself breaks ties. With a mechanism seen only its own questions remain.
 */
function nextQuestions(facts: Facts, ranked: readonly Ranked[]): readonly MissingEvidence[] {
  const first = ranked[0];
  if (first === undefined) return [];
  const own = first.weight.asks ?? first.cause.asks;
  const rivals = ranked.filter(({ level, score }) => level === first.level || score > first.score - 0.35);
  const worth = (id: (typeof QUESTION_IDS)[number]): number => {
    const at = own.indexOf(id);
    const settled = rivals.reduce((sum, { cause, score }) => sum + (separates(id, cause.id) ? score : 0), 0);
    // Without nginx's own words every candidate is a guess.
    return settled + (id === 'error-log' ? 1 : 0) + (at === -1 ? 0 : 1 - 0.15 * at);
  };
  const open = QUESTION_IDS.filter(
    (id) => isOpen(facts, id) && (first.level === 'bare' ? worth(id) > 0 : own.includes(id)),
  );
  const inOrder = (id: QuestionId): number => (id === 'error-log' && onlyStatuses(facts) ? 1 : -own.indexOf(id));
  const by = first.level === 'bare' ? worth : inOrder;
  const sorted = [...open].sort((a, b) => by(b) - by(a));
  return asksForTimers(facts, first, sorted)
    .slice(0, 3)
    .map((id) => phrase(facts, id));
}

/** Who reloads in step, or what runs when it fails in step; never before the log that may name the mechanism. */
function asksForTimers(facts: Facts, first: Ranked, sorted: readonly QuestionId[]): readonly QuestionId[] {
  const unexplained = first.level !== 'mechanism' || first.cause.id === 'reload-in-flight';
  const others = sorted.filter((id) => id !== 'timers');
  if (!unexplained || periodOf(facts, first) === null) return others;
  return [
    ...others.slice(0, first.level === 'mechanism' ? 0 : 1),
    'timers',
    ...others.slice(first.level === 'mechanism' ? 0 : 1),
  ];
}

/** Statuses without the times of the upstream say that requests failed, and nothing of how. */
const STATUSES: ReadonlySet<string> = new Set([
  'access.502-other',
  'access.504-other',
  'access.500',
  'access.503',
  'probe.status',
]);

function onlyStatuses(facts: Facts): boolean {
  return facts.evidence.events.every(({ signature }) => STATUSES.has(signature));
}

function key({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${path}:${line}`;
}

function distinct(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  return [...new Map(lines.map((line) => [key(line), line])).values()];
}
