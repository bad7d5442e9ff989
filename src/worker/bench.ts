import { askedInAliases } from '../engine/redact/asked.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import type { Report } from '../engine/report/report.ts';
import { createInputs } from '../engine/session/inputs.ts';
import { applyEdits } from '../engine/text/edit.ts';
import type { Host } from '../engine/text/host.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import { createAccessKernel } from '../kernels/access-kernel.ts';
import { readSnapshotFile } from '../share/file.ts';
import { decodeLink } from '../share/link.ts';
import type { EngineApi, RedactionChoices, View } from './api.ts';
import { chosenOf } from './chosen.ts';
import { createConsultation, type Experts } from './consultation.ts';
import { readFile } from './read-file.ts';
import { copyOfLog, copyOfText } from './redacted-copy.ts';
import { replacedByClass } from './replaced.ts';
import { shareIncident } from './sharing.ts';
import { SHARED_WAYS, tryWaysOut } from './ways-out.ts';

/** One incident on the bench: raw text and vault, behind the few calls the page may make. The experts see neither. */
export function createBench(experts: Experts, scope: EventTarget, ways = SHARED_WAYS): EngineApi {
  const inputs = createInputs(undefined, createAccessKernel);
  const consultation = createConsultation(inputs, experts);
  const reading = new Map<string, AbortController>();
  /** For reading again what is not kept. */
  const files = new Map<string, File>();
  let stated: Partial<Host> = {};
  let choices: RedactionChoices = { classes: {}, words: [] };
  /** Class by value. */
  const kept = new Map<string, string>();
  /** What the gate found and the user wants gone; the page never sees these words. */
  const hidden = new Set<string>();
  const leaks = new Map<number, readonly string[]>();
  let leakCount = 0;

  const redaction = (): RedactOptions => ({
    ...choices,
    words: [...choices.words, ...hidden],
    keep: [...kept.keys()],
  });
  const redact = (): void => {
    inputs.setRedaction(redaction());
  };

  /** Holds for the inputs as they are when it arrives, until the next call of the page. */
  const report = (): Promise<Report> => consultation.ask(stated);

  return {
    put(piece, text) {
      inputs.remove(piece);
      inputs.add(piece, text);
      inputs.end(piece);
    },
    async read(piece, file, onProgress) {
      const abort = new AbortController();
      reading.set(piece, abort);
      files.set(piece, file);
      inputs.begin(piece, file.size);
      let whole = false;
      try {
        whole = await readFile(
          file,
          (chunk) => {
            inputs.add(piece, chunk);
          },
          (read) => {
            onProgress({ read, total: file.size, isShown: inputs.isShown(piece) });
          },
          abort.signal,
        );
      } finally {
        reading.delete(piece);
        if (whole) inputs.end(piece);
        else inputs.remove(piece);
      }
      return whole;
    },
    cancel: (piece) => reading.get(piece)?.abort(),
    remove(piece) {
      reading.get(piece)?.abort();
      files.delete(piece);
      inputs.remove(piece);
    },
    setKind(path, kind) {
      inputs.setKind(path, kind);
    },
    setHost(next) {
      stated = next;
    },
    setRedaction(next) {
      choices = next;
      redact();
    },
    keep(alias) {
      const replaced = inputs
        .replacements()
        .flatMap((one) => one.replacements)
        .find((one) => one.alias === alias);
      if (!replaced) return;
      kept.set(inputs.restore(alias), replaced.class);
      redact();
    },
    replaceAgain(value) {
      kept.delete(value);
      redact();
    },
    async view(switches): Promise<View> {
      inputs.look();
      const made = await report();
      const chosen = chosenOf(made, switches);
      return {
        report: made,
        documents: inputs.documents().map(({ path, kind, recognisedBy, text }) => ({
          path,
          kind,
          recognisedBy,
          lines: lineCount(text),
        })),
        chosen,
        patch: inputs.patchOf(made.findings, chosen, 'redacted'),
        replaced: replacedByClass(inputs.replacements()),
        kept: [...kept].map(([value, name]) => ({ class: name, value })),
        settings: consultation.settings(),
      };
    },
    met: (request) =>
      consultation.met(stated, () => {
        const { memory } = inputs.set().vault;
        return memory === null ? request : askedInAliases(request, memory, redaction());
      }),
    lines: (path, line, before, count) => inputs.linesAround(path, line, before, count),
    async beforeAfter(path, chosen) {
      const { findings } = await report();
      const before = inputs.redacted(path) ?? '';
      const wanted = new Set(chosen);
      const edits = findings
        .flatMap(({ id, fix }) => (fix && wanted.has(id) ? fix.edits : []))
        .filter((edit) => edit.path === path);
      return { before, after: applyEdits(before, edits) };
    },
    privatePatch: async (chosen) => inputs.patchOf((await report()).findings, chosen, 'real'),
    async redactedCopy(path, onProgress) {
      const { vault } = inputs.set();
      const piece = vault.originalPath(path);
      const context = { vault, redaction: redaction() };
      const file = files.get(piece);
      if (file === undefined || !inputs.isShown(piece))
        return copyOfText(inputs.redacted(path) ?? ('' as Redacted), context);
      const abort = new AbortController();
      reading.set(`copy of ${path}`, abort);
      try {
        return await copyOfLog(
          file,
          context,
          (read) => {
            onProgress({ read, total: file.size * 2 });
          },
          abort.signal,
        );
      } finally {
        reading.delete(`copy of ${path}`);
      }
    },
    async settingsFile() {
      await report();
      return experts.judge.settingsFile({ ...consultation.settings(), ...stated });
    },
    async share(wish) {
      const made = await report();
      const patch = inputs.patchOf(made.findings, wish.chosen, 'redacted');
      const shareable = { report: made, patch, replacements: inputs.replacements(), vault: inputs.set().vault };
      const answer = await shareIncident(shareable, wish, redaction(), [...kept.values()]);
      leaks.clear();
      if (answer.status !== 'closed') return answer;
      const numbered = answer.leaks.map(({ values, ...shown }) => {
        leaks.set(++leakCount, values);
        return { id: leakCount, ...shown };
      });
      return { status: 'closed', leaks: numbered };
    },
    redactLeak(id) {
      for (const value of leaks.get(id) ?? []) {
        hidden.add(value);
        kept.delete(value);
      }
      redact();
    },
    openLink: (fragment, passphrase) => decodeLink(fragment, { passphrase }),
    openFile: readSnapshotFile,
    prove: async () => {
      const attempts = [tryWaysOut('engine', ways, scope), experts.analyst.prove(), experts.judge.prove()];
      return (await Promise.all(attempts)).flat();
    },
  };
}

function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
