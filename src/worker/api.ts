import type { Report } from '../engine/report/report.ts';
import type { RequestAnswer } from '../engine/session/request-answer.ts';
import type { SourceLine } from '../engine/session/source-lines.ts';
import type { ParsedSnapshot } from '../engine/snapshot/wire.ts';
import type { DocumentKind } from '../engine/text/document.ts';
import type { Host } from '../engine/text/host.ts';
import type { Decoded } from '../share/link.ts';
import type { AskedRequest } from './analyst.ts';
import type { RedactedCopy } from './redacted-copy.ts';
import type { ReplacedClass } from './replaced.ts';
import type { ShareAnswer, ShareWish } from './sharing.ts';
import type { Attempt } from './ways-out.ts';

interface DocumentView {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly recognisedBy: string;
  readonly lines: number;
}

interface KeptView {
  readonly class: string;
  readonly value: string;
}

/** What the user decides about redaction besides single values: classes switched, further words replaced. */
export interface RedactionChoices {
  readonly classes: Readonly<Record<string, boolean>>;
  readonly words: readonly string[];
}

/** Everything the page shows, redacted, as plain data. */
export interface View {
  readonly report: Report;
  readonly documents: readonly DocumentView[];
  /** Ids of the findings whose fixes are in the patch. */
  readonly chosen: readonly string[];
  /** Unified diff of the chosen fixes, with aliases. */
  readonly patch: string;
  readonly replaced: readonly ReplacedClass[];
  /** Values that the user chose not to replace. */
  readonly kept: readonly KeptView[];
  /** Host facts of a `stackengine.ini` among the pieces. */
  readonly settings: Partial<Host>;
}

/** What the user switched by hand: finding id to on or off. The rest follows the report. */
export type Switches = Readonly<Record<string, boolean>>;

export interface BeforeAfter {
  readonly before: string;
  readonly after: string;
}

export interface ReadProgress {
  /** Bytes of the file as it lies on disk. */
  readonly read: number;
  readonly total: number;
  /** `view` already tells what was read of it. */
  readonly isShown: boolean;
}

export type CopyProgress = Omit<ReadProgress, 'isShown'>;

/**
 * The only things that cross between page and worker. Raw text goes in; it comes out of `privatePatch` alone.
 * A piece is one thing the user gave (a paste, a file, a member of a folder) and is known by its path; it may become
 * several documents.
 */
export interface EngineApi {
  /** Takes text; a piece given again replaces its former text. */
  put(piece: string, text: string): void;
  /** Reads a file in chunks, gunzipped where needed. @returns false when it was cancelled; then nothing of it stays */
  read(piece: string, file: File, onProgress: (progress: ReadProgress) => void): Promise<boolean>;
  cancel(piece: string): void;
  remove(piece: string): void;
  setKind(path: string, kind: DocumentKind): void;
  /** What the user stated; null takes back what a settings file says. */
  setHost(stated: Partial<Host>): void;
  setRedaction(choices: RedactionChoices): void;
  /** Leaves the value behind an alias as it is, everywhere. */
  keep(alias: string): void;
  /** Takes `keep` back. */
  replaceAgain(value: string): void;
  view(switches: Switches): Promise<View>;
  /** Redacted lines for the source pane: at most `count` around `line` (from 1), of which `before` stand ahead of it. */
  lines(path: string, line: number, before: number, count: number): readonly SourceLine[];
  /** What a request meets: server, location, upstream, pool, limits; all with aliases, whichever the request names. */
  met(request: AskedRequest): Promise<RequestAnswer>;
  /** One document as it is and as the chosen fixes make it, both with aliases. */
  beforeAfter(path: string, chosen: readonly string[]): Promise<BeforeAfter>;
  /** The patch with the user's own values: for the clipboard and the download only. */
  privatePatch(chosen: readonly string[]): Promise<string>;
  /** A document with aliases, as a file; a log that was not kept is read again, under the name `copy of PATH` for `cancel`. */
  redactedCopy(path: string, onProgress: (progress: CopyProgress) => void): Promise<RedactedCopy>;
  /** `stackengine.ini` with the host facts in force. */
  settingsFile(): Promise<string>;
  share(wish: ShareWish): Promise<ShareAnswer>;
  /** Replaces from now on everywhere what the last `share` found under this number. The value does not cross. */
  redactLeak(id: number): void;
  /** Reads a link's fragment. Needs no incident. */
  openLink(fragment: string, passphrase: string): Promise<Decoded>;
  /** Reads a `.redacted.json`; null when the text is something else. */
  openFile(text: string): ParsedSnapshot | null;
  prove(): Promise<readonly Attempt[]>;
}
