import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from '../../../src/cli/command-line.ts';
import { openIncident } from '../../../src/cli/incident.ts';
import { analyze, applyFixes, type Report } from '../../../src/engine/index.ts';
import type { Scenario } from './scenario.ts';

const factsOf = (scenario: Scenario): string[] =>
  Object.entries(scenario.host).flatMap(([name, value]) => [`--${name}`, value]);

const CLI = join(import.meta.dirname, '../../../dist/cli/stackengine.js');

function cli(
  command: string,
  scenario: Scenario,
  folder: string,
  extra: readonly string[] = [],
): { out: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [CLI, command, folder, ...factsOf(scenario), ...extra],
    {
      encoding: 'latin1',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  if (status === 2 || status === null) throw new Error(`stackengine ${command} failed: ${stderr}`);
  return { out: stdout, status };
}

/** The verdict on a host's configs and logs, from the built command line tool. */
export function check(scenario: Scenario, folder: string): Report {
  return JSON.parse(
    Buffer.from(cli('check', scenario, folder, ['--format', 'json']).out, 'latin1').toString('utf8'),
  ) as Report;
}

export function fix(scenario: Scenario, folder: string): string {
  return cli('fix', scenario, folder).out;
}

/** Applies a patch unedited. @returns what patch(1) said when it refused, else null */
export function applyPatch(patch: string, folder: string): string | null {
  if (patch === '') return null;
  const file = `${folder}.patch`;
  writeFileSync(file, patch, 'latin1');
  const { status, stdout, stderr } = spawnSync('patch', ['-p1', '-d', folder, '-i', file, '--no-backup-if-mismatch'], {
    encoding: 'latin1',
  });
  rmSync(file);
  return status === 0 ? null : stdout + stderr;
}

/** What the daemons themselves say to the configs; null when both accept. */
export function refused(folder: string): string | null {
  const nginx = spawnSync('nginx', ['-t', '-p', folder, '-c', join(folder, 'conf/nginx.conf'), '-e', '/dev/null'], {
    encoding: 'latin1',
  });
  const fpm = spawnSync(
    'php-fpm8.2',
    ['-t', '-y', join(folder, 'conf/php-fpm.conf'), '-c', join(folder, 'conf/php.ini')],
    {
      encoding: 'latin1',
    },
  );
  if (nginx.status !== 0) return `nginx -t: ${nginx.stderr}`;
  return fpm.status === 0 ? null : `php-fpm -t: ${fpm.stderr}`;
}

/** Whether the redacted documents alone give the same cause and, in aliases, the same patch. @returns what differs */
export function differsWhenRedacted(scenario: Scenario, folder: string): string[] {
  const { session } = openIncident(readCommandLine([folder, ...factsOf(scenario)], {}, true), () => undefined);
  const report = session.report();
  const documents = session.documents();
  const again = analyze(documents, report.host);
  return [
    ...(again.verdict.cause === report.verdict.cause ? [] : [`redacted: cause ${again.verdict.cause ?? 'none'}`]),
    ...(applyFixes(documents, again).patch === session.patch() ? [] : ['redacted: another patch']),
  ];
}
