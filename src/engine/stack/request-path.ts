import type { NginxDirective } from '../syntax/nginx/tree.ts';
import type { Place } from '../text/span.ts';
import type { PhpLimits } from './php-limits.ts';
import type { Pool } from './pool.ts';
import type { Setting } from './setting.ts';

export type PassProtocol = 'fastcgi' | 'proxy' | 'uwsgi' | 'scgi' | 'grpc' | 'memcached';

/** A block in the user's text, and the directive node itself for placing edits. */
export interface BlockRef extends Place {
  readonly node: NginxDirective;
}

export interface ServerRef extends BlockRef {
  readonly names: readonly string[];
  readonly listen: readonly string[];
}

export interface LocationRef extends BlockRef {
  /** '' for a prefix, '=', '^~', '~', '~*', '@' for named. */
  readonly modifier: '' | '=' | '^~' | '~' | '~*' | '@';
  readonly match: string;
  /** `location ~ \.php$`, as shown to people. */
  readonly label: string;
}

export interface UpstreamServer extends Place {
  /** `127.0.0.1:9000`, `unix:/run/php/php8.2-fpm.sock`, `app.internal`. */
  readonly address: string;
  readonly parameters: readonly string[];
  /** Offsets of the address word. */
  readonly start: number;
  readonly end: number;
}

export interface UpstreamRef extends Place {
  /** Name of the upstream block, null for an address written directly. */
  readonly name: string | null;
  readonly servers: readonly UpstreamServer[];
  /** Per nginx worker; null when no keepalive applies. */
  readonly keepalive: number | null;
  readonly node: NginxDirective | null;
}

/** What one request meets, from `listen` down to the PHP limits. */
export interface RequestPath {
  readonly server: ServerRef | null;
  readonly location: LocationRef | null;
  /** The pass directive: its protocol, its written target, its place. */
  readonly pass:
    (Place & { readonly protocol: PassProtocol; readonly target: string; readonly node: NginxDirective }) | null;
  readonly upstream: UpstreamRef | null;
  /** The pool whose `listen` answers the upstream's first address; null when none was pasted or none matches. */
  readonly pool: Pool | null;
  readonly php: PhpLimits | null;
  /** With variables resolved as far as the config allows; null when not FastCGI. */
  readonly scriptFilename: string | null;
  /** Every limit that bears on the request, by directive name: `fastcgi_read_timeout`, `client_max_body_size`, `pm.max_children`, `max_execution_time`. */
  readonly settings: Readonly<Record<string, Setting>>;
  /** Includes that could not be read below which values are unknown. */
  readonly unknownIncludes: readonly Place[];
  /** The status that nginx answers with itself; null when the request is passed on, or when a file decides it. */
  readonly status: number | null;
}
