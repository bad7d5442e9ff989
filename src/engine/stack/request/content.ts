import { expandValue } from '../variables/expand-value.ts';
import { lookupFor } from '../variables/lookup.ts';
import type { RequestState } from '../variables/request-state.ts';
import { pathOfUri } from '../variables/root.ts';
import type { Disk } from './disk.ts';
import type { Move } from './move.ts';

/** What nginx itself does with a request nobody takes: an index file, a file, or an error (index and static modules). */
export function contentOf(state: RequestState, disk: Disk): Move {
  const uri = state.uri ?? '/';
  if (uri.endsWith('/')) return indexOf(uri, state, disk);
  const path = pathOf(uri, state);
  if (disk.isFile(path, uri)) return { kind: 'served' };
  return { kind: 'fail', status: disk.isDirectory(path, uri) ? 301 : 404 };
}

function indexOf(uri: string, state: RequestState, disk: Disk): Move {
  const index = indexFile(uri, state, disk);
  if (index !== null) return { kind: 'internal-redirect', uri: index, args: state.args };
  return { kind: 'fail', status: disk.isDirectory(pathOf(uri, state), uri) ? 403 : 404 };
}

/** URI of the first `index` file in a directory; names with a leading slash are taken unseen. */
export function indexFile(uri: string, state: RequestState, disk: Disk): string | null {
  const { directives } = state.level.list('index');
  const names = directives.length === 0 ? ['index.html'] : directives.flatMap(({ args }) => args);
  const directory = uri.endsWith('/') ? uri : `${uri}/`;
  for (const name of names) {
    const { text } = expandValue(name, lookupFor(state));
    if (text.startsWith('/')) return text;
    if (disk.isFile(pathOf(directory + text, state), directory + text)) return directory + text;
  }
  return null;
}

function pathOf(uri: string, state: RequestState): string | null {
  const path = pathOfUri(state, uri, lookupFor(state));
  return path?.complete ? path.text : null;
}
