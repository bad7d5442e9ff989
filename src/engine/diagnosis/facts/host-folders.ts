import type { EvidenceEvent } from '../../evidence/event.ts';

/** `web1/error.log`, `node-b/php-fpm.log`, `app02-error.log`: whoever collects from several hosts names them so. */
const FOLDER = /^([a-z][a-z-]{1,20}\d{1,3}|(?:host|node|server|web|app|db)[-_][a-z])\//i;
const PREFIX = /^([a-z][a-z]{1,12}\d{1,3})[-_][a-z]/i;
/** Names of daemons, kinds of logs and numbered pieces, which end in digits as well. */
const NO_HOST = /^(?:php|nginx|mysql|http|fpm|error|access|slow|log|pool|part|file|paste|step|test|case|conf|day|run)/i;

function labelOf(path: string): string | null {
  const label = (FOLDER.exec(path) ?? PREFIX.exec(path))?.[1] ?? null;
  return label === null || NO_HOST.test(label) ? null : label.toLowerCase();
}

/**
 * Gives the lines of documents that were collected from several hosts the machine that their path names, where their carrier names
 * none. One such name alone says nothing: everything may be of that host.
 */
export function onTheirHosts(events: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  const labels = new Map([...new Set(events.map(({ path }) => path))].map((path) => [path, labelOf(path)]));
  const named = new Set([...labels.values()].filter((label) => label !== null));
  if (named.size < 2) return events;
  return events.map((event) => {
    const machine = event.machine === undefined ? labels.get(event.path) : undefined;
    return machine == null ? event : { ...event, machine };
  });
}
