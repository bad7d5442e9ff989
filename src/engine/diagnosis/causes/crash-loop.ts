import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Cause } from '../weighing.ts';
import { CLOSURES } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf } from '../facts/lines.ts';
import { weightOf, word } from '../facts/signs.ts';

/** So many deaths of one kind, at most this many seconds apart on average, are a loop and not an accident. */
const DEATHS = 5;
const APART = 20;
/** Workers of a loop die young; a crash on one route under load kills old workers too. */
const YOUNG = 30;

export const crashLoop: Cause = {
  id: 'crash-loop',
  harm: 'gateway',
  explains: [
    ...CLOSURES,
    'nginx.connect-refused',
    'nginx.connect-enoent',
    'nginx.no-live-upstreams',
    'access.502-not-connected',
  ],
  asks: ['fpm-log', 'service', 'containers', 'kernel-log'],
  weigh(facts) {
    const gaveUp = facts
      .events('service.failed', 'service.restarted', 'container.exited', 'service.inactive', 'service.active')
      .filter((event) => LOOP_PHRASES.some((phrase) => event.text.includes(phrase)));
    if (gaveUp.length > 0) return weightOf('mechanism', gaveUp, {}, 0.05);
    const restarts = facts.events('fpm.emergency-restart');
    const loop = longestLoop(facts);
    if (loop.length >= DEATHS && (youngAt(loop) || restarts.length > 0)) {
      const weight = weightOf('mechanism', loop, { deaths: loop.length }, 0.05);
      return { ...weight, lines: [...weight.lines, ...linesOf(restarts, 2)] };
    }
    const lost = supervisedExits(facts);
    if (lost.length > 0) return weightOf('mechanism', lost, {}, 0.05);
    const restarted = facts.count('service.restarted');
    if (restarted >= DEATHS) return weightOf('effect', facts.events('service.restarted'), {}, 0.05);
    if (restarts.length >= 2) return weightOf('mechanism', restarts, {}, -0.03);
    return null;
  },
  sentence: (args) =>
    args['deaths'] === undefined
      ? 'The backend is in a crash loop: it is started, dies, and is started again.'
      : `The workers are in a crash loop: ${word(args, 'deaths', 'many')} deaths of the same kind within seconds of each other, each respawned and lost again.`,
};

/** A supervisor that starts a program again this often is in a loop with it. */
const EXITS = 3;

/** The exits of the program that supervisord lost most often (`exited: php-fpm (exit status 1; not expected)`). */
function supervisedExits(facts: Facts): readonly EvidenceEvent[] {
  const byProgram = new Map<string, EvidenceEvent[]>();
  for (const event of facts.events('service.failed')) {
    if (!event.text.includes('not expected')) continue;
    const program = String(event.fields['service'] ?? '');
    const before = byProgram.get(program) ?? [];
    // Within one second it is the same exit, pasted twice.
    if (event.at === null || before.every(({ at }) => at !== event.at)) byProgram.set(program, [...before, event]);
  }
  const most = [...byProgram.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most.length >= EXITS ? most : [];
}

const LOOP_PHRASES = [
  'CrashLoopBackOff',
  'Back-off restarting',
  'Start request repeated too quickly',
  'start request repeated too quickly',
  'respawning too fast',
  'too many start retries too quickly',
  'Restarting (',
  'restart counter is at',
];

/** Deaths by the most frequent signal or exit code, when they follow each other closely. */
function longestLoop(facts: Facts): readonly EvidenceEvent[] {
  const byEnd = new Map<string, EvidenceEvent[]>();
  for (const event of facts.events('fpm.exited-signal', 'fpm.exited-code')) {
    // A timeout's SIGTERM has its own cause however often it comes.
    if (event.fields['signal'] === 15) continue;
    const end = [event.machine, event.fields['signal'], event.fields['code']].join('/');
    byEnd.set(end, [...(byEnd.get(end) ?? []), event]);
  }
  const most = [...byEnd.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const timed = most.filter((event) => event.at !== null);
  if (timed.length === 0) return most;
  const dense = longestDenseRun(timed);
  if (dense.length >= DEATHS) return dense;
  // Of many deaths only the first and last are kept: their number over their span tells the pace.
  const total = facts.count('fpm.exited-signal', 'fpm.exited-code');
  const span = (timed.at(-1)?.at ?? 0) - (timed[0]?.at ?? 0);
  return timed.length >= DEATHS && total > timed.length && span / total <= APART ? timed : [];
}

/** The longest stretch of deaths that follow each other closely; the events come in the order of time. */
function longestDenseRun(timed: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  let best: EvidenceEvent[] = [];
  let run: EvidenceEvent[] = [];
  for (const event of timed) {
    const before = run.at(-1);
    run = before !== undefined && (event.at ?? 0) - (before.at ?? 0) <= APART ? [...run, event] : [event];
    if (run.length > best.length) best = run;
  }
  return best;
}

function youngAt(loop: readonly EvidenceEvent[]): boolean {
  const ages = loop.flatMap((event) => (typeof event.fields['seconds'] === 'number' ? [event.fields['seconds']] : []));
  ages.sort((a, b) => a - b);
  const median = ages[ages.length >> 1];
  return median !== undefined && median <= YOUNG;
}
