import type { PlacedDirective } from '../include/placed.ts';
import type { Level } from '../inherit/level.ts';
import type { LimitReader } from '../limits/read.ts';
import type { Pass } from '../location/pass.ts';
import { isAtLeast } from '../nginx-version.ts';
import type { UpstreamRef, UpstreamServer } from '../request-path.ts';

/** First release in which every explicit upstream keeps connections: `keepalive 32 local` (ngx_http_upstream_keepalive_module.c). */
const KEEPALIVE_BY_DEFAULT = { since: '1.29.7', connections: 32 };

/**
 * Where a `*_pass` leads.
 * @param target its argument with variables resolved; a part that could not be resolved makes the upstream null
 */
export function upstreamFor(pass: Pass, target: string, http: Level, reader: LimitReader): UpstreamRef | null {
  const address = addressOf(target);
  if (address === '' || address.includes('$')) return null;
  const block = http.block.named('upstream').find((each) => each.args[0]?.toLowerCase() === address.toLowerCase());
  if (block !== undefined) return blockRef(block, reader);
  const { directive } = pass;
  const word = directive.node.words[1];
  const inside = word === undefined ? -1 : word.raw.indexOf(address);
  const at = reader.writtenAt(directive, 1, 2);
  const start = inside === -1 ? at.start : at.start + inside;
  const server: UpstreamServer = {
    ...at,
    column: at.column + (start - at.start),
    address,
    parameters: [],
    start,
    end: inside === -1 ? at.end : start + address.length,
  };
  return {
    path: at.path,
    line: at.line,
    column: at.column,
    name: null,
    servers: [server],
    keepalive: null,
    node: null,
  };
}

/** An `upstream` block with its servers. */
export function blockRef(block: PlacedDirective, reader: LimitReader): UpstreamRef {
  const servers = (block.block?.named('server') ?? []).map((directive): UpstreamServer => {
    const at = reader.writtenAt(directive, 1, 2);
    return { ...at, address: directive.args[0] ?? '', parameters: directive.args.slice(1) };
  });
  const written = block.block?.last('keepalive')?.args[0];
  const byDefault = isAtLeast(reader.version, KEEPALIVE_BY_DEFAULT.since) ? KEEPALIVE_BY_DEFAULT.connections : null;
  const keepalive = written === undefined ? byDefault : Number(written) || null;
  const place = reader.writtenAt(block, 0, 1);
  return {
    path: place.path,
    line: place.line,
    column: place.column,
    name: block.args[0] ?? '',
    servers,
    keepalive,
    node: block.node,
  };
}

/** Without scheme and path: `http://app:8080/x` → `app:8080`, `http://unix:/run/a.sock:/x` → `unix:/run/a.sock`. */
export function addressOf(target: string): string {
  const scheme = target.indexOf('://');
  const rest = scheme > 0 && scheme < 8 ? target.slice(scheme + 3) : target;
  if (rest.startsWith('unix:')) {
    const end = rest.indexOf(':', 5);
    return end === -1 ? rest : rest.slice(0, end);
  }
  const slash = rest.indexOf('/');
  return slash === -1 ? rest : rest.slice(0, slash);
}
