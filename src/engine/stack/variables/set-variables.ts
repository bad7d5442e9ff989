import type { Level } from '../inherit/level.ts';
import { expandValue } from './expand-value.ts';
import { lookupFor } from './lookup.ts';
import type { RequestState } from './request-state.ts';

/**
 * Runs every unconditional `set` from the server inwards, for a location that nobody asked a request of.
 * What an `if` sets is left out: it may or may not happen.
 */
export function runSets(state: RequestState, level: Level): void {
  const lookup = lookupFor(state);
  for (const each of level.chain()) {
    for (const { args } of each.block.named('set')) {
      const [name = '', text = ''] = args;
      const value = expandValue(text, lookup);
      if (name.startsWith('$') && value.complete) state.variables.set(name.slice(1), value.text);
    }
  }
}
