import { LineIndex } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { blame } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { checkEntry } from './fpm-entry-checks.ts';
import { checkGlobal } from './fpm-global-checks.ts';
import { findOversights, findSharedPorts } from './fpm-oversights.ts';
import { checkAcrossKeys } from './fpm-pool-checks.ts';
import { checkAddresses } from './fpm-address-checks.ts';
import { parseIni } from './parse.ts';
import { ASSUMED_PHP } from './php-version.ts';
import { readFileSections, textOf } from './pool-reading.ts';
import type { SectionReading } from './pool-reading.ts';
import type { IniFile } from './tree.ts';

export interface CheckPoolOptions {
  /** As "8.1"; 8.2 when absent. Decides which keys exist. */
  readonly phpVersion?: string;
  /** Whether the master runs as root, as it does when systemd starts it; then every pool needs a `user`. True when absent. */
  readonly root?: boolean;
}

/**
 * Would this php-fpm load the file (`php-fpm -t`)? All of FPM's objections at once, where the daemon stops at the first, and,
 * as warnings, what it does not see. Users, groups and files are assumed present; includes are judged as absent.
 */
export function checkPool(text: string, options: CheckPoolOptions = {}): { accepted: boolean; problems: Problem[] } {
  const file = parseIni(text, '', 'fpm');
  const { global, pools } = readFileSections(file);
  const version = options.phpVersion ?? ASSUMED_PHP;
  const complaints = [
    ...syntaxComplaints(file),
    ...[global, ...pools].flatMap((section) =>
      section.entries.flatMap((entry) => checkEntry(entry, section, version) ?? []),
    ),
    ...checkGlobal(global),
    ...pools.flatMap((pool) => [
      ...acrossKeys(pool, options.root ?? true, textOf(global, 'events.mechanism')),
      ...findOversights(pool),
    ]),
    ...checkAddresses(pools),
    ...findSharedPorts(pools),
  ];
  if (pools.length === 0 && !global.includes) {
    const message = 'No pool defined. at least one pool section must be specified in config file';
    complaints.push({ message, severity: 'error', directive: null, start: 0, end: 0 });
  }
  const lines = new LineIndex(text);
  const problems = complaints
    .sort((a, b) => a.start - b.start)
    .map((complaint) => ({ ...complaint, ...lines.positionAt(complaint.start) }));
  return { accepted: !problems.some((problem) => problem.severity === 'error'), problems };
}

function syntaxComplaints(file: IniFile): Complaint[] {
  return file.problems.map(({ message, start, silent }) => ({
    message,
    severity: silent ? 'warning' : 'error',
    directive: null,
    start,
    end: start + 1,
  }));
}

function acrossKeys(pool: SectionReading, root: boolean, mechanism: string | null): Complaint[] {
  return checkAcrossKeys(pool, { root, mechanism }).map(({ key, message }) => {
    const entry = pool.values.get(key)?.entry;
    if (entry) return blame(entry, 'error', message);
    const start = pool.header?.start ?? 0;
    return { message, severity: 'error', directive: key, start, end: start + (pool.header?.raw.length ?? 0) };
  });
}
