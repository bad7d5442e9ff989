import { machineOf } from '../syntax/lines/envelope.ts';
import type { Host } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Bytes, EpochSeconds, Seconds } from '../text/units.ts';
import type { EvidenceEvent } from './event.ts';
import type { PoolObservation, SignatureCount } from './evidence.ts';
import type { Signature } from './signatures.ts';
import { AccessStatistics, isFailure } from './access/statistics.ts';
import { Periods } from './periods.ts';
import { StackTallies } from './slow-log/tally.ts';
import { Timeline } from './timeline.ts';

export type Fields = Readonly<Record<string, string | number>>;

/** What a reader reports of one record. */
export interface Note {
  readonly signature: Signature;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly at: EpochSeconds | null;
  readonly fields: Fields;
  /** Where `text` no longer says it. */
  readonly machine?: string | null;
}

/** Kept of each variant of a signature: the first few and the last few; the rest is counted. */
export const KEPT_FIRST = 4;
export const KEPT_LAST = 4;
export const MOST_VARIANTS = 48;
const TEXT_LENGTH = 500;

/** What may come back in step; notices and answers to clients always come. */
export const RECURRING =
  /^(?:nginx\.(?:connect|reset|eof|read|no-live|reloaded|worker-died)|fpm\.(?:exited-|max-children|terminat|reloading|started|emergency)|kernel\.|service\.(?:failed|restarted)|container\.|uwsgi\.)/;

/** Fields by which two lines of one signature tell different stories. */
const TELLING = [
  'signal',
  'code',
  'errno',
  'pool',
  'family',
  'unit',
  'call',
  'action',
  'port',
  'address',
  'name',
  'service',
  'container',
  'status',
] as const;

/** What tells two records of one signature apart. */
export function variantOf(fields: Fields, machine: string | null): string {
  return [machine ?? '', ...TELLING.map((name) => fields[name] ?? '')].join('\u0000');
}

/** The machine that a record's line comes from; null where it does not say. */
export function machineIn(note: Pick<Note, 'machine' | 'text'>): string | null {
  return note.machine ?? machineOf(note.text);
}

interface Variant {
  readonly first: EvidenceEvent[];
  readonly last: EvidenceEvent[];
}

interface Tally {
  count: number;
  first: EpochSeconds | null;
  last: EpochSeconds | null;
  readonly variants: Map<string, Variant>;
}

