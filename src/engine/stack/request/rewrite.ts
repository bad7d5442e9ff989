import type { PlacedDirective } from '../include/placed.ts';
import { Level } from '../inherit/level.ts';
import { compilePattern } from '../pattern/pattern.ts';
import { expandValue } from '../variables/expand-value.ts';
import { lookupFor } from '../variables/lookup.ts';
import type { RequestState } from '../variables/request-state.ts';
import { conditionHolds, takeGroups } from './condition.ts';
import type { Disk } from './disk.ts';

/** How the rewrite directives of one block end. */
export type Rewritten =
  | { readonly kind: 'same' }
  /** The URI changed and a location is to be found anew. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'answer'; readonly status: number; readonly hasBody: boolean };

type Step = Rewritten | { readonly kind: 'stop'; readonly changed: boolean } | null;

/** Runs `set`, `rewrite`, `return`, `break` and `if` of a block in their order (ngx_http_rewrite_module.c). */
export function runRewrites(level: Level, state: RequestState, disk: Disk): Rewritten {
  const run = { changed: false };
  const step = runBlock(level, state, disk, run);
  if (step?.kind === 'answer') return step;
  return (step?.kind === 'stop' ? step.changed : run.changed) ? { kind: 'changed' } : { kind: 'same' };
}

function runBlock(level: Level, state: RequestState, disk: Disk, run: { changed: boolean }): Step {
  for (const directive of level.block.directives) {
    const step = runDirective(directive, level, state, disk, run);
    if (step !== null) return step;
  }
  return null;
}

function runDirective(
  directive: PlacedDirective,
  level: Level,
  state: RequestState,
  disk: Disk,
  run: { changed: boolean },
): Step {
  switch (directive.name) {
    case 'set':
      runSet(directive.args, state);
      return null;
    case 'return':
      return runReturn(directive.args);
    case 'break':
      return { kind: 'stop', changed: false };
    case 'rewrite':
      return runRewrite(directive.args, state, run);
    case 'if': {
      if (conditionHolds(directive.args, state, disk) !== true) return null;
      const inside = new Level('if', level, directive);
      state.level = inside;
      return runBlock(inside, state, disk, run);
    }
    default:
      return null;
  }
}

function runSet([name = '', text = '']: readonly string[], state: RequestState): void {
  const value = expandValue(text, lookupFor(state));
  if (value.complete) state.variables.set(name.slice(1), value.text);
  else state.variables.delete(name.slice(1));
}

/** `return CODE [text]` or `return URL`, which is 302. */
function runReturn([first = '', text]: readonly string[]): Step {
  const status = /^\d{3}$/.test(first) ? Number(first) : 302;
  return { kind: 'answer', status, hasBody: text !== undefined && text !== '' };
}

const REDIRECTS: Readonly<Record<string, number>> = { redirect: 302, permanent: 301 };

function runRewrite(args: readonly string[], state: RequestState, run: { changed: boolean }): Step {
  const [source = '', replacement = '', flag = ''] = args;
  const match = state.uri === null ? null : compilePattern(source)?.match(state.uri);
  if (!match) return null;
  takeGroups(state, match);
  const dropArgs = replacement.endsWith('?');
  const target = expandValue(dropArgs ? replacement.slice(0, -1) : replacement, lookupFor(state)).text;
  const redirects = REDIRECTS[flag] ?? (/^(https?:\/\/|\$scheme)/.test(replacement) ? 302 : null);
  if (redirects !== null) return { kind: 'answer', status: redirects, hasBody: true };
  const mark = target.indexOf('?');
  const own = mark === -1 ? null : target.slice(mark + 1);
  state.uri = mark === -1 ? target : target.slice(0, mark);
  const before = dropArgs ? '' : (state.args ?? '');
  state.args = own === null ? before : before === '' ? own : `${own}&${before}`;
  if (flag === 'break') return { kind: 'stop', changed: false };
  run.changed = true;
  return flag === 'last' ? { kind: 'stop', changed: true } : null;
}
