import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askMany } from './client.ts';
import { startDaemon, type Daemon } from './daemon.ts';
import { layOut, type Prefix } from './prefix.ts';
import type { Scenario, Seen, Step } from './scenario.ts';

/** What a run of the steps showed. */
export interface Observed {
  readonly statuses: readonly number[];
  readonly nginxLog: string;
  readonly fpmLog: string;
}

/** One made-up host: a prefix, its daemons, and the steps that a scenario takes on it. */
export class Host {
  readonly #daemons = new Map<string, Daemon>();
  readonly prefix: Prefix;
  readonly #scenario: Scenario;

  private constructor(prefix: Prefix, scenario: Scenario) {
    this.prefix = prefix;
    this.#scenario = scenario;
  }

  static async layOut(scenario: Scenario): Promise<Host> {
    return new Host(await layOut(scenario), scenario);
  }

  async start(): Promise<void> {
    for (const name of this.#scenario.daemons ?? ['fpm', 'nginx']) await this.startOne(name);
  }

  async startOne(name: string, mayFail = false): Promise<void> {
    this.#daemons.set(name, await startDaemon(name, this.prefix, mayFail));
  }

  async stopOne(name: string, signal?: NodeJS.Signals): Promise<void> {
    await this.#daemons.get(name)?.stop(signal);
    this.#daemons.delete(name);
  }

  async stop(): Promise<void> {
    for (const name of [...this.#daemons.keys()].reverse()) await this.stopOne(name);
  }

  runs(name: string): boolean {
    return this.#daemons.has(name);
  }

  /** Takes the steps; the logs are read a moment later, because FPM writes of a dead child after the client knows. */
  async take(steps: readonly Step[]): Promise<Observed> {
    const statuses: number[] = [];
    for (const step of steps) await this.#step(step, statuses);
    await sleep(250);
    return { statuses, nginxLog: this.log('error.log'), fpmLog: this.log('php-fpm.log') + this.log('fpm-stderr.log') };
  }

  log(name: string): string {
    const file = join(this.prefix.path, 'logs', name);
    return existsSync(file) ? readFileSync(file, 'latin1') : '';
  }

  /** Empties the logs, so that what follows is seen alone. */
  forget(): void {
    for (const name of readdirSync(join(this.prefix.path, 'logs'))) truncateSync(join(this.prefix.path, 'logs', name));
  }

  /** A daemon that refused its configuration, or that has ended, is started instead. */
  async reload(name: string): Promise<void> {
    const daemon = this.#daemons.get(name);
    if (daemon && !daemon.alive()) return this.startOne(name, true);
    if (daemon) process.kill(daemon.pid, name === 'fpm' ? 'SIGUSR2' : 'SIGHUP');
    await sleep(700);
  }

  async #step(step: Step, statuses: number[]): Promise<void> {
    switch (step.do) {
      case 'request': {
        const seen = await askMany(
          this.prefix.ports['HTTP'] ?? 0,
          { ...step, uri: this.prefix.fill(step.uri) },
          step.count ?? 1,
          step.parallel ?? 1,
        );
        if (!step.aside) statuses.push(...seen);
        return;
      }
      case 'wait':
        await sleep(step.ms);
        return;
      case 'start':
        return this.startOne(step.daemon, true);
      case 'stop':
        return this.stopOne(step.daemon, step.signal);
      case 'signal':
        this.#signal(step.daemon, step.to, step.signal);
        return;
      case 'chmod':
        chmodSync(join(this.prefix.path, step.path), Number.parseInt(step.mode, 8));
        return;
      case 'chown':
        spawnSync('chown', [step.user, join(this.prefix.path, step.path)]);
        return;
      case 'run':
        this.#run(step.command, step.into);
        return;
      case 'together':
        await Promise.all(
          step.branches.map(async (branch) => {
            for (const one of branch) await this.#step(one, statuses);
          }),
        );
    }
  }

  #run(command: readonly string[], into?: string): void {
    const [program = 'true', ...args] = command.map((word) => this.prefix.fill(word));
    const { stdout } = spawnSync(program, args, { encoding: 'latin1', cwd: this.prefix.path });
    if (into) writeFileSync(join(this.prefix.path, into), stdout, 'latin1');
  }

  #signal(name: string, to: 'master' | 'workers' | 'busy-worker', signal: NodeJS.Signals): void {
    const daemon = this.#daemons.get(name);
    if (!daemon) return;
    if (to === 'master') process.kill(daemon.pid, signal);
    else for (const pid of to === 'workers' ? daemon.workers() : busiest(daemon.workers())) process.kill(pid, signal);
  }
}

/** The worker that serves the request: the only one that is not blocked in accept(). */
function busiest(pids: readonly number[]): number[] {
  const waiting = (pid: number): boolean => {
    try {
      return (
        /accept/.test(readFileSync(`/proc/${pid}/wchan`, 'latin1')) ||
        readFileSync(`/proc/${pid}/syscall`, 'latin1').startsWith('288 ')
      );
    } catch {
      return false;
    }
  };
  const busy = pids.filter((pid) => !waiting(pid));
  return busy.length ? busy : pids.slice(0, 1);
}

/** What of the expectation was not seen; [] when all of it was. */
export function notSeen(observed: Observed, seen: Seen): string[] {
  const expected = [...new Set(seen.statuses)].sort();
  const got = [...new Set(observed.statuses)].sort();
  return [
    ...((
      seen.among ? got.length > 0 && got.every((status) => expected.includes(status)) : expected.join() === got.join()
    )
      ? []
      : [`statuses ${got.join()} instead of ${expected.join()}`]),
    ...(seen.nginx ?? [])
      .filter((text) => !observed.nginxLog.includes(text))
      .map((text) => `nginx did not log "${text}"`),
    ...(seen.fpm ?? [])
      .filter((text) => !observed.fpmLog.includes(text))
      .map((text) => `php-fpm did not log "${text}"`),
  ];
}

/** `502 × 3, 200 × 1`. */
export function summary(statuses: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${status === 0 ? 'broken off' : status} × ${count}`).join(', ');
}
