import { createSession, type Host } from '../engine/index.ts';
import type { RedactOptions } from '../engine/redact/redact.ts';
import { CI_WORKFLOW } from '../engine/report/ci.ts';
import { firstMinute } from '../engine/report/first-minute.ts';
import { monitoringRules } from '../engine/report/monitoring.ts';
import { postMortem } from '../engine/report/post-mortem.ts';
import { runbook } from '../engine/report/runbook.ts';
import { applyEdits } from '../engine/text/edit.ts';
import { readSettings, writeSettings } from '../settings/settings.ts';
import { readSnapshotFile } from '../share/file.ts';
import { decodeLink } from '../share/link.ts';
import type { EngineApi, RedactionChoices, TextName, View } from './api.ts';
import { chosenOf } from './chosen.ts';
import { readFile } from './read-file.ts';
import { replacedByClass } from './replaced.ts';
import { shareIncident } from './sharing.ts';
import { SHARED_WAYS, tryWaysOut } from './ways-out.ts';

/** One incident on the bench: the session with raw text and vault, behind the few calls the page may make. */
export function createBench(scope: EventTarget, extraWays = SHARED_WAYS): EngineApi {
  const session = createSession();
  const reading = new Map<string, AbortController>();
  let stated: Partial<Host> = {};
  let choices: RedactionChoices = { classes: {}, words: [] };
  /** Class by value. */
  const kept = new Map<string, string>();

  const redaction = (): RedactOptions => ({ ...choices, keep: [...kept.keys()] });
  const redact = (): void => {
    session.setRedaction(redaction());
  };

  const settings = (): Partial<Host> => {
    const files = session.documents().filter((document) => document.kind === 'settings');
    return Object.assign({}, ...files.map((file) => readSettings(file.text).host)) as Partial<Host>;
  };

  return {
    put(piece, text) {
      session.remove(piece);
      session.add(piece, text);
      session.end(piece);
    },
    async read(piece, file, onProgress) {
      const abort = new AbortController();
      reading.set(piece, abort);
      session.remove(piece);
      const whole = await readFile(
        file,
        (chunk) => {
          session.add(piece, chunk);
        },
        onProgress,
        abort.signal,
      );
      reading.delete(piece);
      if (whole) session.end(piece);
      else session.remove(piece);
      return whole;
    },
    cancel: (piece) => reading.get(piece)?.abort(),
    remove(piece) {
      session.remove(piece);
    },
    setKind(path, kind) {
      session.setKind(path, kind);
    },
    setHost(next) {
      stated = next;
    },
    setRedaction(next) {
      choices = next;
      redact();
    },
    keep(alias) {
      const replaced = session
        .replacements()
        .flatMap((one) => one.replacements)
        .find((one) => one.alias === alias);
      if (!replaced) return;
      kept.set(session.restore(alias), replaced.class);
      redact();
    },
    replaceAgain(value) {
      kept.delete(value);
      redact();
    },
    view(switches): View {
      const fromFile = settings();
      session.setHost({ ...fromFile, ...stated });
      const report = session.report();
      const chosen = chosenOf(report, switches);
      return {
        report,
        documents: session.documents().map(({ path, kind, recognisedBy, text }) => ({
          path,
          kind,
          recognisedBy,
          lines: lineCount(text),
        })),
        chosen,
        patch: session.patch(chosen, 'redacted'),
        replaced: replacedByClass(session.replacements()),
        runbook: runbook(session.inside().analysis.evidence),
        firstMinute: firstMinute(report.verdict.cause),
        kept: [...kept].map(([value, name]) => ({ class: name, value })),
        settings: fromFile,
      };
    },
    lines: (path, from, count) => (session.redacted(path) ?? '').split('\n').slice(from - 1, from - 1 + count),
    beforeAfter(path, chosen) {
      const before = session.redacted(path) ?? '';
      const wanted = new Set(chosen);
      const edits = session
        .report()
        .findings.flatMap(({ id, fix }) => (fix && wanted.has(id) ? fix.edits : []))
        .filter((edit) => edit.path === path);
      return { before, after: applyEdits(before, edits) };
    },
    privatePatch: (chosen) => session.patch(chosen, 'real'),
    settingsFile: () => writeSettings({ host: { ...settings(), ...stated }, rulesOff: [] }),
    text(name, chosen) {
      const texts: Readonly<Record<TextName, () => string>> = {
        'post-mortem': () => postMortem(session.report(), session.patch(chosen, 'redacted')),
        alerts: () => monitoringRules(session.report().plan),
        pipeline: () => CI_WORKFLOW,
      };
      return texts[name]();
    },
    share: (wish) => shareIncident(session, wish, redaction(), [...kept.values()]),
    openLink: (fragment, passphrase) => decodeLink(fragment, { passphrase }),
    openFile: readSnapshotFile,
    prove: () => tryWaysOut('worker', extraWays, scope),
  };
}

function lineCount(text: string): number {
  let count = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
