import type { EvidenceEvent } from '../evidence/event.ts';
import { connectionsFor } from '../plan/descriptors.ts';
import type { Stack } from '../stack/stack.ts';
import type { NginxDirective, NginxFile } from '../syntax/nginx/tree.ts';
import { argumentsOf, directivesNamed } from '../syntax/nginx/walk.ts';
import { LineIndex, type Place } from '../text/span.ts';

/** The file that holds `events {}`: nginx's main file, the only place for settings of the workers. */
export interface MainContext {
  readonly file: NginxFile;
  readonly events: NginxDirective;
}

export function mainContextOf(stack: Stack): MainContext | null {
  for (const file of stack.nginxFiles.values()) {
    const events = directivesNamed(file.nodes, 'events').find((one) => one.nodes !== null);
    if (events !== undefined) return { file, events };
  }
  return null;
}

/** A whole number written directly in a block; null when it is not there. */
export function numberIn(nodes: NginxFile['nodes'] | null, name: string): number | null {
  const directive = directivesNamed(nodes ?? [], name).at(-1);
  const written = directive === undefined ? undefined : argumentsOf(directive)[0];
  return written !== undefined && /^\d{1,15}$/u.test(written) ? Number(written) : null;
}

export function placeOfDirective(stack: Stack, file: NginxFile, directive: NginxDirective): Place {
  const text = stack.documents.get(file.path)?.text ?? '';
  return { path: file.path, ...new LineIndex(text).positionAt(directive.start) };
}

/** ngx_event.c `DEFAULT_CONNECTIONS`. */
const DEFAULT_CONNECTIONS = 512;

/** `worker_connections` as it stands, and as it is to be: a limit that was reached and still stands is raised. */
export function connectionsOf(
  { events }: MainContext,
  exhausted: EvidenceEvent | undefined,
): { current: number; planned: number; limit: number } {
  const current = numberIn(events.nodes, 'worker_connections') ?? DEFAULT_CONNECTIONS;
  if (exhausted === undefined) return { current, planned: current, limit: current };
  const limit = statedLimit(exhausted) ?? current;
  return { current, planned: current > limit ? current : Math.max(current, connectionsFor(limit)), limit };
}

export function statedLimit({ fields }: EvidenceEvent): number | null {
  const limit = Number(fields['limit']);
  return Number.isInteger(limit) && limit > 0 ? limit : null;
}
