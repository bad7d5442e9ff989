import { moduleElsewhere } from '../../../knowledge/nginx/directive-names.ts';
import { NGINX_DIRECTIVES, type NginxDirectiveFact } from '../../../knowledge/nginx/directives.ts';
import { NGINX_1_29_7 } from '../../../knowledge/nginx/version.ts';
import type { NginxDirective, NginxNode } from '../tree.ts';
import { nameOf } from '../walk.ts';
import { makeBlock, openedBlock, worldOf, type Block } from './blocks.ts';
import { contextsInWords } from './context-words.ts';
import { isForeignDirective, isSeparateModule } from './foreign.ts';
import type { Call, Judgement } from './judgement.ts';
import { refusesRepeat } from './once.ts';
import { postProblem } from './post.ts';
import { setterOf } from './setters/index.ts';
import { readLocation } from './setters/location.ts';
import { TABLES } from './setters/tables.ts';
import { closeUpstream } from './setters/upstream.ts';
import { slotProblem } from './slots.ts';
import { nearest } from './suggest.ts';

/** Deeper nesting than anybody writes is not judged: nginx itself recurses here. */
const DEEPEST = 200;

/** A `map` takes the defaults of these, so that they come too late after it (`ngx_http_map_block`). */
const MAP_SIZES = new Set(['map_hash_max_size', 'map_hash_bucket_size']);

/** Other systems' event modules and Windows: not in a Linux build. */
const OTHER_SYSTEMS = /^ngx_(?:iocp|kqueue|devpoll|eventport)/;

/** Judges the directives of one block in the order in which nginx reads them (`ngx_conf_handler`). */
export function judgeBlock(nodes: readonly NginxNode[], block: Block, judgement: Judgement, depth = 0): void {
  for (const node of nodes) {
    if (node.kind !== 'directive') continue;
    const fact = lookUp(node, block, judgement);
    if (fact === null) continue;
    const call: Call = {
      directive: node,
      name: fact.name,
      args: node.words.slice(1).map((word) => word.value),
      fact,
      block,
      world: worldOf(block.kind),
    };
    if (isWellFormed(call, judgement)) judgeCall(call, judgement, depth);
    block.own.set(fact.name, node);
  }
}

function judgeCall(call: Call, judgement: Judgement, depth: number): void {
  const { directive, name, block, fact } = call;
  if (name === 'include') {
    judgement.noteInclude(call.args[0] ?? '');
    return;
  }
  if (block.own.has(name) && refusesRepeat(call, judgement.version)) {
    judgement.duplicate(call);
    return;
  }
  if (MAP_SIZES.has(name) && block.own.has('map')) {
    judgement.duplicate(call);
    return;
  }
  const problem = slotProblem(fact, call.args) ?? postProblem(call, judgement.version);
  if (problem !== null) {
    judgement.object(directive, problem, 1);
    return;
  }
  setterOf(fact, call.world)?.(call, judgement);
  if (directive.nodes !== null) judgeInside(call, directive.nodes, judgement, depth);
}

function judgeInside(call: Call, nodes: readonly NginxNode[], judgement: Judgement, depth: number): void {
  const { directive, name, block } = call;
  const table = TABLES[name];
  if (table !== undefined) {
    const rows = nodes.filter((node): node is NginxDirective => node.kind === 'directive');
    const nested = rows.find((row) => row.open === '{');
    if (nested !== undefined) judgement.object(nested, 'unexpected "{"');
    else table(call, rows, judgement);
    return;
  }
  const kind = openedBlock(name, block.kind);
  if (kind === null || depth >= DEEPEST) return;
  const location =
    name === 'location' ? readLocation(call, judgement) : kind === 'j' || kind === 'x' ? block.location : null;
  const inner = makeBlock(kind, directive, block, location);
  judgeBlock(nodes, inner, judgement, depth + 1);
  if (kind === 'u' || kind === 'U') closeUpstream(inner, judgement);
}

/** The entry of the command table that applies here; objects and gives null when there is none. */
function lookUp(directive: NginxDirective, block: Block, judgement: Judgement): NginxDirectiveFact | null {
  const name = nameOf(directive);
  const facts = NGINX_DIRECTIVES.get(name).filter((fact) => !OTHER_SYSTEMS.test(fact.module));
  const present = facts.filter((fact) => isIn(fact, judgement.version));
  const fitting = present.find((fact) => fact.contexts.includes(block.kind) || fact.contexts === '*');
  if (fitting !== undefined) return fitting;
  if (present.length > 0) {
    const where = contextsInWords(present.map((fact) => fact.contexts).join(''));
    judgement.object(directive, `"${name}" directive is not allowed here; it belongs in ${where}`);
    return null;
  }
  judgement.object(directive, ...unknown(name, facts, judgement));
  return null;
}

/** Debian's 1.22.1 carries this one from 1.29.8. */
const BACKPORTED = new Set(['max_headers']);

function isIn(fact: NginxDirectiveFact, version: number): boolean {
  if (BACKPORTED.has(fact.name) && Math.floor(version / 1000) === 1022) return true;
  return version >= fact.since && version < fact.until;
}

function unknown(
  name: string,
  facts: readonly NginxDirectiveFact[],
  judgement: Judgement,
): [message: string, word: number, severity: 'error' | 'warning'] {
  const message = `unknown directive "${name}"`;
  const newer = facts.find((fact) => judgement.version < fact.since);
  if (newer !== undefined) return [`${message}: it came with nginx ${newer.sinceText}`, 0, 'error'];
  if (facts.length > 0) return [`${message}: this nginx no longer has it`, 0, 'error'];
  const module = moduleElsewhere(name);
  if (module !== null && !isSeparateModule(module)) {
    return [`${message}: it belongs to nginx's commercial edition (${module})`, 0, 'error'];
  }
  if (module !== null || isForeignDirective(name)) {
    return [`${message} here: it belongs to a module that does not come with nginx`, 0, 'warning'];
  }
  const similar = nearest(name, NGINX_DIRECTIVES.names());
  if (similar !== null) return [`${message}, did you mean "${similar}"?`, 0, 'error'];
  if (judgement.foreignModules) return [`${message} here: a loaded module may know it`, 0, 'warning'];
  return [message, 0, 'error'];
}

/** Terminator and number of arguments; a directive that runs over several lines most likely lacks its `;`. */
function isWellFormed(call: Call, judgement: Judgement): boolean {
  const { directive, fact, args, name } = call;
  if (directive.open === '') return false;
  if (fact.block && directive.open === ';') {
    judgement.object(directive, `directive "${name}" has no opening "{"`);
    return false;
  }
  if (!fact.block && directive.open === '{') {
    judgement.object(directive, `directive "${name}" is not terminated by ";"`);
    return false;
  }
  const max = name === 'keepalive' && judgement.version < NGINX_1_29_7 ? 1 : fact.maxArguments;
  if (args.length >= fact.minArguments && args.length <= max) return true;
  const runsOn = directive.words.find((word, at) => at > 0 && word.line > directive.line);
  const hint = runsOn === undefined ? '' : `: is the ";" at the end of line ${runsOn.line - 1} missing?`;
  judgement.object(directive, `invalid number of arguments in "${name}" directive${hint}`);
  return false;
}
