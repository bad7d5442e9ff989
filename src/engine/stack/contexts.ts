import type { NginxFile } from '../syntax/nginx/tree.ts';
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
 * A fragment that nothing includes joins the only `http` block when that one lacks an include: it is most likely that file.
 */
export function httpContexts(files: readonly NginxFile[], expander: IncludeExpander): HttpContext[] {
  const isMain = (file: NginxFile): boolean => rankOfFile(file) === 'main';
  const mains = files.filter(isMain);
  const mainPath = mains.find((file) => file.path.endsWith('nginx.conf'))?.path ?? mains[0]?.path;
  const roots: { file: NginxFile; block: Block }[] = [];
  for (const file of [...mains, ...files.filter((each) => !isMain(each))]) {
    if (!expander.included.has(file.path)) roots.push({ file, block: expander.expand(file, mainPath ?? file.path) });
  }
  const free = roots.filter(({ file }) => !expander.included.has(file.path));
  const pieces = (free.length > 0 ? free : roots.slice(0, 1)).map(({ block }) => split(block));

  const whole = pieces.flatMap((piece) => {
    const main = piece.main.length > 0 ? new Level('main', null, null, new Block(piece.main, [])) : null;
    const events = main?.block.last('events') ?? null;
    const processes = { main, events: events && new Level('events', main, events) };
    return (main?.block.named('http') ?? []).map((http) => ({ processes, main, http, piece }));
  });
  const only = whole.length === 1 ? whole[0] : undefined;
  const joins = only !== undefined && (only.http.block?.missing.length ?? 0) > 0;
  const contexts = whole.map(({ processes, main, http, piece }) => {
    const loose = joins ? pieces : [piece];
    const inside = [...(http.block?.directives ?? []), ...loose.flatMap((each) => each.http)];
    const level = new Level('http', main, http, new Block(inside, http.block?.missing ?? []));
    return context(
      processes,
      level,
      loose.flatMap((each) => each.server),
      loose.flatMap((each) => each.location),
    );
  });
  const apart = pieces.filter((piece) => !joins && !whole.some((each) => each.piece === piece));
  return [...contexts, ...apart.map(fragmentContext)];
}

interface Pieces extends Readonly<Record<Rank, readonly PlacedDirective[]>> {
  readonly missing: Block['missing'];
}

function fragmentContext(piece: Pieces): HttpContext {
  const main = piece.main.length > 0 ? new Level('main', null, null, new Block(piece.main, [])) : null;
  const events = main?.block.last('events') ?? null;
  const atHttp = piece.http.length > 0 ? piece.missing : [];
  const http = new Level('http', main, null, new Block(piece.http, atHttp));
  const processes = { main, events: events && new Level('events', main, events) };
  return context(processes, http, piece.server, piece.location, piece.http.length > 0 ? [] : piece.missing);
}

function context(
  processes: ProcessLevels,
  http: Level,
  server: readonly PlacedDirective[],
  location: readonly PlacedDirective[],
  missing: Block['missing'] = [],
): HttpContext {
  const servers = http.block.named('server').map((directive) => new Level('server', http, directive));
  if (server.length > 0 || location.length > 0) {
    servers.push(new Level('server', http, null, new Block([...server, ...location], missing)));
  }
  return { processes, http, servers };
}

/** Sorts a file's outermost directives by the block they belong to; what fits several goes to the outermost one present. */
function split(block: Block): Pieces {
  const present = new Set(block.directives.map(({ name }) => RANK_OF.get(name)));
  const outermost = ORDER.find((rank) => present.has(rank)) ?? 'location';
  const pieces: Record<Rank, PlacedDirective[]> = { main: [], http: [], server: [], location: [] };
  for (const directive of block.directives) pieces[RANK_OF.get(directive.name) ?? outermost].push(directive);
  return { ...pieces, missing: block.missing };
}

function rankOfFile(file: NginxFile): Rank {
  const ranks = new Set(file.nodes.map((node) => node.kind === 'directive' && RANK_OF.get(node.words[0]?.value ?? '')));
  return ORDER.find((rank) => ranks.has(rank)) ?? 'location';
}
