import type { Level } from '../inherit/level.ts';
import { expandValue } from '../variables/expand-value.ts';
import { lookupFor } from '../variables/lookup.ts';
import type { RequestState } from '../variables/request-state.ts';

/** Where `error_page` leads for a status: a URI, a `@location` or a URL; null when it says nothing of it. */
export function errorPageFor(level: Level, status: number, state: RequestState): string | null {
  for (const { args } of level.list('error_page').directives) {
    if (args.slice(0, -1).includes(String(status))) return expandValue(args.at(-1) ?? '', lookupFor(state)).text;
  }
  return null;
}
