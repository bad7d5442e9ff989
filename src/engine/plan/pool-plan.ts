import type { Evidence } from '../evidence/evidence.ts';
import type { Host } from '../text/host.ts';
import { MiB, type Bytes } from '../text/units.ts';
import type { PhpLimits } from '../stack/php-limits.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import { backlogFor } from './backlog.ts';
import type { PoolPlan } from './plan.ts';
import { poolBounds, type PoolBounds } from './pool-bounds.ts';
import { moreWorkersOnlyWait, outpacedBurst, saturationOf, forkedTooSlowlyAt } from './saturation.ts';
import {
  fittingSpareServers,
  readyForBursts,
  spareServersFor,
  sparesForBurst,
  type SpareServers,
  type WrittenSpareServers,
} from './spare-servers.ts';
import { isOn, numberOf, textOf, writtenNumber } from './values.ts';

/** PHP's built-in `memory_limit` (main.c). */
const BUILT_IN_MEMORY_LIMIT: Bytes = 128 * MiB;
/** Fewer requests than this say nothing about a peak. */
const ENOUGH_REQUESTS = 500;

/** One plan a pool, together within the host: Σ max_children stays below the ceiling. */
export function planPools(stack: Stack, evidence: Evidence, host: Host): PoolPlan[] {
  const present = stack.pools.map((pool) => numberOf(pool.settings['pm.max_children']) ?? 0);
  const sum = present.reduce((total, one) => total + one, 0);
  return stack.pools.map((pool, at) => planPool(pool, { stack, evidence, host, sum, current: present[at] ?? 0 }));
}

interface Surroundings {
  readonly stack: Stack;
  readonly evidence: Evidence;
  readonly host: Host;
  /** Workers of all pools as configured. */
  readonly sum: number;
  readonly current: number;
}

function planPool(pool: Pool, around: Surroundings): PoolPlan {
  const { evidence, host, stack } = around;
  const php = phpOf(pool, stack);
  const alone = stack.pools.length === 1;
  const demand = evidence.demand;
  const bounds = poolBounds({
    host,
    ...memoryLimitOf(pool, php),
    opcacheBytes: opcacheOf(php),
    concurrency: alone && demand !== null && demand.requests >= ENOUGH_REQUESTS ? demand.concurrency : null,
  });
  const size = poolSize(pool, bounds, around);
  const pm = plannedManager(pool, stack, evidence);
  const children = size.children ?? around.current;
  const spare = pm === 'dynamic' && children > 0 ? spareOf(pool, children, around) : null;
  const backlog = backlogFor(pool, evidence, host);
  return {
    name: pool.name,
    pm,
    maxChildren: size.children,
    startServers: spare?.start ?? null,
    minSpareServers: spare?.min ?? null,
    maxSpareServers: spare?.max ?? null,
    maxRequests: numberOf(pool.settings['pm.max_requests']),
    backlog: backlog.value,
    bounds: {
      memory: bounds.memory,
      memoryLimit: bounds.memoryLimit,
      cpu: bounds.cpu,
      demand: bounds.demand,
      binding: bounds.binding,
    },
    because: [...bounds.because, ...size.because, ...spareBecause(spare, children), ...backlog.because],
  };
}

interface Size {
  readonly children: number | null;
  readonly because: readonly string[];
}

function poolSize(pool: Pool, bounds: PoolBounds, { stack, evidence, host, sum, current }: Surroundings): Size {
  const { ceiling, demand } = bounds;
  const others = sum - current;
  if (ceiling !== null && sum > ceiling) {
    const children = Math.max(1, Math.floor((ceiling * current) / sum));
    const share = others > 0 ? ` × ${String(current)} / ${String(sum)} (its share of all pools)` : '';
    return {
      children,
      because: [`pm.max_children: ${String(ceiling)}${share} = ${String(children)}, was ${String(current)}`],
    };
  }
  const room = ceiling === null ? null : Math.max(1, ceiling - others);
  const full = moreWorkersOnlyWait(evidence) ? null : saturationOf(pool, stack, evidence);
  if (full !== null) {
    const doubled = full.limit === null ? null : 2 * full.limit;
    const wanted = doubled === null ? demand : Math.max(doubled, demand ?? doubled);
    const unsized = others === 0 && demand === null ? room : null;
    const children = least(room, unsized ?? wanted);
    if (children !== null) return { children, because: [fullBecause(children, room, full.limit, demand)] };
  }
  const asked = host.memoryBytes !== null && host.workerMemoryBytes !== null;
  if (asked && others === 0) {
    const children = least(ceiling, demand);
    return {
      children,
      because: [`pm.max_children: the smallest of these, ${String(children)} (${bounds.binding} binds)`],
    };
  }
  if (demand !== null && demand > current) {
    const children = least(room, demand);
    return {
      children,
      because: [`pm.max_children: ${String(children)} carries the demand, ${String(current)} does not`],
    };
  }
  return { children: null, because: [] };
}

