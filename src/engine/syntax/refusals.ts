import type { DocumentKind } from '../text/document.ts';
import { checkPool } from './ini/check-pool.ts';
import { checkNginx } from './nginx/check.ts';
import type { Problem } from './problem.ts';

/** What the daemons would say of each document, by its path; a document that no daemon loads as a whole is absent. */
export type Refusals = ReadonlyMap<string, readonly Problem[]>;

/** Versions of the daemons that judge; null where none is known. */
export interface DaemonVersions {
  readonly nginx: string | null;
  readonly php: string | null;
}

interface Judged {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: string;
}

/** Holds every nginx file and every pool file against the judgement of its daemon, each for itself. */
export function refusalsOf(documents: readonly Judged[], { nginx, php }: DaemonVersions): Refusals {
  const refusals = new Map<string, readonly Problem[]>();
  for (const { path, kind, text } of documents) {
    if (kind === 'nginx') refusals.set(path, checkNginx(text, nginx === null ? {} : { version: nginx }).problems);
    if (kind === 'fpm') refusals.set(path, checkPool(text, php === null ? {} : { phpVersion: php }).problems);
  }
  return refusals;
}
