import {
  BUFFERED_PROTOCOLS,
  bufferProblems,
  buffersOf,
  CURING_BUFFER,
  DEFAULT_BUFFERS,
  isBuffered,
  solveBuffers,
  type BufferedProtocol,
  type BufferProblem,
  type Buffers,
} from '../plan/buffers.ts';
import { pathsOfEvents } from '../plan/paths-of-event.ts';
import { sizeWord } from '../plan/size-word.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import type { NginxDirective, NginxFile } from '../syntax/nginx/tree.ts';
import { intendedBytes } from '../syntax/ini/intended.ts';
import { argumentsOf, nameOf, walk } from '../syntax/nginx/walk.ts';
import type { Edit } from '../text/edit.ts';
import { LineIndex, type Place } from '../text/span.ts';
import { blockOf, setForPath, setInBlock } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, RuleInput } from './rule.ts';

/** Buffers are changed as one set, by one finding: a header that was too big first, else the level that nginx refuses. */
export function bufferFindings(input: RuleInput, rule: 'header-too-big' | 'buffer-inequalities'): RawFinding[] {
  const cured = pathsOfEvents(input.stack, input.evidence, ['nginx.too-big-header', 'access.502-buffer-exact']);
  if (rule === 'header-too-big') return [...cured].flatMap((path) => headerFinding(path, [...cured], input.stack));
  const locations = new Set<NginxDirective | null | undefined>(
    [...cured].filter(isGrown).map((path) => path.location?.node),
  );
  const levels = refusedLevels(input.stack).filter((level) => !locations.has(level.block));
  const seen = new Set(levels.map((level) => level.block));
  const merged = input.stack.paths.filter(
    (path) => !seen.has(path.location?.node ?? null) && !locations.has(path.location?.node),
  );
  return [
    ...levels.map((level) => levelFinding(level, input.stack)),
    ...merged.flatMap((path) => pathFinding(path, levels, input.stack)),
  ];
}

function isGrown(path: RequestPath): boolean {
  const current = buffersOf(path);
  return current !== null && current.bufferSize < CURING_BUFFER;
}

function headerFinding(path: RequestPath, alike: readonly RequestPath[], stack: Stack): RawFinding[] {
  const current = buffersOf(path);
  if (current === null || path.pass === null || !isBuffered(path.pass.protocol)) return [];
  const { protocol } = path.pass;
  const place = placeOf(path.location ?? path.pass, path.settings[`${protocol}_buffer_size`]);
  const args = { protocol, bufferSize: sizeWord(current.bufferSize, 'km'), planned: sizeWord(CURING_BUFFER, 'km') };
  if (!isGrown(path)) return [{ ...place, severity: 'warning', code: 'still-too-big', args, fix: null }];
  const solved = solveBuffers(current, CURING_BUFFER);
  const edits = changes(protocol, current, solved, true).flatMap(([name, value]) =>
    setForPath(stack, path, name, value, new Set(alike.filter((one) => one.pass?.protocol === protocol))),
  );
  return [{ ...place, severity: 'error', code: 'too-big', args, fix: { safety: 'reload', edits } }];
}

/** Directives to set, by name; `busy` is stated along where a lone derived value would be refused. */
function changes(protocol: string, from: Buffers, to: Buffers, withBusy: boolean): (readonly [string, string])[] {
  const word = (bytes: number): string => sizeWord(bytes, 'km');
  const busy = to.busy ?? 2 * Math.max(to.bufferSize, to.size);
  return [
    ...(to.bufferSize === from.bufferSize ? [] : [[`${protocol}_buffer_size`, word(to.bufferSize)] as const]),
    ...(to.number === from.number && to.size === from.size
      ? []
      : [[`${protocol}_buffers`, `${String(to.number)} ${word(to.size)}`] as const]),
    ...(to.busy === from.busy && !withBusy ? [] : [[`${protocol}_busy_buffers_size`, word(busy)] as const]),
    ...(to.tempFileWriteSize === from.tempFileWriteSize
      ? []
      : [[`${protocol}_temp_file_write_size`, word(to.tempFileWriteSize ?? 0)] as const]),
    ...(to.maxTempFileSize === from.maxTempFileSize
      ? []
      : [[`${protocol}_max_temp_file_size`, word(to.maxTempFileSize ?? 0)] as const]),
  ];
}

interface Level {
  readonly path: string;
  readonly block: NginxDirective | null;
  readonly place: Place;
  readonly protocol: BufferedProtocol;
  readonly buffers: Buffers;
  readonly problem: BufferProblem;
}

/** Blocks that set one of the buffers and end up with a set that nginx refuses; a refused outer block speaks for the inner ones. */
function refusedLevels(stack: Stack): Level[] {
  return [...stack.nginxFiles.values()].flatMap((file) =>
    BUFFERED_PROTOCOLS.flatMap((protocol) => levelsOf(file, protocol, stack)),
  );
}

const SUFFIXES = ['buffer_size', 'buffers', 'busy_buffers_size', 'temp_file_write_size', 'max_temp_file_size'] as const;

