import type { EvidenceEvent } from '../../evidence/event.ts';
import { isWritten, type Setting } from '../../stack/setting.ts';
import type { EvidenceLine } from '../cause.ts';
import type { Facts } from './facts.ts';

/** Enough to believe it, not so many that nobody reads them. */
const SHOWN = 5;

/** The first few events as evidence lines; equal lines of one signature are not repeated. */
export function linesOf(events: readonly EvidenceEvent[], most: number = SHOWN): EvidenceLine[] {
  return events.slice(0, most).map(({ path, line, text }) => ({ path, line, text: firstLine(text) }));
}

/** The text of one line of a pasted document, as evidence. */
export function lineAt(facts: Facts, path: string, line: number): EvidenceLine {
  const text = facts.stack.documents.get(path)?.text ?? '';
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return { path, line, text: '' };
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return {
    path,
    line,
    text: text
      .slice(start, end === -1 ? undefined : end)
      .trim()
      .slice(0, 500),
  };
}

/** A setting as evidence where somebody wrote it; nothing for defaults. */
export function settingLines(facts: Facts, ...settings: readonly (Setting | undefined)[]): EvidenceLine[] {
  return settings.flatMap((setting) =>
    setting !== undefined && isWritten(setting) ? [lineAt(facts, setting.from.path, setting.from.line)] : [],
  );
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}
