import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './client.ts';
import { applyPatch, fix } from './engine.ts';
import { Host, notSeen, summary } from './host.ts';
import type { Scenario } from './scenario.ts';

/** Steady small requests, so that what a change costs can be counted. */
function steadyLoad(port: number, uri: string): { stop(): Promise<number[]> } {
  const statuses: number[] = [];
  const pending: Promise<unknown>[] = [];
  const timer = setInterval(() => pending.push(ask(port, { uri }).then((status) => statuses.push(status))), 50);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      return statuses;
    },
  };
}

/**
 * The same failure on a host that stays up: the patch goes in as its safety demands (a restart where a fix says so, else reloads),
 * then the request is made again.
 * @returns the statuses after, and how many small requests the change itself cost; null when they failed before it too
 */
export async function underLoad(
  scenario: Scenario,
  safeties: readonly string[],
  reasons: string[],
): Promise<{ underLoad: string; lost: number | null }> {
  const host = await Host.layOut(scenario);
  try {
    await host.start();
    await host.take(scenario.steps);
    const port = host.prefix.ports['HTTP'] ?? 0;
    const uri = scenario.quickUri ?? (host.runs('fpm') ? '/ok.php' : '/');
    const served = (await ask(port, { uri })) === 200;
    const load = steadyLoad(port, uri);
    applyPatch(fix(scenario, host.prefix.path), host.prefix.path);
    if (host.runs('fpm')) await (safeties.includes('restart') ? restart(host, 'fpm') : host.reload('fpm'));
    if (host.runs('uwsgi')) await (safeties.includes('restart') ? restart(host, 'uwsgi') : host.reload('uwsgi'));
    if (host.runs('nginx')) await host.reload('nginx');
    await sleep(300);
    const during = await load.stop();
    host.forget();
    const observed = await host.take(scenario.again ?? scenario.steps);
    const { statuses } = observed;
    reasons.push(...notSeen(observed, scenario.after ?? { statuses: [200] }).map((text) => `running host: ${text}`));
    return { underLoad: summary(statuses), lost: served ? during.filter((status) => status !== 200).length : null };
  } finally {
    await host.stop();
    host.prefix.remove();
  }
}

async function restart(host: Host, name: string): Promise<void> {
  await host.stopOne(name);
  await host.startOne(name, true);
}
