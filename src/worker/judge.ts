import type { Report } from '../engine/report/report.ts';
import type { Conclusions } from '../engine/session/conclude.ts';
import { soundReport } from '../engine/session/sound-report.ts';
import { refusalsOf, type DaemonVersions, type Refusals } from '../engine/syntax/refusals.ts';
import type { Document } from '../engine/text/document.ts';
import type { Host } from '../engine/text/host.ts';
import type { Redacted } from '../engine/text/redacted.ts';
import { readSettings, writeSettings } from '../settings/settings.ts';
import type { Later } from './later.ts';
import { SHARED_WAYS, tryWaysOut, type Attempt, type WayOut } from './ways-out.ts';

type Documents = readonly Document<Redacted>[];

/** Speaks for nginx and PHP-FPM, in a worker of its own: what they refuse, before and after the fixes. It knows our own settings file too. */
export interface Judge {
  /** Takes these documents in place of those before. @returns host facts of a `stackengine.ini` among them */
  read(documents: Documents): Later<Partial<Host>>;
  refusals(versions: DaemonVersions): Later<Refusals>;
  /** The report on the documents that were read last, without the fixes that a daemon would refuse. */
  report(conclusions: Conclusions): Later<Report>;
  /** `stackengine.ini` with these host facts. */
  settingsFile(host: Partial<Host>): Later<string>;
  prove(): Promise<readonly Attempt[]>;
}

export function createJudge(scope: EventTarget, ways: readonly WayOut[] = SHARED_WAYS): Judge {
  let documents: Documents = [];
  return {
    read(next) {
      documents = next;
      const files = documents.filter(({ kind }) => kind === 'settings');
      return Object.assign({}, ...files.map(({ text }) => readSettings(text).host)) as Partial<Host>;
    },
    refusals: (versions) => refusalsOf(documents, versions),
    report: (conclusions) => soundReport(documents, conclusions),
    settingsFile: (host) => writeSettings({ host, rulesOff: [] }),
    prove: () => tryWaysOut('judge', ways, scope),
  };
}
