import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createSession, DOCUMENT_KINDS, type DocumentKind } from '../engine/index.ts';
import { isRedactedByLine, STREAM_FROM } from '../engine/session/streams.ts';
import { decodeText, encodeText } from '../engine/text/decode.ts';
import { readCommandLine } from './command-line.ts';
import { readInputs } from './read-inputs.ts';
import { redactLog } from './redact-log.ts';
import { streamFile } from './stream-file.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** What a log is recognised by, in bytes. */
const HEAD = 64 * 1024;

interface Wish {
  readonly kind: DocumentKind | undefined;
  readonly report: boolean;
}

/** `stackengine redact [FILE|-]`: prints the redacted text; `--report` says what was replaced, on standard error. */
export function redact(args: readonly string[], terminal: Terminal): number {
  const line = readCommandLine(args, { kind: { type: 'string' }, report: { type: 'boolean' } }, false);
  if (line.paths.length > 1) throw new WrongUse('redact takes one file, or - for standard input');
  const kind = line.text('kind');
  if (kind !== undefined && !isKind(kind)) throw new WrongUse(`--kind is one of ${DOCUMENT_KINDS.join(', ')}`);
  const wish = { kind, report: line.flag('report') };
  const [path = '-'] = line.paths;
  const counts = path === '-' ? redactPipe(wish, terminal) : redactFile(path, wish, terminal);
  if (wish.report)
    for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) terminal.warn(`${count}\t${name}`);
  return 0;
}

type Counts = ReadonlyMap<string, number>;

function redactFile(path: string, wish: Wish, terminal: Terminal): Counts {
  const file = resolve(path);
  const isLarge = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= STREAM_FROM;
  if (isLarge && !file.endsWith('.gz') && isRedactedByLine({ path, kind: wish.kind, head: headOf(file) }))
    return redactLog(file, [], terminal);
  const { files } = readInputs([path]);
  const [one] = files;
  if (!one || files.length > 1) throw new WrongUse('redact takes one text file, or - for standard input');
  return redactWhole(one, wish, terminal);
}

function headOf(file: string): string {
  let head = '';
  streamFile(file, (chunk) => {
    head = decodeText(chunk.subarray(0, HEAD)).text;
    return false;
  });
  return head;
}

/** Standard input comes once: what turns out to be a large log goes on as a stream. */
function redactPipe(wish: Wish, terminal: Terminal): Counts {
  const chunks: Uint8Array[] = [];
  let size = 0;
  streamFile(0, (chunk) => {
    chunks.push(chunk.slice());
    size += chunk.length;
    return size < STREAM_FROM;
  });
  const head = decodeText(Buffer.concat(chunks).subarray(0, HEAD)).text;
  if (size >= STREAM_FROM && isRedactedByLine({ path: 'stdin', kind: wish.kind, head })) {
    terminal.warn(
      'a large log from a pipe is read once: values found late in it are not looked for in what came before',
    );
    return redactLog(0, chunks, terminal);
  }
  streamFile(0, (chunk) => chunks.push(chunk.slice()));
  return redactWhole({ path: 'stdin', ...decodeText(Buffer.concat(chunks)) }, wish, terminal);
}

interface Whole extends ReturnType<typeof decodeText> {
  readonly path: string;
}

function redactWhole({ path, text, encoding }: Whole, { kind }: Wish, terminal: Terminal): Counts {
  const session = createSession();
  session.add(path, text, kind ?? 'unknown');
  const { redacted } = session.inside();
  for (const one of redacted) terminal.print(encodeText(one.document.text, encoding));
  const counts = new Map<string, number>();
  for (const one of redacted)
    for (const { class: name } of one.replacements) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function isKind(name: string): name is DocumentKind {
  return (DOCUMENT_KINDS as readonly string[]).includes(name);
}