/** A slice of redacted text is redacted; only here is that said to the compiler. */
function excerpt(text: string): Redacted {
  return (text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH - 1)}…` : text) as Redacted;
}

/** Where all readers write: counts everything, keeps little, so that memory does not grow with the logs. */
export class Ledger {
  readonly #tallies = new Map<Signature, Tally>();
  readonly timeline = new Timeline();
  readonly stacks = new StackTallies();
  readonly access = new AccessStatistics();
  readonly periods = new Periods();
  readonly pools: PoolObservation[] = [];
  readonly kinds = new Set<string>();
  readonly #told: EvidenceEvent[] = [];
  #host: Partial<Host> = {};
  #longestRun: Seconds | null = null;
  #workerMemory: Bytes | null = null;
  #cliPhp: string | null = null;

  /** The year that stamps without one are given; null until a document states one. */
  year: number | null = null;
  /** Seconds east of Greenwich of the host's clock, for stamps without a zone; 0 until a document states it. */
  zoneSeconds: Seconds = 0;

  /** When the machine booted, for kernel times that count from there; null until an output states it. */
  bootAt: EpochSeconds | null = null;

  /** The instant of a stamp that names no zone. */
  local(at: EpochSeconds | null): EpochSeconds | null {
    return at === null ? null : at - this.zoneSeconds;
  }

  record(note: Note, times = 1): void {
    const tally = this.#tallyOf(note.signature);
    tally.count += times;
    if (note.at !== null) {
      tally.first = tally.first === null ? note.at : Math.min(tally.first, note.at);
      tally.last = tally.last === null ? note.at : Math.max(tally.last, note.at);
      this.timeline.count(note.at, note.signature, times);
      if (RECURRING.test(note.signature)) this.periods.saw(note.signature, note.at);
    }
    this.#keep(tally, note);
  }

  /** Somebody's words for what happened: never counted among what was logged. */
  tell({ signature, path, line, text, at, fields }: Note): void {
    this.#told.push({ signature, path, line, text: excerpt(text), at, fields });
  }

  get told(): readonly EvidenceEvent[] {
    return this.#told;
  }

  /** Records of one signature that were counted elsewhere; times and periods of theirs are merged apart. */
  adopt(
    signature: Signature,
    count: number,
    first: EpochSeconds | null,
    last: EpochSeconds | null,
    notes: readonly Note[],
  ): void {
    const tally = this.#tallyOf(signature);
    tally.count += count;
    if (first !== null) tally.first = Math.min(tally.first ?? first, first);
    if (last !== null) tally.last = Math.max(tally.last ?? last, last);
    for (const note of notes) this.#keep(tally, note);
  }

  /** One answered request of an access log or a probe. */
  countStatus(at: EpochSeconds, status: number): void {
    const name = `status ${String(status)}`;
    this.timeline.count(at, name);
    if (isFailure(status)) this.periods.saw(name, at);
  }

  #tallyOf(signature: Signature): Tally {
    const known = this.#tallies.get(signature);
    if (known !== undefined) return known;
    const tally: Tally = { count: 0, first: null, last: null, variants: new Map() };
    this.#tallies.set(signature, tally);
    return tally;
  }

  #keep(tally: Tally, note: Note): void {
    const machine = machineIn(note);
    const key = variantOf(note.fields, machine);
    let variant = tally.variants.get(key);
    if (variant === undefined) {
      if (tally.variants.size >= MOST_VARIANTS) return;
      variant = { first: [], last: [] };
      tally.variants.set(key, variant);
    }
    const { signature, path, line, at, fields } = note;
    const said = { signature, path, line, text: excerpt(note.text), at, fields };
    const event: EvidenceEvent = machine === null ? said : { ...said, machine };
    if (variant.first.length < KEPT_FIRST) variant.first.push(event);
    else {
      variant.last.push(event);
      if (variant.last.length > KEPT_LAST) variant.last.shift();
    }
  }

  /** A request was seen to run this long. */
  sawRun(seconds: Seconds): void {
    if (Number.isFinite(seconds)) this.#longestRun = Math.max(this.#longestRun ?? 0, seconds);
  }

  /** Private memory of a worker as some output shows it; the largest counts, because idle workers show little. */
  sawWorkerMemory(bytes: Bytes): void {
    this.#workerMemory = Math.max(this.#workerMemory ?? 0, bytes);
  }

  /** The first statement of a fact stays. */
  stateHost(facts: Partial<Host>): void {
    const memory = Math.min(facts.memoryBytes ?? Infinity, this.#host.memoryBytes ?? Infinity);
    // A container's limit is smaller than the machine's memory, and it is the limit that kills.
    this.#host = { ...facts, ...this.#host, ...(Number.isFinite(memory) ? { memoryBytes: memory } : {}) };
  }

  /** PHP's version as the command line states it: good enough when no php-fpm says otherwise. */
  stateCliPhp(version: string): void {
    this.#cliPhp ??= version;
  }

  get host(): Partial<Host> {
    return {
      ...(this.#workerMemory === null ? {} : { workerMemoryBytes: this.#workerMemory }),
      ...(this.#cliPhp === null ? {} : { php: this.#cliPhp }),
      ...this.#host,
    };
  }

  get longestRunSeconds(): Seconds | null {
    return this.#longestRun;
  }

  get counts(): ReadonlyMap<Signature, SignatureCount> {
    return new Map(
      [...this.#tallies].map(([signature, { count, first, last }]) => [signature, { count, first, last }]),
    );
  }

  /** Kept events by time; those without a time keep the order of the text, behind the others. */
  get events(): readonly EvidenceEvent[] {
    const kept = [...this.#tallies.values()].flatMap(({ variants }) =>
      [...variants.values()].flatMap(({ first, last }) => [...first, ...last]),
    );
    return kept.sort(
      (a, b) =>
        (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER) ||
        (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line),
    );
  }
}
