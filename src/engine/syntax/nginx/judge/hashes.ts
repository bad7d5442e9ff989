import type { NginxDirective } from '../tree.ts';
import { nameOf } from '../walk.ts';
import { inForce, type Block } from './blocks.ts';
import type { Judgement, ListenAddress } from './judgement.ts';
import { parseCount } from '../quantity.ts';
import { isBadWildcard } from './setters/core.ts';

/** Size of a cache line on the processors nginx runs on; bucket sizes are rounded up to it. */
const CACHE_LINE = 64;

/** Longest key that fits a bucket: `NGX_HASH_ELT_SIZE` is a pointer and the key with its length, aligned (`ngx_hash.c`). */
function longestKey(bucketSize: number): number {
  return Math.floor((bucketSize - 16) / 8) * 8 - 2;
}

interface HashSizes {
  readonly bucket: number;
  readonly max: number;
  readonly bucketDirective: NginxDirective | undefined;
  readonly maxDirective: NginxDirective | undefined;
}

function hashSizes(block: Block, name: string): HashSizes {
  const bucketDirective = inForce(block, `${name}_bucket_size`);
  const maxDirective = inForce(block, `${name}_max_size`);
  const bucket = parseCount(bucketDirective?.words[1]?.value ?? '64') ?? CACHE_LINE;
  const max = parseCount(maxDirective?.words[1]?.value ?? '1024') ?? 1024;
  return { bucket: Math.ceil(bucket / CACHE_LINE) * CACHE_LINE, max, bucketDirective, maxDirective };
}

/** Objects when a table cannot be built: no room at all, or a key longer than a bucket takes. */
function judgeHash(
  block: Block,
  name: string,
  keys: Iterable<readonly [key: string, directive: NginxDirective]>,
  judgement: Judgement,
): void {
  const { bucket, max, bucketDirective, maxDirective } = hashSizes(block, name);
  if (max === 0 && maxDirective !== undefined) {
    judgement.object(maxDirective, `could not build ${name}, you should increase ${name}_max_size: 0`, 1);
    return;
  }
  const longest = longestKey(bucket);
  if (longest <= 0 && bucketDirective !== undefined) {
    judgement.object(bucketDirective, `could not build ${name}, you should increase ${name}_bucket_size: ${bucket}`, 1);
    return;
  }
  for (const [key, directive] of keys) {
    if (key.length <= longest) continue;
    judgement.object(directive, `could not build ${name}, you should increase ${name}_bucket_size: ${bucket}`);
    return;
  }
}

const BUILT_PER_LEVEL = [
  ['types_hash', 'types'],
  ['proxy_headers_hash', 'proxy_set_header'],
] as const;

/** Tables of one http block, of its maps and of the levels below that set sizes of their own. */
export function judgeHashes(root: Block, judgement: Judgement): void {
  const http = root.kind === 'h' ? root : root.children.find((child) => child.kind === 'h');
  const level = http ?? root;
  const variables = [...judgement.http.variables].flatMap(([name, directive]) =>
    directive === null ? [] : [[name, directive] as const],
  );
  if (http !== undefined || variables.length > 0) judgeHash(level, 'variables_hash', variables, judgement);
  for (const { block, rows } of judgement.maps) {
    judgeHash(
      block,
      'map_hash',
      rows.map((row) => [nameOf(row), row] as const),
      judgement,
    );
  }
  for (const block of [level, ...level.children, ...level.children.flatMap((child) => child.children)]) {
    for (const [name, filler] of BUILT_PER_LEVEL) {
      // A location takes over the server's table unless it fills one of its own.
      if (block.kind !== 'h' && block.kind !== 's' && !block.own.has(filler)) continue;
      const touched = block.own.has(`${name}_max_size`) || block.own.has(`${name}_bucket_size`);
      const merged = block.kind !== 'h' || block.children.some((child) => child.kind === 's');
      if (touched && merged) judgeHash(block, name, [], judgement);
    }
  }
  for (const [key, listen] of judgement.http.listens) judgeServerNames(key, listen, judgement);
}

/** Names are compared only where several servers share an address (`ngx_http_server_names`). */
function judgeServerNames(key: string, { servers }: ListenAddress, judgement: Judgement): void {
  const [first] = servers;
  if (first === undefined || servers.length < 2) return;
  const exact: (readonly [string, NginxDirective])[] = [];
  for (const server of servers) {
    for (const { name, use } of judgement.serverNames.get(server) ?? []) {
      if (name.startsWith('~')) continue;
      if (isBadWildcard(name)) {
        const address = key.slice(key.lastIndexOf(' ') + 1);
        judgement.object(use, `invalid server name or wildcard "${name}" on ${address}`);
        judgement.serverNames.delete(server);
        break;
      }
      exact.push([name.replace(/^\*?\./, '').replace(/\.\*$/, ''), use]);
    }
  }
  judgeHash(first.parent ?? first, 'server_names_hash', exact, judgement);
}
