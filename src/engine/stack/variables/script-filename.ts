import { documentRoot } from './root.ts';
import { expandValue, type Lookup } from './expand-value.ts';
import { lookupFor } from './lookup.ts';
import type { RequestState } from './request-state.ts';

/**
 * `SCRIPT_FILENAME` as the backend gets it; variables that nobody can resolve stand as written.
 * @returns null when no `fastcgi_param` sets it, or a missing include may
 */
export function scriptFilename(state: RequestState): string | null {
  const { directives } = state.level.list('fastcgi_param');
  const parameter = directives.findLast((each) => each.args[0] === 'SCRIPT_FILENAME');
  const text = parameter?.args[1];
  return text === undefined ? null : expandValue(text, withPartialRoot(state)).text;
}

/** A root with an unresolved variable still says more than `$document_root`. */
function withPartialRoot(state: RequestState): Lookup {
  const lookup = lookupFor(state);
  return (name) =>
    name === 'document_root' || name === 'realpath_root' ? (documentRoot(state, lookup)?.text ?? null) : lookup(name);
}
