import type { NginxFile } from '../syntax/nginx/tree.ts';
import { directoryOf } from './include/find-files.ts';
import type { IncludeExpander } from './include/expand.ts';
import { Block, type PlacedDirective } from './include/placed.ts';
import { Level } from './inherit/level.ts';
import type { ProcessLevels } from './limits/settings-of-level.ts';

/** One `http` block, or what stands for it when only pieces were pasted. */
export interface HttpContext {
  readonly processes: ProcessLevels;
  readonly http: Level;
  /** Servers in the order of the text; the last may be one without a `server` block, for pasted locations. */
  readonly servers: readonly Level[];
}

type Rank = 'main' | 'http' | 'server' | 'location';

/** Directives that tell which block a fragment was cut from; all others fit several. */
const RANKS: Readonly<Record<Rank, readonly string[]>> = {
  main: [
    'http',
    'events',
    'stream',
    'mail',
    'user',
    'pid',
    'daemon',
    'load_module',
    'worker_processes',
    'worker_rlimit_nofile',
  ],
  http: [
    'server',
    'upstream',
    'map',
    'geo',
    'split_clients',
    'log_format',
    'limit_req_zone',
    'limit_conn_zone',
    'fastcgi_cache_path',
    'proxy_cache_path',
  ],
  server: ['location', 'listen', 'server_name'],
  location: [
    'fastcgi_pass',
    'proxy_pass',
    'uwsgi_pass',
    'scgi_pass',
    'grpc_pass',
    'memcached_pass',
    'alias',
    'internal',
    'limit_except',
  ],
};
const ORDER: readonly Rank[] = ['main', 'http', 'server', 'location'];
const RANK_OF = new Map(ORDER.flatMap((rank) => RANKS[rank].map((name) => [name, rank] as const)));

/**
 * Finds the main file, splices includes, and gives every fragment the blocks it was cut from.
 * Fragments of unknown place join the only `http` block when that one lacks an include: they are most likely that file.
 * Else all fragments together stand for one host whose main file was not pasted.
 */
export function httpContexts(files: readonly NginxFile[], expander: IncludeExpander): HttpContext[] {
  const pieces = piecesOf(files, expander);
  const whole = pieces.flatMap((piece) => (piece.main.some(({ name }) => name === 'http') ? [piece] : []));
  const loose = pieces.filter((piece) => !whole.includes(piece));
  const [only] = whole;
  if (only === undefined) return [contextOf(null, loose)];
  const joining =
    whole.length === 1 && lacksInclude(only) ? loose.filter((piece) => !isBelow(only.path, piece.path)) : [];
  const contexts = whole.map((piece) => contextOf(piece, joining));
  const apart = loose.filter((piece) => !joining.includes(piece));
  // What stands in the main file's own tree and is included by nothing is not read, unless there is nothing else to read.
  const read = contexts.some(({ servers }) => servers.length > 0);
  const rest = read ? apart.filter((piece) => !whole.some((main) => isBelow(main.path, piece.path))) : apart;
  return rest.length > 0 ? [...contexts, contextOf(null, rest)] : contexts;
}

interface Piece extends Readonly<Record<Rank, readonly PlacedDirective[]>> {
  readonly path: string;
  readonly missing: Block['missing'];
}

/** The files that nothing includes, main files first, their directives sorted by the block they belong to. */
function piecesOf(files: readonly NginxFile[], expander: IncludeExpander): Piece[] {
  const isMain = (file: NginxFile): boolean => rankOfFile(file) === 'main';
  const mains = files.filter(isMain);
  const mainPath = mains.find((file) => file.path.endsWith('nginx.conf'))?.path ?? mains[0]?.path;
  const roots: { path: string; block: Block }[] = [];
  for (const file of [...mains, ...files.filter((each) => !isMain(each))]) {
    if (expander.included.has(file.path)) continue;
    roots.push({ path: file.path, block: expander.expand(file, mainPath ?? file.path) });
  }
  const free = roots.filter(({ path }) => !expander.included.has(path));
  // Files that include each other in a circle have no beginning; the first will do.
  return (free.length > 0 ? free : roots.slice(0, 1)).map(({ path, block }) => split(path, block));
}

function lacksInclude(piece: Piece): boolean {
  return piece.main.some(({ name, block }) => name === 'http' && (block?.missing.length ?? 0) > 0);
}

/** True when a document's path says where it stands, and that is below the main file's directory. */
function isBelow(mainPath: string, path: string): boolean {
  const directory = directoryOf(mainPath);
  return path.includes('/') && (directory === '' || path.startsWith(`${directory}/`));
}

/** @param whole piece with an `http` block; null when only fragments were pasted */
function contextOf(whole: Piece | null, loose: readonly Piece[]): HttpContext {
  const all = whole === null ? loose : [whole, ...loose];
  const atMain = all.flatMap((piece) => piece.main);
  const main = atMain.length > 0 ? new Level('main', null, null, new Block(atMain, whole?.missing ?? [])) : null;
  const events = main?.block.last('events') ?? null;
  const blocks = main?.block.named('http') ?? [];
  const inside = [...blocks.flatMap((each) => each.block?.directives ?? []), ...all.flatMap((piece) => piece.http)];
  const lost = [
    ...blocks.flatMap((each) => each.block?.missing ?? []),
    ...loose.flatMap((piece) => (isOfHttp(piece) ? piece.missing : [])),
  ];
  const http = new Level('http', main, blocks.at(-1) ?? null, new Block(inside, lost));
  return {
    processes: { main, events: events && new Level('events', main, events) },
    http,
    servers: [
      ...http.block.named('server').map((directive) => new Level('server', http, directive)),
      ...all.flatMap((piece) => unservedLevel(piece, http)),
    ],
  };
}

/** A server for locations and directives that were pasted without one. */
function unservedLevel(piece: Piece, http: Level): Level[] {
  const inside = [...piece.server, ...piece.location];
  const missing = isOfHttp(piece) || piece.main.length > 0 ? [] : piece.missing;
  return inside.length > 0 ? [new Level('server', http, null, new Block(inside, missing))] : [];
}

function isOfHttp(piece: Piece): boolean {
  return piece.http.length > 0 && piece.main.length === 0;
}

/** Sorts a file's outermost directives by the block they belong to; what fits several goes to the outermost one present. */
function split(path: string, block: Block): Piece {
  const present = new Set(block.directives.map(({ name }) => RANK_OF.get(name)));
  const outermost = ORDER.find((rank) => present.has(rank)) ?? 'location';
  const pieces: Record<Rank, PlacedDirective[]> = { main: [], http: [], server: [], location: [] };
  for (const directive of block.directives) pieces[RANK_OF.get(directive.name) ?? outermost].push(directive);
  return { path, ...pieces, missing: block.missing };
}

function rankOfFile(file: NginxFile): Rank {
  const ranks = new Set(file.nodes.map((node) => node.kind === 'directive' && RANK_OF.get(node.words[0]?.value ?? '')));
  return ORDER.find((rank) => ranks.has(rank)) ?? 'location';
}