function levelsOf(file: NginxFile, protocol: BufferedProtocol, stack: Stack): Level[] {
  const own = new Map<NginxDirective | null, Map<string, NginxDirective>>();
  const parents = new Map<NginxDirective | null, NginxDirective | null>();
  walk(file.nodes, (directive, ancestors) => {
    const block = ancestors.at(-1) ?? null;
    if (directive.nodes !== null) parents.set(directive, block);
    const suffix = SUFFIXES.find((one) => nameOf(directive) === `${protocol}_${one}`);
    if (suffix === undefined) return undefined;
    const set = own.get(block) ?? new Map<string, NginxDirective>();
    own.set(block, set.set(suffix, directive));
    return undefined;
  });
  const effective = new Map<NginxDirective | null, Buffers | null>();
  const levels: Level[] = [];
  // Blocks are met before what they contain, so that an outer level is solved first.
  for (const [block, set] of [...own].sort(([a], [b]) => (a?.start ?? -1) - (b?.start ?? -1))) {
    const merged = merge(outer(block, parents, effective), set);
    if (merged === null) continue;
    const [problem] = bufferProblems(merged);
    effective.set(block, problem === undefined ? merged : solveBuffers(merged));
    const first = [...set.values()][0];
    const text = stack.documents.get(file.path)?.text;
    if (problem === undefined || first === undefined || text === undefined) continue;
    const place = { path: file.path, ...new LineIndex(text).positionAt(first.start) };
    levels.push({ path: file.path, block, place, protocol, buffers: merged, problem });
  }
  return levels;
}

function outer(
  block: NginxDirective | null,
  parents: ReadonlyMap<NginxDirective | null, NginxDirective | null>,
  effective: ReadonlyMap<NginxDirective | null, Buffers | null>,
): Buffers {
  for (let at = block; at !== null;) {
    at = parents.get(at) ?? null;
    const buffers = effective.get(at);
    if (buffers != null) return buffers;
  }
  return DEFAULT_BUFFERS;
}

/** null when a value cannot be read: nginx refuses that on its own. */
function merge(inherited: Buffers, set: ReadonlyMap<string, NginxDirective>): Buffers | null {
  const word = (suffix: string, at = 0): string | undefined => {
    const directive = set.get(suffix);
    return directive === undefined ? undefined : argumentsOf(directive)[at];
  };
  const bytes = <T>(suffix: string, otherwise: T, at = 0): number | T | null => {
    const written = word(suffix, at);
    return written === undefined ? otherwise : intendedBytes(written);
  };
  const number = word('buffers') === undefined ? inherited.number : Number(word('buffers'));
  const bufferSize = bytes('buffer_size', inherited.bufferSize);
  const size = bytes('buffers', inherited.size, 1);
  if (bufferSize === null || size === null || !Number.isInteger(number)) return null;
  return {
    bufferSize,
    number,
    size,
    busy: bytes('busy_buffers_size', inherited.busy),
    tempFileWriteSize: bytes('temp_file_write_size', inherited.tempFileWriteSize),
    maxTempFileSize: bytes('max_temp_file_size', inherited.maxTempFileSize),
  };
}

function levelFinding({ path, block, place, protocol, buffers, problem }: Level, stack: Stack): RawFinding {
  const edits: Edit[] = changes(protocol, buffers, solveBuffers(buffers), false).flatMap(([name, value]) =>
    setInBlock(stack, { path, node: block }, name, value),
  );
  const fix = edits.length ? { safety: 'reload' as const, edits } : null;
  return { ...place, severity: 'error', code: problem, args: argsOf(protocol, buffers), fix };
}

/** A set that only includes complete: seen on the path, not in any one file. */
function pathFinding(path: RequestPath, levels: readonly Level[], stack: Stack): RawFinding[] {
  const current = buffersOf(path);
  const block = blockOf(path);
  if (current === null || block === null || path.pass === null || !isBuffered(path.pass.protocol)) return [];
  const { protocol } = path.pass;
  const [problem] = bufferProblems(current);
  if (problem === undefined || levels.some((level) => level.protocol === protocol)) return [];
  const edits = changes(protocol, current, solveBuffers(current), false).flatMap(([name, value]) =>
    setForPath(stack, path, name, value),
  );
  const place = placeOf(
    path.location ?? path.pass,
    ...SUFFIXES.map((suffix) => path.settings[`${protocol}_${suffix}`]),
  );
  return [
    { ...place, severity: 'error', code: problem, args: argsOf(protocol, current), fix: { safety: 'reload', edits } },
  ];
}

function argsOf(protocol: string, buffers: Buffers): RawFinding['args'] {
  const word = (bytes: number): string => sizeWord(bytes, 'km');
  const largest = Math.max(buffers.bufferSize, buffers.size);
  return {
    protocol,
    number: buffers.number,
    size: word(buffers.size),
    busy: word(buffers.busy ?? 2 * largest),
    largest: word(largest),
  };
}
