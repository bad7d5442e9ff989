import type { AskedRequest } from '../../worker/analyst.ts';

export const METHODS: readonly string[] = ['GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const SCHEMES: readonly { readonly value: string; readonly words: string }[] = [
  { value: '', words: 'either' },
  { value: 'http', words: 'http' },
  { value: 'https', words: 'https' },
];

/** The fields as they were filled in; '' where nothing was said. */
export interface Filled {
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
}

/**
 * The request that the fields describe. A whole URL in the field for the path says scheme, host and port as well; what the
 * other fields say of host and port counts before it, its own scheme before theirs.
 */
export function requestOf({ method, scheme, host, port, path }: Filled): AskedRequest {
  const text = path.trim();
  const isUrl = /^https?:\/\//.test(text);
  const rooted = text.startsWith('/') ? text : `/${text}`;
  const number = Number(port.trim() || NaN);
  return {
    // Without a host in it, a URL says the scheme and nothing else.
    uri: isUrl ? text : scheme === '' ? rooted : `${scheme}://${rooted}`,
    method,
    ...(host.trim() !== '' && { host: host.trim() }),
    ...(Number.isInteger(number) && { port: number }),
  };
}
