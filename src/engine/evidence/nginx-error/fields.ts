import type { NginxErrorLine } from '../../syntax/lines/nginx-error.ts';
import type { Fields } from '../ledger.ts';

/** `fastcgi: // unix: /run/php.sock:` of machine translation as nginx writes it. */
function withoutBlanks(upstream: string): string {
  return upstream
    .replace(/^([a-z]{2,10}): ?\/\/ ?(?=\S)/, '$1://')
    .replace(/^([a-z]{2,10}:\/\/unix:) \//, '$1/')
    .replace(/^([a-z]{2,10}:\/\/[\w.-]{1,200}): (?=\d)/, '$1:')
    .trim();
}

/** The address inside an upstream URL: `unix:/run/php.sock`, `127.0.0.1:9000`, `[::1]:8080`; a group's name as it stands. */
export function upstreamAddress(upstream: string): string {
  const bare = upstream.replace(/^[a-z]{2,10}:\/\//, '');
  if (bare.startsWith('unix:')) return `unix:${(bare.slice(5).split(':')[0] ?? '').trim()}`;
  const end = bare.startsWith('[') ? bare.indexOf('/', bare.indexOf(']')) : bare.indexOf('/');
  return end === -1 ? bare : bare.slice(0, end);
}

/** `connect() to unix:/run/php.sock failed`, `bind() to 0.0.0.0:80 failed`. */
const TARGET = /^(?:connect|bind) ?\(\) to (\S.{0,200}?) failed/;
const BYTES = /too large (?:chunked )?body: (\d{1,20})/;
const NUMBER_BEFORE = /^(\d{1,8}) worker_connections/;
const NUMBER_AFTER = /(?:protocol version|FastCGI record|too big): (\d{1,8})/;
const SIGNAL = /exited on signal (\d{1,3})/;
const QUOTED_PATH = /"(\/[^"]{1,300})" failed/;
const RESOLVED = /^(\S{1,200}) could not be resolved|to resolve (\S{1,200})|upstream "([^"]{1,200})"/;

/** Typed facts of a record under the names that `EvidenceEvent.fields` promises; absent facts are absent. */
export function nginxErrorFields(line: NginxErrorLine): Fields {
  const message = line.message.text;
  const upstream = line.fields.upstream === undefined ? undefined : withoutBlanks(line.fields.upstream.text);
  const target = TARGET.exec(message)?.[1]?.replace(/: {1,3}(?=[\d/])/, ':');
  const resolved = RESOLVED.exec(message);
  const facts: Record<string, string | number | undefined | null> = {
    level: line.level,
    errno: line.errno,
    action: line.action?.text,
    address: target ?? (upstream === undefined ? undefined : upstreamAddress(upstream)),
    protocol: /^([a-z]{2,10}):\/\//.exec(upstream ?? '')?.[1],
    upstream,
    client: line.fields.client?.text,
    server: line.fields.server?.text,
    request: line.fields.request?.text,
    // What could not be resolved, rather than whom the client asked for.
    host: resolved?.[1] ?? resolved?.[2] ?? resolved?.[3] ?? line.fields.host?.text,
    pid: line.pid,
    connection: line.connection,
    bytes: BYTES.exec(message)?.[1],
    limit: NUMBER_BEFORE.exec(message)?.[1],
    code: NUMBER_AFTER.exec(message)?.[1],
    signal: SIGNAL.exec(message)?.[1],
    file: QUOTED_PATH.exec(message)?.[1],
  };
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null || value === '') continue;
    fields[name] = ['bytes', 'limit', 'code', 'signal'].includes(name) ? Number(value) : value;
  }
  return fields;
}
