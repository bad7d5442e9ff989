import type { EvidenceEvent } from '../evidence/event.ts';
import { isWritten, type Setting } from '../stack/setting.ts';
import type { Place } from '../text/span.ts';

/** Where a finding is shown: the first setting that is written, else the block that lacks it. */
export function placeOf(otherwise: Place, ...settings: readonly (Setting | undefined)[]): Place {
  const written = settings.find((setting) => setting !== undefined && isWritten(setting));
  return plain(written !== undefined && isWritten(written) ? written.from : otherwise);
}

/** Only what a place is; blocks and values carry more. */
export function plain({ path, line, column }: Place): Place {
  return { path, line, column };
}

export function placeOfEvent({ path, line }: EvidenceEvent): Place {
  return { path, line, column: 1 };
}
