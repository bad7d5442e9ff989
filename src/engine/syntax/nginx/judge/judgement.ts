import type { NginxDirectiveFact } from '../../../knowledge/nginx/directives.ts';
import { isBuiltInVariable, isReadOnlyVariable, type VariableWorld } from '../../../knowledge/nginx/variables.ts';
import type { NginxDirective } from '../tree.ts';
import type { ParsedAddress } from './address.ts';
import type { Block, World } from './blocks.ts';
import { compileValue } from './complex-value.ts';
import { readRegex } from './regex.ts';

/** Something wrong, by offset; lines and columns are worked out once at the end. */
export interface Objection {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly directive: string | null;
  readonly severity: 'error' | 'warning';
}

/** A name used before anybody can know whether it is defined. */
export interface Use {
  readonly name: string;
  readonly directive: NginxDirective;
  readonly word: number;
}

/** A shared memory zone: the module that owns it and its size, null while no directive gave one. */
export interface Zone {
  readonly owner: string;
  size: number | null;
  readonly use: Use;
}

/** What one of the worlds (http, stream) has defined so far, and what was used of it. */
export interface Names {
  readonly variables: Map<string, NginxDirective | null>;
  readonly variableUses: Use[];
  readonly logFormats: Set<string>;
  readonly upstreams: Map<string, NginxDirective>;
  readonly listens: Map<string, ListenAddress>;
}

export interface ListenAddress {
  readonly servers: Block[];
  defaultServer: Block | null;
  optionsSet: boolean;
  ssl: { directive: NginxDirective; block: Block } | null;
}

/** A `*_pass` to a fixed address; whether it names an upstream is known only at the end. */
export interface Pass {
  readonly call: Call;
  readonly address: ParsedAddress;
}

/** One call of a directive's setter. */
export interface Call {
  readonly directive: NginxDirective;
  readonly name: string;
  readonly args: readonly string[];
  readonly fact: NginxDirectiveFact;
  readonly block: Block;
  readonly world: World;
}

function makeNames(): Names {
  return {
    variables: new Map(),
    variableUses: [],
    logFormats: new Set(['combined']),
    upstreams: new Map(),
    listens: new Map(),
  };
}

/** Collects objections and names while the tree is walked in the order in which nginx reads it. */
export class Judgement {
  readonly objections: Objection[] = [];
  readonly http = makeNames();
  readonly stream = makeNames();
  readonly threadPools = new Map<string, Use>();
  readonly definedThreadPools = new Set<string>();
  /** A `load_module` was seen: directives nobody knows may be the module's. */
  foreignModules = false;
  readonly passes: Pass[] = [];
  /** Maps of http, for the size of their tables. */
  readonly maps: { readonly block: Block; readonly rows: readonly NginxDirective[] }[] = [];
  readonly serverNames = new Map<Block, { readonly name: string; readonly use: NginxDirective }[]>();
  /** Shared memory zones of all worlds, by name. */
  readonly zones = new Map<string, Zone>();
  /** An include that is not here may define any name. */
  includesMissing: boolean;

  constructor(
    readonly version: number,
    /** Names that the text does not define may come from outside it. */
    readonly openWorld: boolean,
  ) {
    this.includesMissing = openWorld;
  }

  /** Notes an include, unless it is one of the files that come with nginx and define no names. */
  noteInclude(path: string): void {
    if (!/(?:^|\/)(?:mime\.types|fastcgi\.conf|koi-utf|koi-win|win-utf|[a-z]{1,10}_params)$/.test(path)) {
      this.includesMissing = true;
    }
  }

  names(world: World): Names {
    return world === 'stream' ? this.stream : this.http;
  }

  /** Objects to a directive; `word` narrows it to one argument (0 is the name). */
  object(directive: NginxDirective, message: string, word = 0, severity: Objection['severity'] = 'error'): void {
    const culprit = directive.words[Math.min(word, directive.words.length - 1)];
    const start = culprit?.start ?? directive.start;
    this.objections.push({
      message,
      start,
      end: start + (culprit?.raw.length ?? 0),
      directive: directive.words[0]?.value ?? null,
      severity,
    });
  }

  /** nginx's "is duplicate" of setters that check it themselves. */
  duplicate(call: Call): void {
    this.object(call.directive, `"${call.name}" directive is duplicate`);
  }

  /** Compiles an argument that may hold variables; false when nginx cannot. */
  value(call: Call, word: number, text: string = call.args[word - 1] ?? ''): boolean {
    const { variables, problem } = compileValue(text);
    for (const name of variables) this.useVariable(call, name, word);
    if (problem === null) return true;
    this.object(call.directive, problem, word);
    return false;
  }

  useVariable(call: Call, name: string, word: number): void {
    this.names(call.world).variableUses.push(this.use(call, name, word));
  }

  /** Compiles a pattern and defines its named groups. */
  regex(call: Call, word: number, pattern: string): boolean {
    const { names, problem } = readRegex(pattern);
    if (problem !== null) {
      this.object(call.directive, `pcre2_compile() failed: ${problem} in "${pattern}"`, word);
      return false;
    }
    for (const name of names) this.defineVariable(call, name.toLowerCase(), word);
    return true;
  }

  /** Defines a variable; nginx refuses the names of its own read-only ones. */
  defineVariable(call: Call, name: string, word: number): void {
    const world: VariableWorld = call.world === 'stream' ? 'stream' : 'http';
    const lower = name.toLowerCase();
    if (isReadOnlyVariable(world, lower, this.version)) {
      this.object(call.directive, `the duplicate "${name}" variable`, word);
      return;
    }
    this.names(call.world).variables.set(lower, call.directive);
  }

  isKnownVariable(world: VariableWorld, name: string): boolean {
    return this.names(world).variables.has(name) || isBuiltInVariable(world, name, this.version);
  }

  /**
   * Notes a shared memory zone; it must get a size somewhere, always the same, and belong to one module
   * (`ngx_shared_memory_add`).
   * @param size null where a zone is used, not defined
   * @returns false when nginx refuses it
   */
  zone(call: Call, name: string, owner: string, size: number | null, word: number): boolean {
    const known = this.zones.get(name);
    if (known === undefined) {
      this.zones.set(name, { owner, size, use: this.use(call, name, word) });
      return true;
    }
    if (known.owner !== owner) {
      this.object(call.directive, `the shared memory zone "${name}" is already declared for a different use`, word);
      return false;
    }
    known.size ??= size;
    if (size === null || known.size === size) return true;
    const sizes = `the size ${size} of shared memory zone "${name}" conflicts with already declared size ${known.size ?? 0}`;
    this.object(call.directive, sizes, word);
    return false;
  }

  use(call: Call, name: string, word: number): Use {
    return { name, directive: call.directive, word: Math.min(word, call.directive.words.length - 1) };
  }
}
