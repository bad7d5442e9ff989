import type { LocationName } from '../blocks.ts';
import type { Call, Judgement } from '../judgement.ts';

/** Reads modifier and name (`ngx_http_core_location`); null when nginx refuses them. */
export function readLocation(call: Call, judgement: Judgement): LocationName | null {
  const location = readName(call, judgement);
  if (location === null) return null;
  const parent = call.block.location;
  const problem = parent === null || call.block.kind !== 'l' ? null : nestingProblem(location, parent);
  if (problem !== null) {
    judgement.object(call.directive, problem, call.args.length);
    return location;
  }
  if (location.kind === 'prefix' || location.kind === 'exact') {
    const names = (call.block.notes.get('locations') as Set<string> | undefined) ?? new Set<string>();
    call.block.notes.set('locations', names);
    const key = `${location.kind} ${location.name}`;
    if (names.has(key)) judgement.object(call.directive, `duplicate location "${location.name}"`, call.args.length);
    names.add(key);
  }
  return location;
}

function readName(call: Call, judgement: Judgement): LocationName | null {
  const [first = '', second] = call.args;
  if (second !== undefined) {
    if (first === '=') return { name: second, kind: 'exact' };
    if (first === '^~') return { name: second, kind: 'prefix' };
    if (first === '~' || first === '~*') return regex(call, judgement, 2, second);
    judgement.object(call.directive, `invalid location modifier "${first}"`, 1);
    return null;
  }
  if (first.startsWith('=')) return { name: first.slice(1), kind: 'exact' };
  if (first.startsWith('^~')) return { name: first.slice(2), kind: 'prefix' };
  if (first.startsWith('~')) return regex(call, judgement, 1, first.slice(first.startsWith('~*') ? 2 : 1));
  return { name: first, kind: first.startsWith('@') ? 'named' : 'prefix' };
}

function regex(call: Call, judgement: Judgement, word: number, pattern: string): LocationName | null {
  return judgement.regex(call, word, pattern) ? { name: pattern, kind: 'regex' } : null;
}

function nestingProblem(location: LocationName, parent: LocationName): string | null {
  if (parent.kind === 'exact') {
    return `location "${location.name}" cannot be inside the exact location "${parent.name}"`;
  }
  if (parent.kind === 'named') {
    return `location "${location.name}" cannot be inside the named location "${parent.name}"`;
  }
  if (location.kind === 'named') return `named location "${location.name}" can be on the server level only`;
  if (location.kind === 'regex' || location.name.startsWith(parent.name)) return null;
  return `location "${location.name}" is outside location "${parent.name}"`;
}