function fullBecause(children: number, room: number | null, limit: number | null, demand: number | null): string {
  const was = limit === null ? 'the pool was full' : `the pool was full at ${String(limit)}`;
  if (room !== null && children === room) return `pm.max_children: ${was}; the host carries ${String(room)}`;
  if (demand !== null && children === demand) return `pm.max_children: ${was}; the demand is ${String(demand)}`;
  return `pm.max_children: ${was} → 2 × ${String(limit)} = ${String(children)}; state memory and worker memory for a bound`;
}

function least(...values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? Math.max(1, Math.min(...known)) : null;
}

function spareOf(pool: Pool, children: number, { current, evidence, stack }: Surroundings): SpareServers {
  const written = writtenSpares(pool);
  const burst = outpacedBurst(pool, stack, evidence);
  const total = forkedTooSlowlyAt(pool, stack, evidence, children);
  const bursts = burst !== null || (total !== null && !readyForBursts(written.min, children, total));
  if (children > current || bursts) {
    // A pool that was full met a burst: raised children that are forked one by one would not have met it either.
    const full = saturationOf(pool, stack, evidence) !== null;
    const usual = bursts || full ? sparesForBurst(children, burst ?? 0) : spareServersFor(children);
    const min = Math.max(usual.min, Math.min(written.min ?? 0, children));
    const max = Math.max(usual.max, min, Math.min(written.max ?? 0, children));
    return { start: min + Math.floor((max - min) / 2), min, max };
  }
  return fittingSpareServers(written, children);
}

/** The pool's spare servers as somebody wrote them. */
export function writtenSpares({ settings }: Pool): WrittenSpareServers {
  return {
    start: writtenNumber(settings['pm.start_servers']),
    min: writtenNumber(settings['pm.min_spare_servers']),
    max: writtenNumber(settings['pm.max_spare_servers']),
  };
}

function spareBecause(spare: SpareServers | null, children: number): string[] {
  if (spare === null) return [];
  return [
    `spare servers: ${String(spare.min)} ≤ start ${String(spare.start)} ≤ ${String(spare.max)} ≤ ${String(children)}`,
  ];
}

/** ondemand forks on a notification that a burst raises once for many connections: a pool that was full is not for it. */
function plannedManager(pool: Pool, stack: Stack, evidence: Evidence): PoolPlan['pm'] {
  const full = saturationOf(pool, stack, evidence) !== null && !moreWorkersOnlyWait(evidence);
  return pmOf(pool) === 'ondemand' && full ? 'dynamic' : pmOf(pool);
}

/** `pm` as FPM reads it; a value it refuses is planned as `dynamic`. */
export function pmOf(pool: Pool): PoolPlan['pm'] {
  const pm = textOf(pool.settings['pm'])?.toLowerCase();
  return pm === 'static' || pm === 'ondemand' ? pm : 'dynamic';
}

/** Limits of the requests of this pool; of a pool that no path reaches, those of another, which share the php.ini. */
function phpOf(pool: Pool, { paths, php }: Stack): PhpLimits | null {
  const own = paths.find((path) => path.pool === pool) ?? paths.find((path) => path.php !== null);
  return own?.php ?? php;
}

function memoryLimitOf(
  pool: Pool,
  php: PhpLimits | null,
): { memoryLimitBytes: Bytes | null; memoryLimitAssumed: boolean } {
  const setting =
    pool.settings['php_admin_value[memory_limit]'] ??
    pool.settings['php_value[memory_limit]'] ??
    php?.settings['memory_limit'];
  if (setting === undefined) return { memoryLimitBytes: BUILT_IN_MEMORY_LIMIT, memoryLimitAssumed: true };
  const bytes = numberOf(setting);
  return { memoryLimitBytes: bytes !== null && bytes > 0 ? bytes : null, memoryLimitAssumed: setting.written === null };
}

/** OPcache's segment is shared; it counts once, and only when somebody wrote its size down. */
function opcacheOf(php: PhpLimits | null): Bytes | null {
  const size = writtenNumber(php?.settings['opcache.memory_consumption']);
  const enabled = php?.settings['opcache.enable'];
  if (size === null || size <= 0 || (enabled?.written != null && !isOn(enabled))) return null;
  // php.ini states it in megabytes.
  return size < MiB ? size * MiB : size;
}
