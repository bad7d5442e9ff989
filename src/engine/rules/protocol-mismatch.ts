import type { Signature } from '../evidence/signatures.ts';
import { bareAddress, isLoopback, reachesPool } from '../plan/event-address.ts';
import { eventsOf, pathsOfEvent } from '../plan/paths-of-event.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { plain } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

const REFUSED: readonly Signature[] = [
  'nginx.reset-before-header',
  'nginx.no-valid-http-header',
  'nginx.eof-before-header',
];

/** What a script needs of `fastcgi_params`; written out, since an include may not be where one expects it. */
const PARAMETERS = [
  ['SCRIPT_FILENAME', '$document_root$fastcgi_script_name'],
  ['SCRIPT_NAME', '$fastcgi_script_name'],
  ['QUERY_STRING', '$query_string'],
  ['REQUEST_METHOD', '$request_method'],
  ['CONTENT_TYPE', '$content_type'],
  ['CONTENT_LENGTH', '$content_length'],
  ['REQUEST_URI', '$request_uri'],
  ['DOCUMENT_ROOT', '$document_root'],
  ['SERVER_PROTOCOL', '$server_protocol'],
  ['REMOTE_ADDR', '$remote_addr'],
  ['SERVER_NAME', '$server_name'],
  ['SERVER_PORT', '$server_port'],
] as const;

export const docs: RuleDocs = {
  title: 'proxy_pass to a PHP-FPM pool',
  why:
    'A pool speaks FastCGI, proxy_pass HTTP: the worker drops the connection, nginx logs "recv() failed (104: Connection reset by peer)" ' +
    'and answers 502. The other way round, fastcgi_pass to an HTTP server, is "unsupported FastCGI protocol version: 72".',
  source: 'main/fastcgi.c, ngx_http_proxy_module.c; observed on PHP-FPM 8.2',
};

export const protocolMismatch: Rule = {
  name: 'protocol-mismatch',
  messages: {
    refused: 'proxy_pass sends HTTP to pool {pool} on {address}, which speaks FastCGI, and requests failed by it.',
    wrong: 'proxy_pass sends HTTP to pool {pool} on {address}, which speaks FastCGI.',
  },
  check({ stack, evidence }) {
    const failed = new Set(eventsOf(evidence, REFUSED).flatMap((event) => pathsOfEvent(stack, event)));
    const seen = new Set<number>();
    return stack.paths.flatMap((path): RawFinding[] => {
      if (path.pass?.protocol !== 'proxy' || seen.has(path.pass.node.start)) return [];
      const address = path.upstream?.servers[0]?.address ?? path.pass.target;
      // Another machine may have something else on the port of a pool that listens everywhere.
      const near = failed.has(path) || isLoopback(bareAddress(address));
      const pool = stack.pools.find(
        (one) => one.address !== null && (one.address === bareAddress(address) || (near && reachesPool(address, one))),
      );
      const text = stack.documents.get(path.pass.path)?.text;
      if (pool === undefined || text === undefined) return [];
      seen.add(path.pass.node.start);
      const code = failed.has(path) ? 'refused' : 'wrong';
      const args = { pool: pool.name, address: bareAddress(address) };
      const edits = [fastcgiInstead(path.pass, path, text)];
      return [
        {
          ...plain(path.pass),
          severity: failed.has(path) ? 'error' : 'warning',
          code,
          args,
          fix: { safety: 'decide', edits },
        },
      ];
    });
  },
};

function fastcgiInstead({ node, path }: NonNullable<RequestPath['pass']>, { upstream }: RequestPath, text: string) {
  const lineStart = text.lastIndexOf('\n', node.start - 1) + 1;
  const before = text.slice(lineStart, node.start);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = before.trim() === '' ? newline + before : ' ';
  const target = upstream?.name ?? bareAddress(upstream?.servers[0]?.address ?? '');
  const lines = [`fastcgi_pass ${target};`, 'fastcgi_index index.php;'];
  lines.push(...PARAMETERS.map(([name, value]) => `fastcgi_param ${name} ${value};`));
  return { path, start: node.start, end: node.end, text: lines.join(separator) };
}
