import type { Level } from '../inherit/level.ts';

/** One socket a server listens on. */
export interface Listen {
  /** `*` for every IPv4 address, `::` for every IPv6 one, an address, or a socket's path. */
  readonly address: string;
  readonly port: number | null;
  readonly isDefault: boolean;
  readonly ssl: boolean;
}

/** nginx running as root listens on 80 when a server names nothing (`ngx_http_core_server`). */
const UNSAID: Listen = { address: '*', port: 80, isDefault: false, ssl: false };

export function listensOf(server: Level): Listen[] {
  const written = server.block.named('listen').flatMap(({ args }) => parseListen(args) ?? []);
  return written.length > 0 ? written : [UNSAID];
}

/** Arguments of `listen`: address, port, both, or a socket (`ngx_parse_url`, `ngx_http_core_listen`). */
function parseListen(args: readonly string[]): Listen | null {
  const [where = '', ...parameters] = args;
  const isDefault = parameters.includes('default_server') || parameters.includes('default');
  const ssl = parameters.includes('ssl') || parameters.includes('quic');
  if (where.startsWith('unix:')) return { address: where, port: null, isDefault, ssl };
  if (/^\d{1,5}$/.test(where)) return { address: '*', port: Number(where), isDefault, ssl };
  const bracket = where.startsWith('[') ? where.indexOf(']') : -1;
  const colon = where.indexOf(':', bracket + 1);
  const host = bracket > 0 ? where.slice(1, bracket) : colon === -1 ? where : where.slice(0, colon);
  const port = colon === -1 ? 80 : Number(where.slice(colon + 1));
  if (host === '' || !Number.isInteger(port)) return null;
  return { address: host === '0.0.0.0' ? '*' : host.toLowerCase(), port, isDefault, ssl };
}
