import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Prefix } from './prefix.ts';
import type { Scenario } from './scenario.ts';

export const RECORDED = join(import.meta.dirname, '../../incidents/recorded');

/** What the recording host is called instead of the run's own folder and ports. */
const HOME = '/srv/shop';
const PORTS: Readonly<Record<string, string>> = {
  HTTP: '80',
  FPM: '9000',
  FPM2: '9001',
  BACKEND: '8080',
  BACKEND2: '8081',
  STATUS: '9009',
};

/** A log line more than these of one file tells the tests nothing new. */
const LINES_KEPT = 120;

/**
 * Keeps a scenario's configs and logs as an incident for the fast tests, under made-up names:
 * `in/` as the engine is given it, and what the lab expects of it.
 */
export function record(scenario: Scenario, prefix: Prefix): void {
  const folder = join(RECORDED, scenario.name);
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['conf', 'logs']) {
    for (const file of filesBelow(join(prefix.path, part))) {
      const text = readFileSync(file, 'latin1');
      if (text === '') continue;
      const target = join(folder, 'in', relative(prefix.path, file));
      mkdirSync(join(target, '..'), { recursive: true });
      writeFileSync(target, anonymous(part === 'logs' ? shortened(text) : text, prefix), 'latin1');
    }
  }
  const { host, cause, cure, title } = scenario;
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify({ title, host, cause, cure }, null, 2)}\n`);
}

/** Text of a run with the made-up folder and ports. */
export function anonymous(text: string, prefix: Prefix): string {
  let result = text.replaceAll(prefix.path, HOME);
  for (const [name, port] of Object.entries(prefix.ports)) {
    result = result.replace(new RegExp(`:${port}\\b|\\b${port}(?=;)`, 'g'), (whole) =>
      whole.replace(String(port), PORTS[name] ?? whole),
    );
  }
  return result;
}

/** What uWSGI says of the machine that it starts on. */
const OF_THE_MACHINE = /^(?:os|nodename|machine|detected number of CPU cores):/;

function shortened(text: string): string {
  const lines = text.split('\n').filter((line) => !OF_THE_MACHINE.test(line));
  return lines.length <= LINES_KEPT ? lines.join('\n') : `${lines.slice(0, LINES_KEPT).join('\n')}\n`;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
