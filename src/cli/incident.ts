import { createSession, type Report, type Session } from '../engine/index.ts';
import { inOriginalCoordinates } from '../engine/session/analyze.ts';
import { STREAM_FROM } from '../engine/session/streams.ts';
import { createAccessKernel } from '../kernels/access-kernel.ts';
import { readSettings } from '../settings/settings.ts';
import type { CommandLine } from './command-line.ts';
import { streamFile } from './stream-file.ts';
import { readInputs, type InputFile } from './read-inputs.ts';

/** Everything a command needs of one run: the files, the engine's session over them, and the report in their coordinates. */
export interface Incident {
  readonly files: readonly InputFile[];
  readonly prefix: string;
  readonly session: Session;
  readonly report: Report;
}

/** Reads the given paths and analyses them; stated options win over `stackengine.ini`. Its problems go to `warn`. */
export function openIncident(line: CommandLine, warn: (message: string) => void): Incident {
  const { files, large, prefix, settingsText } = readInputs(line.paths, STREAM_FROM);
  const settings = settingsText === null ? { host: {}, rulesOff: [], problems: [] } : readSettings(settingsText);
  for (const problem of settings.problems) warn(`stackengine.ini: ${problem}`);
  const session = createSession(
    { ...settings.host, ...line.host },
    {
      rulesOff: settings.rulesOff,
      accessKernel: createAccessKernel,
    },
  );
  for (const { path, text } of files) session.add(path, text);
  // Behind the configs, which hold the formats of the logs.
  for (const { path, file, bytes } of large) {
    session.begin(path, bytes);
    streamFile(file, (chunk) => {
      session.add(path, chunk);
    });
    session.end(path);
  }
  const report = inOriginalCoordinates(session.inside(), line.flag('show-values'));
  return { files, prefix, session, report };
}
