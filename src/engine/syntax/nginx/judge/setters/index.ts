import type { NginxDirectiveFact } from '../../../../knowledge/nginx/directives.ts';
import type { World } from '../blocks.ts';
import { CONTENT_SETTERS, SHARED_CONTENT_SETTERS } from './content.ts';
import { CORE_SETTERS } from './core.ts';
import { HTTP2_SETTERS } from './http2.ts';
import { LIMIT_SETTERS } from './limits.ts';
import { listen } from './listen.ts';
import { LOG_SETTERS } from './logging.ts';
import { MAIL_SETTERS } from './mail.ts';
import { MAIN_SETTERS } from './main.ts';
import { PROXY_SETTERS, SHARED_SETTERS } from './proxy.ts';
import { REWRITE_SETTERS } from './rewrite.ts';
import type { Setter, SetterTable } from './setter.ts';
import { SSL_SETTERS } from './ssl.ts';
import { STREAM_SETTERS } from './stream.ts';
import { TABLE_SETTERS } from './tables.ts';
import { UPSTREAM_BLOCK_SETTERS, UPSTREAM_SETTERS } from './upstream.ts';

const COMMON: SetterTable = {
  ...TABLE_SETTERS,
  ...SSL_SETTERS,
  ...LIMIT_SETTERS,
  ...LOG_SETTERS,
  ...UPSTREAM_BLOCK_SETTERS,
  listen,
};

const BY_WORLD: Readonly<Record<World, SetterTable>> = {
  core: { ...MAIN_SETTERS },
  http: { ...CORE_SETTERS, ...REWRITE_SETTERS, ...PROXY_SETTERS, ...CONTENT_SETTERS, ...HTTP2_SETTERS, ...COMMON },
  stream: { ...CORE_SETTERS, ...CONTENT_SETTERS, ...COMMON, ...STREAM_SETTERS },
  mail: { ...CORE_SETTERS, ...SSL_SETTERS, listen, ...CONTENT_SETTERS, ...MAIL_SETTERS },
};

const SHARED: SetterTable = { ...SHARED_SETTERS, ...SHARED_CONTENT_SETTERS };

/** The setter a directive has of its own, beyond the generic slots; undefined when the slot says it all. */
export function setterOf(fact: NginxDirectiveFact, world: World): Setter | undefined {
  const upstream = fact.contexts.includes('u') || fact.contexts.includes('U');
  if (upstream && fact.contexts.length === 1) {
    const own = UPSTREAM_SETTERS[fact.name];
    if (own !== undefined) return own;
  }
  return SHARED[fact.type] ?? BY_WORLD[world][fact.name];
}
