import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Cause } from '../weighing.ts';
import { nothingFailed } from '../facts/answers.ts';
import { everybodyServed } from '../facts/bursts.ts';
import { bareClosure, CLOSURES, poolLogCovers, weighDeath } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf } from '../facts/lines.ts';
import { numberOf } from '../facts/limits.ts';
import { killedWorkers } from '../facts/kills.ts';
import { isNeighbour } from '../facts/neighbours.ts';
import { weightOf, word } from '../facts/signs.ts';

/** The kernel killed a worker because memory ran out (mm/oom_kill.c), or mmap() was refused. */
export const workerKilledOom: Cause = {
  id: 'worker-killed-oom',
  harm: 'gateway',
  explains: [...CLOSURES, 'nginx.connect-refused', 'nginx.connect-enoent'],
  asks: ['kernel-log', 'fpm-log', 'containers', 'processes'],
  weigh(facts) {
    const told = facts.events('service.failed').filter((event) => event.fields['result'] === 'oom-kill');
    const kills = [...facts.events('kernel.oom-kill', 'kernel.cgroup-oom-kill', 'container.oom-killed'), ...told];
    const ofBackend = kills.filter((event) => !namesNeighbour(event));
    const signals = killedWorkers(facts);
    const mapped = facts.events('fpm.mmap-failed');
    if (ofBackend.length > 0) {
      if (signals.length === 0 && !ofBackend.some(isPhp) && nothingFailed(facts)) return null;
      const weight = weighDeath(facts, [...ofBackend, ...signals]);
      if (weight === null) return null;
      // The kernel's clock may be another; that connections closed long after is no matter of clocks.
      const isUnjoined = weight.level === 'effect' && weight.args['since'] === undefined;
      const level = isUnjoined && signals.length > 0 ? 'mechanism' : weight.level;
      return { ...weight, level, nuance: Math.max(weight.nuance, 0) + 0.03 };
    }
    if (mapped.length > 0) return weightOf('mechanism', [...mapped, ...signals], { mmap: 'yes' });
    const containers = facts.events('container.exited').filter((event) => event.fields['code'] === 137);
    if (containers.length > 0) return weightOf('effect', containers, {}, 0.08);
    const exhausted = facts.events('memory.exhausted');
    if (signals.length > 0) {
      if (exhausted.length > 0) return weightOf('effect', [...signals, ...exhausted], {}, 0.08);
      return weightOf('bare', signals, {}, 0.12);
    }
    if (kills.length > 0)
      return everybodyServed(facts) || nothingFailed(facts)
        ? null
        : weightOf('effect', kills, { neighbour: 'yes' }, -0.1);
    return bareClosure(facts, poolLogCovers(facts) ? -0.15 : memoryPrior(facts), linesOf(exhausted, 2));
  },
  sentence(args) {
    if (args['mmap'] === 'yes')
      return 'A worker could not get memory (mmap: out of memory) and exited; nginx saw a reset.';
    if (args['neighbour'] === 'yes')
      return 'The kernel ran out of memory and killed a neighbour of PHP-FPM; what depended on it failed.';
    return `The kernel's OOM killer ended ${word(args, 'process', 'a PHP-FPM worker')}: the workers together need more memory than there is.`;
  },
};

function namesNeighbour(event: EvidenceEvent): boolean {
  const process = String(
    event.fields['process'] ?? event.fields['name'] ?? event.fields['service'] ?? event.text,
  ).toLowerCase();
  return isNeighbour(process);
}

/** A program of which nobody knows whether anything depends on it is not the backend for being no database. */
function isPhp(event: EvidenceEvent): boolean {
  return /php|fpm/i.test(`${String(event.fields['process'] ?? event.fields['name'] ?? '')} ${event.text}`);
}

/** Could the pool's worst case exceed the memory that was stated? */
function memoryPrior(facts: Facts): number {
  const memory = facts.stack.host.memoryBytes;
  if (memory === null || facts.pools.length === 0) return 0.05;
  const available = memory - (facts.stack.host.reserveBytes ?? 0);
  const worst = facts.pools.reduce((sum, pool) => {
    const path = facts.paths.find((p) => p.pool === pool);
    const limit = numberOf(path?.php?.settings['memory_limit'] ?? facts.stack.php?.settings['memory_limit']) ?? 0;
    return sum + (numberOf(pool.settings['pm.max_children']) ?? 0) * Math.max(limit, 0);
  }, 0);
  if (worst === 0) return 0.05;
  return worst > available ? 0.1 : -0.02;
}
