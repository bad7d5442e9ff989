import { normaliseUri } from './normalise-uri.ts';

export interface RequestOptions {
  /** Host the client names; may carry a port. Without one nginx takes the port's default server. */
  readonly host?: string;
  readonly port?: number;
  /** Default GET. */
  readonly method?: string;
  /** Address the client connects to, where servers listen on several. */
  readonly address?: string;
  /**
   * What exists on the server's disk; directories are asked for with a slash at the end.
   * Without it a `.php` file exists, a document root exists, nothing else does.
   */
  readonly exists?: (path: string) => boolean;
}

/** One request as nginx would see it. */
export interface Question {
  readonly uri: string;
  readonly args: string;
  readonly requestUri: string;
  /** Lower case, without port; null when the client names none. */
  readonly host: string | null;
  readonly port: number | null;
  readonly scheme: string | null;
  readonly method: string;
  readonly address: string | null;
  readonly exists: ((path: string) => boolean) | null;
}

/** Joins what the URI and the options say. */
export function readQuestion(uri: string, options: RequestOptions): Question {
  const url = splitUrl(uri);
  const [host, portOfHost] = splitHost(options.host ?? url.authority ?? '');
  const port = options.port ?? portOfHost ?? portOfScheme(url.scheme);
  const path = url.rest.startsWith('/') ? url.rest : `/${url.rest}`;
  const mark = path.indexOf('?');
  return {
    uri: normaliseUri(mark === -1 ? path : path.slice(0, mark)),
    args: mark === -1 ? '' : path.slice(mark + 1),
    requestUri: path,
    host: host === '' ? null : host,
    port,
    scheme: url.scheme,
    method: (options.method ?? 'GET').toUpperCase(),
    address: options.address ?? null,
    exists: options.exists ?? null,
  };
}

function splitUrl(uri: string): { scheme: string | null; authority: string | null; rest: string } {
  const scheme = uri.startsWith('http://') ? 'http' : uri.startsWith('https://') ? 'https' : null;
  const whole = uri.split('#', 1)[0] ?? '';
  if (scheme === null) return { scheme, authority: null, rest: whole };
  const after = whole.slice(scheme.length + 3);
  const end = after.search(/[/?]/);
  return { scheme, authority: end === -1 ? after : after.slice(0, end), rest: end === -1 ? '/' : after.slice(end) };
}

/** nginx compares names in lower case and without the dot that may end them (`ngx_http_validate_host`). */
function splitHost(host: string): [name: string, port: number | null] {
  const bracket = host.startsWith('[') ? host.indexOf(']') : -1;
  const colon = host.indexOf(':', bracket + 1);
  const name = (colon === -1 ? host : host.slice(0, colon)).toLowerCase();
  const port = colon === -1 ? NaN : Number(host.slice(colon + 1) || NaN);
  return [name.endsWith('.') ? name.slice(0, -1) : name, Number.isInteger(port) ? port : null];
}

function portOfScheme(scheme: string | null): number | null {
  return scheme === 'https' ? 443 : scheme === 'http' ? 80 : null;
}
