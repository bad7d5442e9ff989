import type { Edit } from '../../text/edit.ts';
import type { NginxDirective, NginxFile, NginxNode } from './tree.ts';
import { directivesNamed, nameOf } from './walk.ts';

type PlainEdit = Omit<Edit, 'path'>;

/**
 * Sets `name args;` directly in a block: replaces the arguments of the last such directive there, else inserts a line at
 * the end of the block's directives with the block's own indentation and line ending.
 * @param block null for the file level
 * @param text the text `file` was parsed from; offsets of the edit refer to it
 */
export function setDirective(
  file: NginxFile,
  block: NginxDirective | null,
  name: string,
  args: string,
  text: string,
): PlainEdit {
  const nodes = block === null ? file.nodes : (block.nodes ?? []);
  const present = directivesNamed(nodes, name).at(-1);
  if (present !== undefined) return replaceArgs(present, args);
  const line = args === '' ? `${name};` : `${name} ${args};`;
  // New lines join the settings, above the first nested block, where people look for them.
  const nested = nodes.findIndex((node) => node.kind === 'directive' && node.nodes !== null);
  const anchor = directives(nested === -1 ? nodes : nodes.slice(0, nested)).at(-1);
  if (anchor !== undefined) return insertAfter(anchor, line, text);
  return block === null ? atFileStart(file, line, text) : atBlockStart(block, line, text);
}

/** Replaces everything between a directive's name and its terminator. */
export function replaceArgs(directive: NginxDirective, args: string): PlainEdit {
  const [name, ...rest] = directive.words;
  const nameEnd = directive.start + (name?.raw.length ?? 0);
  const last = rest.at(-1);
  const end = last === undefined ? nameEnd : last.start + last.raw.length;
  return { start: nameEnd, end, text: args === '' ? '' : ` ${args}` };
}

/** Inserts a line below a directive, with the directive's indentation. */
export function insertAfter(directive: NginxDirective, line: string, text: string): PlainEdit {
  const at = endOfLineAfter(text, directive.end);
  return { start: at, end: at, text: lineEnding(text) + indentationAt(text, directive.start) + line };
}

/** Inserts a line above a directive, with the directive's indentation. */
export function insertBefore(directive: NginxDirective, line: string, text: string): PlainEdit {
  const indentation = indentationAt(text, directive.start);
  return { start: directive.start, end: directive.start, text: line + lineEnding(text) + indentation };
}

/** Takes a directive out, with its line when nothing else stands on it. */
export function removeDirective(directive: NginxDirective, text: string): PlainEdit {
  const lineStart = text.lastIndexOf('\n', directive.start - 1) + 1;
  const newline = text.indexOf('\n', directive.end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const alone = isBlankText(text.slice(lineStart, directive.start)) && isBlankText(text.slice(directive.end, lineEnd));
  if (alone) return { start: lineStart, end: lineEnd, text: '' };
  return { start: directive.start, end: directive.end, text: '' };
}

function directives(nodes: readonly NginxNode[]): NginxDirective[] {
  return nodes.filter((node): node is NginxDirective => node.kind === 'directive' && nameOf(node) !== '');
}

function atBlockStart(block: NginxDirective, line: string, text: string): PlainEdit {
  const ending = lineEnding(text);
  const outer = indentationAt(text, block.start);
  const first = block.nodes?.[0];
  const firstLine = first === undefined ? undefined : indentationAt(text, first.start);
  const inner = firstLine !== undefined && firstLine !== outer ? firstLine : outer + indentationUnit(text);
  const open = endOfOpening(block);
  // `location / { }` on one line gets its brace onto a line of its own.
  const sameLine = first === undefined && !block.tail.includes('\n');
  const end = sameLine ? open + block.tail.length : open;
  return { start: open, end, text: ending + inner + line + (sameLine ? ending + outer : '') };
}

function atFileStart(file: NginxFile, line: string, text: string): PlainEdit {
  const at = file.bom.length;
  return { start: at, end: at, text: line + lineEnding(text) };
}

/** Offset just after the block's opening brace. */
function endOfOpening(block: NginxDirective): number {
  const last = block.words[block.words.length - 1];
  return (last === undefined ? block.start : last.start + last.raw.length) + block.gap.length + block.open.length;
}

/** Past blanks and a comment that follow on the same line, so that the comment stays with its directive. */
function endOfLineAfter(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  let end = newline === -1 ? text.length : newline;
  if (text.charAt(end - 1) === '\r' && end > offset) end--;
  const rest = text.slice(offset, end).trimStart();
  return rest === '' || rest.startsWith('#') ? end : offset;
}

function indentationAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let end = lineStart;
  while (end < offset && (text.charAt(end) === ' ' || text.charAt(end) === '\t')) end++;
  return text.slice(lineStart, end);
}

/** The file's own step: that of its first indented line, else four spaces. */
function indentationUnit(text: string): string {
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let end = at + 1;
    while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
    if (end > at + 1 && end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') {
      return text.slice(at + 1, end);
    }
  }
  return '    ';
}

function lineEnding(text: string): '\r\n' | '\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charAt(newline - 1) === '\r' ? '\r\n' : '\n';
}

function isBlankText(text: string): boolean {
  return text.trim() === '';
}
