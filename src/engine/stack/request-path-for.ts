import { insideOf } from './build.ts';
import { findRequestPath } from './request/find-request-path.ts';
import { readQuestion, type RequestOptions } from './request/question.ts';
import type { RequestPath } from './request-path.ts';
import type { Stack } from './stack.ts';

export type { RequestOptions } from './request/question.ts';

/**
 * What a request for `uri` meets: the server that takes it, the location it ends in after rewrites, `try_files`, `index`,
 * `error_page` and internal redirects, and every limit on its way.
 * @param uri path with or without arguments, or a whole URL
 * @returns null when no server takes the request
 */
export function requestPathFor(stack: Stack, uri: string, options: RequestOptions = {}): RequestPath | null {
  const inside = insideOf(stack);
  return inside && findRequestPath(inside.contexts, readQuestion(uri, options), inside.assembly);
}
