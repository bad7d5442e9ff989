import type { IniFile } from '../syntax/ini/tree.ts';
import type { NginxFile } from '../syntax/nginx/tree.ts';
import type { Document } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Place } from '../text/span.ts';
import type { Host } from '../text/host.ts';
import type { PhpLimits } from './php-limits.ts';
import type { Pool } from './pool.ts';
import type { RequestPath } from './request-path.ts';
import type { Setting } from './setting.ts';

/** What the pasted configs mean together. */
export interface Stack {
  readonly host: Host;
  /** nginx's user (directive `user`), default of the build when absent. */
  readonly nginxUser: Setting<string>;
  readonly nginxFiles: ReadonlyMap<string, NginxFile>;
  readonly iniFiles: ReadonlyMap<string, IniFile>;
  /** One per location that passes requests on, in the order of the text; fragments without a server are included. */
  readonly paths: readonly RequestPath[];
  readonly pools: readonly Pool[];
  /** Limits of a php.ini pasted without any pool. */
  readonly php: PhpLimits | null;
  readonly unknownIncludes: readonly Place[];
  /** Text by path, for offsets to positions. */
  readonly documents: ReadonlyMap<string, Document<Redacted>>;
}
