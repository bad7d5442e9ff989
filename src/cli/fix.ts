import { copyFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { applyEdits, type Edit } from '../engine/text/edit.ts';
import { encodeText } from '../engine/text/decode.ts';
import { applyFindings } from '../engine/refactor/apply.ts';
import { unifiedPatch } from '../engine/refactor/patch.ts';
import { readCommandLine } from './command-line.ts';
import { openIncident, type Incident } from './incident.ts';
import type { InputFile } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

/** `stackengine fix [PATH…]`: prints the patch, or with `--write` applies it in place, each file with a `.orig` beside it. */
export function fix(args: readonly string[], terminal: Terminal): number {
  const line = readCommandLine(
    args,
    { write: { type: 'boolean' }, redacted: { type: 'boolean' }, all: { type: 'boolean' } },
    true,
  );
  const incident = openIncident(line, terminal.warn);
  const chosen = line.flag('all') ? incident.report.findings.map((finding) => finding.id) : incident.report.chosen;
  if (line.flag('write')) write(incident, chosen, terminal);
  else if (line.flag('redacted')) terminal.print(incident.session.patch(chosen, 'redacted'));
  else terminal.print(realPatch(incident, chosen));
  return 0;
}

/** Each file's hunks in its own encoding, so that the patch fits byte for byte. */
function realPatch(incident: Incident, chosen: readonly string[]): Uint8Array {
  const { files, session } = incident;
  const edits = editsOf(incident, chosen);
  const inputOf = new Map(files.map((file) => [file.path, file]));
  const parts = session.inside().originals.map((document) => {
    const file = inputOf.get(document.path);
    const path = file?.patchPath ?? document.path;
    const own = edits.filter((edit) => edit.path === document.path).map((edit) => ({ ...edit, path }));
    return own.length
      ? encodeText(unifiedPatch([{ ...document, path }], own), file?.encoding ?? 'utf-8')
      : new Uint8Array();
  });
  return Buffer.concat(parts);
}

function write(incident: Incident, chosen: readonly string[], terminal: Terminal): void {
  const edits = byPath(editsOf(incident, chosen));
  for (const [path, own] of edits) {
    const file = incident.files.find((one) => one.path === path);
    if (file?.file == null)
      terminal.warn(`${path} is part of a dump or of standard input: apply the printed patch there`);
    else {
      writeAtomically(file, own, file.file);
      terminal.warn(`${file.patchPath}: ${own.length} edits, the former file is ${file.patchPath}.orig`);
    }
  }
}

/** A reader sees the old file or the new one, never half of one. */
function writeAtomically(input: InputFile, edits: readonly Edit[], file: string): void {
  copyFileSync(file, `${file}.orig`);
  const fresh = `${file}.stackengine-${process.pid}`;
  writeFileSync(fresh, encodeText(applyEdits(input.text, edits), input.encoding), { mode: statSync(file).mode });
  renameSync(fresh, file);
}

function byPath(edits: readonly Edit[]): Map<string, Edit[]> {
  const groups = new Map<string, Edit[]>();
  for (const edit of edits) groups.set(edit.path, [...(groups.get(edit.path) ?? []), edit]);
  return groups;
}

/** In the coordinates of the files as they were read. */
function editsOf({ session, report }: Incident, chosen: readonly string[]): readonly Edit[] {
  return applyFindings(session.inside().originals, report.findings, chosen).edits;
}
