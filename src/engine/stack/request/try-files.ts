import { expandValue } from '../variables/expand-value.ts';
import { lookupFor } from '../variables/lookup.ts';
import type { RequestState } from '../variables/request-state.ts';
import { pathOfUri } from '../variables/root.ts';
import { indexFile } from './content.ts';
import type { Disk } from './disk.ts';
import type { Move } from './move.ts';

/**
 * `try_files` of the block in force, which no block inherits (ngx_http_try_files_module.c): the first name on the disk
 * becomes the URI; the last argument is a URI, a `@location` or a `=code`.
 */
export function tryFiles(state: RequestState, disk: Disk): Move {
  const names = state.level.block.last('try_files')?.args ?? [];
  const last = names.at(-1);
  if (last === undefined) return { kind: 'go-on' };
  const lookup = lookupFor(state);
  for (const name of names.slice(0, -1)) {
    const isDirectory = name.endsWith('/');
    const { text, complete } = expandValue(isDirectory ? name.slice(0, -1) : name, lookup);
    const path = complete ? wholePath(state, text) : null;
    if (isDirectory ? !isUsableDirectory(path, text, state, disk) : !disk.isFile(path, text)) continue;
    state.uri = text;
    return { kind: 'go-on' };
  }
  if (last.startsWith('=')) return { kind: 'fail', status: Number(last.slice(1)) || 404 };
  const { text } = expandValue(last, lookup);
  if (text.startsWith('@')) return { kind: 'named', name: text };
  return { kind: 'internal-redirect', ...splitArgs(text) };
}

/** On a disk nobody has shown, a directory is only taken to be there when it would lead somewhere. */
function isUsableDirectory(path: string | null, name: string, state: RequestState, disk: Disk): boolean {
  return disk.isDirectory(path, name) && (disk.isSeen || indexFile(name, state, disk) !== null);
}

export function splitArgs(target: string): { uri: string; args: string } {
  const mark = target.indexOf('?');
  return mark === -1 ? { uri: target, args: '' } : { uri: target.slice(0, mark), args: target.slice(mark + 1) };
}

function wholePath(state: RequestState, uri: string): string | null {
  const path = pathOfUri(state, uri, lookupFor(state));
  return path?.complete ? path.text : null;
}
