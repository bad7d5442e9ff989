import { intake } from '../intake/intake.ts';
import { buildStack } from '../stack/build.ts';
import { requestPathFor } from '../stack/request-path-for.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import type { DocumentInput } from './analyze.ts';

export interface RequestQuestion {
  readonly host?: string;
  readonly port?: number;
  readonly method?: string;
}

/**
 * What a request for `uri` meets in these documents: server, location, upstream, pool, script and every limit.
 * Answers with the documents' own values: the question names a real host, and nothing is kept or sent.
 * @returns null when no server takes the request
 */
export function requestPath(
  documents: readonly DocumentInput[],
  uri: string,
  question: RequestQuestion = {},
): RequestPath | null {
  const own = intake(documents).map((document) => ({ ...document, text: document.text as Redacted }));
  return requestPathFor(buildStack(own, UNKNOWN_HOST), uri, question);
}
