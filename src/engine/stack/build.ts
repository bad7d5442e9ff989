import { parseIni } from '../syntax/ini/parse.ts';
import type { IniFile } from '../syntax/ini/tree.ts';
import { parseNginx } from '../syntax/nginx/parse.ts';
import type { NginxFile } from '../syntax/nginx/tree.ts';
import type { Document } from '../text/document.ts';
import type { Host } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import type { Assembly } from './assemble.ts';
import { inForce } from './backup-path.ts';
import { httpContexts, type HttpContext } from './contexts.ts';
import { IncludeExpander } from './include/expand.ts';
import { phpBehind } from './limits/php-behind.ts';
import { LimitReader } from './limits/read.ts';
import { SettingsBook } from './limits/settings-of-level.ts';
import { nginxUser } from './limits/user.ts';
import { ASSUMED_NGINX } from './nginx-version.ts';
import { pathsOf } from './paths.ts';
import { phpLimits } from './php-limits-for.ts';
import { buildPools } from './pools.ts';
import { Sources } from './sources.ts';
import type { Stack } from './stack.ts';

/** What `requestPathFor` asks further of a stack than its public face tells. */
const insides = new WeakMap<Stack, StackInside>();

export interface StackInside {
  readonly contexts: readonly HttpContext[];
  readonly assembly: Assembly;
}

/**
 * What the pasted configurations mean together: includes spliced, every location that passes requests on with the limits
 * that bear on it, pools and PHP's limits. Logs and outputs among the documents are left alone. Never throws.
 */
export function buildStack(documents: readonly Document<Redacted>[], host: Host): Stack {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const nginxFiles = new Map<string, NginxFile>();
  const iniFiles = new Map<string, IniFile>();
  for (const { path, kind, text } of documents) {
    if (kind === 'nginx') nginxFiles.set(path, parseNginx(text, path));
    else if (kind === 'fpm' || kind === 'php-ini') iniFiles.set(path, parseIni(text, path, kind));
  }
  const sources = new Sources(byPath);
  const complete = documents.some(({ kind, recognisedBy }) => kind === 'nginx' && recognisedBy.startsWith('nginx -T'));
  const expander = new IncludeExpander({
    files: nginxFiles,
    complete,
    placeOf: (path, offset) => sources.placeOf(path, offset),
  });
  const contexts = httpContexts(inForce([...nginxFiles.values()]), expander);
  const reader = new LimitReader(host.nginx ?? ASSUMED_NGINX, host.cores, sources);
  const inis = inForce([...iniFiles.values()]);
  const pools = buildPools(inis, { phpVersion: host.php });
  const assembly: Assembly = {
    reader,
    pools,
    phpBehind: phpBehind(inis, reader),
    book: new SettingsBook(reader),
    idOf: numbering(),
  };
  const stack: Stack = {
    host,
    nginxUser: nginxUser(contexts[0]?.processes.main ?? null, reader),
    nginxFiles,
    iniFiles,
    paths: contexts.flatMap((context) => pathsOf(context, assembly)),
    pools,
    php: pools.length === 0 && inis.some(({ dialect }) => dialect === 'php-ini') ? phpLimits(null, inis) : null,
    unknownIncludes: expander.missing.map(({ path, line, column }) => ({ path, line, column })),
    documents: byPath,
  };
  insides.set(stack, { contexts, assembly });
  return stack;
}

/** What `buildStack` kept of a stack; null for a stack that was made otherwise. */
export function insideOf(stack: Stack): StackInside | null {
  return insides.get(stack) ?? null;
}

function numbering(): Assembly['idOf'] {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (thing) => {
    if (thing == null) return 0;
    const number = numbers.get(thing) ?? ++last;
    numbers.set(thing, number);
    return number;
  };
}
