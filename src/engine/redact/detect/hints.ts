import type { Detector, Scene } from '../find.ts';

/** Below this size, looking for a few words one by one costs less than for all of them at once. */
const LARGE = 16_384;
const LETTERS = 128;

const all = new Set<string>();
const seen = new WeakMap<Scene, ReadonlySet<string>>();
let machine: Machine | null = null;

/**
 * Says whether one of the words stands in a text: what a pattern that looks at every character is run for.
 * Words of ASCII alone are looked for together with those of all other hints, in one pass a text.
 */
export function hinted(hints: readonly string[]): (scene: Scene) => boolean {
  for (const hint of hints) if (hint.length > 1 && isAscii(hint)) all.add(hint);
  machine = null;
  return (scene) => {
    const { text } = scene;
    if (text.length < LARGE) return hints.some((hint) => text.includes(hint));
    const present = presentIn(scene);
    return hints.some((hint) => (all.has(hint) ? present.has(hint) : text.includes(hint)));
  };
}

/** A detector that is asked only where one of its hints stands; without hints everywhere. */
export function whereHinted(name: string, hints: readonly string[], find: Detector['find']): Detector {
  const mayStand = hinted(hints);
  return {
    name,
    find: (scene, found) => {
      if (hints.length === 0 || mayStand(scene)) find(scene, found);
    },
  };
}

function presentIn(scene: Scene): ReadonlySet<string> {
  let present = seen.get(scene);
  if (present === undefined) {
    machine ??= machineOf([...all]);
    present = search(machine, scene.text);
    seen.set(scene, present);
  }
  return present;
}

const isAscii = (text: string): boolean => Array.from(text).every((letter) => letter.charCodeAt(0) < LETTERS);

/** States of Aho and Corasick ("Efficient string matching", 1975) with every failure followed in advance. */
interface Machine {
  /** By state and letter: the next state. */
  readonly next: Uint16Array;
  /** By state: the words that end there. */
  readonly words: readonly (readonly string[])[];
}

function machineOf(hints: readonly string[]): Machine {
  const next = new Uint16Array((hints.reduce((sum, hint) => sum + hint.length, 0) + 1) * LETTERS);
  const words: string[][] = [[]];
  for (const hint of hints) {
    let state = 0;
    for (let at = 0; at < hint.length; at++) {
      const slot = state * LETTERS + hint.charCodeAt(at);
      if (next[slot] === 0) next[slot] = words.push([]) - 1;
      state = next[slot] ?? 0;
    }
    words[state]?.push(hint);
  }
  const fallback = new Uint16Array(words.length);
  const states = [...next.subarray(0, LETTERS)].filter((state) => state > 0);
  for (const state of states) {
    const back = fallback[state] ?? 0;
    words[state]?.push(...(words[back] ?? []));
    for (let letter = 0; letter < LETTERS; letter++) {
      const slot = state * LETTERS + letter;
      const behind = next[back * LETTERS + letter] ?? 0;
      const child = next[slot] ?? 0;
      if (child === 0) next[slot] = behind;
      else {
        fallback[child] = behind;
        states.push(child);
      }
    }
  }
  return { next, words };
}

function search({ next, words }: Machine, text: string): ReadonlySet<string> {
  const present = new Set<string>();
  const isNew = Uint8Array.from(words, (ended) => (ended.length > 0 ? 1 : 0));
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = code < LETTERS ? (next[state * LETTERS + code] ?? 0) : 0;
    if (isNew[state] === 0) continue;
    isNew[state] = 0;
    for (const word of words[state] ?? []) present.add(word);
  }
  return present;
}
