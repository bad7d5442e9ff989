import type { Host } from '../text/host.ts';
import { MiB, type Bytes } from '../text/units.ts';
import type { BindingBound } from './plan.ts';
import { bytesInWords, trimmed } from './wording.ts';

/** What is known of the machine, the work and one pool; unknown is null. Counts are workers. */
export interface PoolDuty {
  readonly host: Host;
  /** `memory_limit`; null when unlimited or unknown. */
  readonly memoryLimitBytes: Bytes | null;
  readonly memoryLimitAssumed: boolean;
  /** Shared memory of OPcache, only where its size is known. */
  readonly opcacheBytes: Bytes | null;
  /** L = λ·W at the peak, from the logs. */
  readonly concurrency: number | null;
}

export interface PoolBounds {
  readonly memory: number | null;
  readonly memoryLimit: number | null;
  readonly cpu: number | null;
  readonly demand: number | null;
  readonly binding: BindingBound;
  /** Smallest of the bounds that must not be passed (memory, memory_limit, CPU). */
  readonly ceiling: number | null;
  readonly because: readonly string[];
}

/** Kept back when nothing is stated. */
const RESERVE_SHARE = 0.25;
/** What a PHP process needs beside `memory_limit`: its stacks, libraries' own allocations. */
const BESIDE_MEMORY_LIMIT: Bytes = 15 * MiB;
/** Share of the cores that may be busy before latency grows. */
const CPU_SHARE = 0.8;
/** Wall time over CPU time of a request, where nothing measures it. */
const ASSUMED_WALL_PER_CPU = 5;
/** Share of the workers that may be busy at the peak. */
const BUSY_SHARE = 0.7;

/** The upper bounds of a pool's size and the demand on it, each with its arithmetic. */
export function poolBounds(duty: PoolDuty): PoolBounds {
  const lines = { memory: '', memoryLimit: '', cpu: '', demand: '' };
  const left = memoryForWorkers(duty);
  const worker = duty.host.workerMemoryBytes;
  let memory: number | null = null;
  if (left !== null && worker !== null && worker > 0) {
    memory = Math.max(0, Math.floor(left.bytes / worker));
    lines.memory = `memory: ${left.words} / ${bytesInWords(worker)} = ${String(memory)} workers`;
  }
  let memoryLimit: number | null = null;
  if (left !== null && duty.memoryLimitBytes !== null && duty.memoryLimitBytes > 0) {
    memoryLimit = Math.max(0, Math.floor(left.bytes / (duty.memoryLimitBytes + BESIDE_MEMORY_LIMIT)));
    lines.memoryLimit =
      `worst case: ${left.words} / (memory_limit ${bytesInWords(duty.memoryLimitBytes)}` +
      `${duty.memoryLimitAssumed ? ', PHP’s default, assumed,' : ''} + ${bytesInWords(BESIDE_MEMORY_LIMIT)}) = ${String(memoryLimit)} workers`;
  }
  const { cores } = duty.host;
  let cpu: number | null = null;
  if (cores !== null && cores > 0) {
    cpu = Math.max(1, Math.floor(cores * CPU_SHARE * ASSUMED_WALL_PER_CPU));
    lines.cpu = `CPU: ${trimmed(cores)} cores × ${String(CPU_SHARE)} × ${String(ASSUMED_WALL_PER_CPU)} (wall / CPU time, assumed) = ${String(cpu)} workers`;
  }
  let demand: number | null = null;
  if (duty.concurrency !== null && duty.concurrency > 0) {
    demand = Math.max(1, Math.ceil(duty.concurrency / BUSY_SHARE));
    lines.demand = `demand: ${trimmed(duty.concurrency)} requests at once / ${String(BUSY_SHARE)} = ${String(demand)} workers`;
  }
  const bounds = { memory, memoryLimit, cpu, demand };
  const binding = bindingOf(bounds);
  const ceiling = smallest([memory, memoryLimit, cpu]);
  const because = Object.values(lines).filter((line) => line !== '');
  return { ...bounds, binding, ceiling, because };
}

/** RAM (or the cgroup's limit) less what the system keeps and less OPcache's segment, which all workers share. */
function memoryForWorkers({ host, opcacheBytes }: PoolDuty): { bytes: Bytes; words: string } | null {
  const { memoryBytes, reserveBytes } = host;
  if (memoryBytes === null) return null;
  const reserve = reserveBytes ?? memoryBytes * RESERVE_SHARE;
  const parts = [
    bytesInWords(memoryBytes),
    `${bytesInWords(reserve)}${reserveBytes === null ? ' (a quarter, assumed)' : ''}`,
  ];
  if (opcacheBytes !== null) parts.push(`OPcache ${bytesInWords(opcacheBytes)}`);
  return { bytes: memoryBytes - reserve - (opcacheBytes ?? 0), words: `(${parts.join(' − ')})` };
}

function bindingOf(bounds: Pick<PoolBounds, 'memory' | 'memoryLimit' | 'cpu' | 'demand'>): BindingBound {
  const least = smallest(Object.values(bounds));
  const names = ['memory', 'memoryLimit', 'cpu', 'demand'] as const;
  return names.find((name) => least !== null && bounds[name] === least) ?? 'none';
}

function smallest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? Math.min(...known) : null;
}
