import type { PlacedDirective } from './include/placed.ts';
import type { Level } from './inherit/level.ts';
import type { PhpBehind } from './limits/php-behind.ts';
import type { ProcessLevels, SettingsBook } from './limits/settings-of-level.ts';
import type { LimitReader } from './limits/read.ts';
import { labelOf, type LocationNode } from './location/location.ts';
import type { Pass } from './location/pass.ts';
import type { Pool } from './pool.ts';
import type { BlockRef, LocationRef, PassProtocol, RequestPath, ServerRef, UpstreamRef } from './request-path.ts';
import { keepaliveSetting } from './upstream/keepalive.ts';
import { poolFor } from './upstream/pool-for.ts';
import { upstreamFor } from './upstream/upstream-for.ts';
import { expandValue } from './variables/expand-value.ts';
import { lookupFor } from './variables/lookup.ts';
import type { RequestState } from './variables/request-state.ts';
import { scriptFilename } from './variables/script-filename.ts';

/** What all request paths of one stack share. */
export interface Assembly {
  readonly reader: LimitReader;
  readonly pools: readonly Pool[];
  readonly phpBehind: PhpBehind;
  readonly book: SettingsBook;
  /** A number for an object, the same for the same one; 0 for none. */
  readonly idOf: (thing: object | null | undefined) => number;
}

/** Where a request ends: a block, the location around it, and what passes it on (null: nginx answers itself). */
export interface Ending {
  readonly processes: ProcessLevels;
  readonly location: LocationNode | null;
  readonly pass: Pass | null;
  /** For pieces without a pass: the protocol their limits are of, and the upstream that stands by itself. */
  readonly protocol?: PassProtocol | null;
  readonly upstream?: UpstreamRef | null;
  /** nginx's own answer. */
  readonly status?: number | null;
}

/** Puts together what a request meets that ends at `state.level`. */
export function assemble(state: RequestState, ending: Ending, assembly: Assembly): RequestPath {
  const { reader, pools, book, idOf } = assembly;
  const { level } = state;
  const { pass, location } = ending;
  const server = level.nearest('server');
  const http = level.nearest('http');
  const target = pass && expandValue(pass.directive.args[0] ?? '', lookupFor(state)).text;
  const upstream = pass && http ? upstreamFor(pass, target ?? '', http, reader) : (ending.upstream ?? null);
  const protocol = pass?.protocol ?? ending.protocol ?? null;
  const isFastcgi = protocol === 'fastcgi';
  const pool = isFastcgi ? poolFor(upstream, pools) : null;
  const script = isFastcgi ? scriptFilename(state) : null;
  const fastcgiParams = level.list('fastcgi_param').directives;
  const php = isFastcgi ? assembly.phpBehind({ pool, fastcgiParams, scriptFilename: script, host: state.host }) : null;
  return {
    server: server && serverRef(server, reader),
    location: location && locationRef(location, reader),
    pass: pass && {
      ...placeOf(pass.directive, reader),
      protocol: pass.protocol,
      target: pass.directive.args[0] ?? '',
      node: pass.directive.node,
    },
    upstream,
    pool,
    php,
    scriptFilename: script,
    get settings() {
      const further = [keepaliveSetting(upstream, http, reader), pool?.settings, php?.settings];
      const key = [protocol, idOf(upstream?.node), idOf(pool), idOf(php)].join(' ');
      return book.at(level, { processes: ending.processes, protocol, further, key });
    },
    unknownIncludes: level
      .chain()
      .filter((each) => each.kind !== 'main')
      .flatMap((each) => each.block.missing.map(({ path, line, column }) => ({ path, line, column }))),
    status: ending.status ?? null,
  };
}

function placeOf(directive: PlacedDirective, reader: LimitReader): { path: string; line: number; column: number } {
  const { path, line, column } = reader.writtenAt(directive, 0, 1);
  return { path, line, column };
}

function blockRef(directive: PlacedDirective, reader: LimitReader): BlockRef {
  return { ...placeOf(directive, reader), node: directive.node };
}

function serverRef(server: Level, reader: LimitReader): ServerRef | null {
  if (server.directive === null) return null;
  return {
    ...blockRef(server.directive, reader),
    names: server.block.named('server_name').flatMap((each) => each.args),
    listen: server.block.named('listen').map((each) => each.args.join(' ')),
  };
}

function locationRef(location: LocationNode, reader: LimitReader): LocationRef {
  const { directive, modifier, match } = location;
  return { ...blockRef(directive, reader), modifier, match, label: labelOf(modifier, match) };
}
