import { DIRECTIVE_NAMES } from './directive-names.data.ts';
import { namesByModule } from './directive-names.ts';
import { DIRECTIVE_ROWS } from './directives.data.ts';
import { versionNumber } from './version.ts';

/** One entry of a module's command table. */
export interface NginxDirectiveFact {
  readonly name: string;
  readonly module: string;
  /**
   * Where it may stand, a letter each (`ngx_conf_file.h`, `ngx_http_config.h`): main, events, http, server, location,
   * i = if in server, j = if in location, x = limit_except, upstream, S = stream, T = stream server,
   * U = stream upstream, M = mail, N = mail server, * = anywhere.
   */
  readonly contexts: string;
  readonly block: boolean;
  readonly minArguments: number;
  readonly maxArguments: number;
  /** What the setter reads: flag, size, offset, int, msec, sec, buffers, string, strings, keyval, enum, bits, custom, … */
  readonly type: string;
  /** Words of an `enum` or `bits` type, and the bounds of an `int`. */
  readonly values: readonly string[];
  /** What nginx does when it stands twice in one block. */
  readonly repeat: 'error' | 'list' | 'custom';
  readonly inherit: 'override' | 'replace-list' | 'none' | 'none-except-if' | 'custom' | 'block';
  /** Release that brought it, as `versionNumber`; 0 when it is older than 1.14. */
  readonly since: number;
  readonly sinceText: string;
  /** Release that took it away; Infinity when it is still there. */
  readonly until: number;
  /** The documented default as written in a configuration; '' when there is none. */
  readonly default: string;
}

const REPEATS = { '!': 'error', '+': 'list', '?': 'custom' } as const;
const INHERITANCE = {
  o: 'override',
  l: 'replace-list',
  n: 'none',
  e: 'none-except-if',
  c: 'custom',
  b: 'block',
} as const;

function readRow(name: string, module: string, row: string): NginxDirectiveFact {
  const [contexts = '', arity = '', typeText = '', code = '', ...standard] = row.split(' ');
  const [type = '', values] = typeText.split(':');
  const open = arity.endsWith('+');
  const [min = '0', max = min] = open ? [arity.slice(0, -1)] : arity.split('-');
  const [, sinceText = '', until = ''] = /^..(?:>([\d.]{1,9}))?(?:<([\d.]{1,9}))?$/.exec(code) ?? [];
  return {
    name,
    module,
    contexts: contexts.replace('{', ''),
    block: contexts.endsWith('{'),
    minArguments: Number(min),
    maxArguments: open ? Infinity : Number(max),
    type,
    values: values === undefined ? [] : values.split(','),
    repeat: REPEATS[code.charAt(0) as keyof typeof REPEATS],
    inherit: INHERITANCE[code.charAt(1) as keyof typeof INHERITANCE],
    since: sinceText === '' ? 0 : versionNumber(sinceText),
    sinceText,
    until: until === '' ? Infinity : versionNumber(until),
    default: standard.join(' '),
  };
}

/** Rows of the table as written, each with its module, by name; a name may have one a module. */
function rowsByName(): Map<string, (readonly [module: string, row: string])[]> {
  const byName = new Map<string, [string, string][]>();
  const lines = DIRECTIVE_ROWS.trim().split('\n');
  for (const [at, { module, names }] of namesByModule(DIRECTIVE_NAMES).entries()) {
    const rows = lines[at]?.split(';') ?? [];
    for (const [index, name] of names.entries()) {
      const same = byName.get(name);
      const row: [string, string] = [module, rows[index] ?? ''];
      if (same === undefined) byName.set(name, [row]);
      else same.push(row);
    }
  }
  return byName;
}

/** Rows are read when they are asked for: a run meets few of them. */
class Directives {
  readonly #rows = rowsByName();
  readonly #facts = new Map<string, readonly NginxDirectiveFact[]>();

  names(): Iterable<string> {
    return this.#rows.keys();
  }

  /** One entry a module; none for a name that is no directive. */
  get(name: string): readonly NginxDirectiveFact[] {
    let facts = this.#facts.get(name);
    if (facts === undefined) {
      facts = (this.#rows.get(name) ?? []).map(([module, row]) => readRow(name, module, row));
      if (facts.length > 0) this.#facts.set(name, facts);
    }
    return facts;
  }
}

/** Every directive of nginx 1.14 to 1.31 by name. */
export const NGINX_DIRECTIVES = new Directives();
