import { createSession, DOCUMENT_KINDS, type DocumentKind } from '../engine/index.ts';
import { encodeText } from '../engine/text/decode.ts';
import { readCommandLine } from './command-line.ts';
import { readInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `stackengine redact [FILE|-]`: prints the redacted text; `--report` says what was replaced, on standard error. */
export function redact(args: readonly string[], terminal: Terminal): number {
  const line = readCommandLine(args, { kind: { type: 'string' }, report: { type: 'boolean' } }, false);
  if (line.paths.length > 1) throw new WrongUse('redact takes one file, or - for standard input');
  const kind = line.text('kind');
  if (kind !== undefined && !isKind(kind)) throw new WrongUse(`--kind is one of ${DOCUMENT_KINDS.join(', ')}`);
  const session = createSession();
  const { files } = readInputs(line.paths.length ? line.paths : ['-']);
  const [file] = files;
  if (!file || files.length > 1) throw new WrongUse('redact takes one text file, or - for standard input');
  session.add(file.path, file.text, kind ?? 'unknown');
  const { redacted } = session.inside();
  for (const one of redacted) terminal.print(encodeText(one.document.text, file.encoding));
  if (line.flag('report')) {
    const counts = new Map<string, number>();
    for (const one of redacted)
      for (const { class: name } of one.replacements) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) terminal.warn(`${count}\t${name}`);
  }
  return 0;
}

function isKind(name: string): name is DocumentKind {
  return (DOCUMENT_KINDS as readonly string[]).includes(name);
}
