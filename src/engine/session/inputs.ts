import type { MakeAccessKernel } from '../evidence/access/bytes/kernel.ts';
import type { LogStream, LogSummary } from '../evidence/streamed.ts';
import { tellStreamed, type StreamedEvidence } from '../evidence/tell.ts';
import { intake } from '../intake/intake.ts';
import { redactDocuments, type RedactOptions } from '../redact/redact.ts';
import type { RedactedDocument, Replacement, Vault } from '../redact/vault.ts';
import { applyFindings } from '../refactor/apply.ts';
import { unifiedPatch } from '../refactor/patch.ts';
import type { Finding } from '../rules/finding.ts';
import { decodeText } from '../text/decode.ts';
import type { Document, DocumentKind } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';
import { linesAround, type SourceLine } from './source-lines.ts';
import { excerptOf, KEEP_UP_TO, openStream, streamedBecause, STREAM_FROM } from './streams.ts';

/** Which values a patch carries: the user's own, or aliases. */
export type Values = 'real' | 'redacted';

/** The inputs as documents, before and after redaction. The same object until an input changes. */
export interface RedactedSet {
  readonly originals: readonly Document[];
  readonly redacted: readonly RedactedDocument[];
  /** The redacted documents without their replacements. */
  readonly documents: readonly Document<Redacted>[];
  readonly vault: Vault;
  /** What logs have said that were too large to keep; the lines kept of them stand among the documents. */
  readonly streamed: StreamedEvidence | null;
  /** By redacted path, of streamed logs only: which line of the log each of the document's lines is. */
  readonly lineNumbers: ReadonlyMap<string, readonly number[]>;
}

/** What the user gave: raw texts and the vault stay in here. */
export interface Inputs {
  /** Adds a piece of the input called `path`; bytes may come in chunks. `kind` overrides recognition. */
  add(path: string, data: string | Uint8Array, kind?: DocumentKind): void;
  /**
   * Announces a large piece that comes in chunks. It is left out until its end or, once it is a log that is read while it
   * comes in, shown as far as it had come at the last `look`: so that others can be asked about meanwhile.
   * @param bytes how many will come, where that is known: a large log is then streamed from its first bytes on
   */
  begin(path: string, bytes?: number): void;
  /** Brings what is shown of begun logs up to date. */
  look(): void;
  /** Whether a begun piece is shown before its end. */
  isShown(path: string): boolean;
  /** Says that no more of `path` will come. Documents that were never ended are read as far as they came. */
  end(path: string): void;
  remove(path: string): void;
  setKind(path: string, kind: DocumentKind): void;
  setRedaction(options: RedactOptions): void;
  /** The redacted text of a document by its redacted or original path; null when there is none. */
  redacted(path: string): Redacted | null;
  /** Redacted lines around one of them; see `linesAround`. */
  linesAround(path: string, line: number, before: number, count: number): readonly SourceLine[];
  documents(): readonly Document<Redacted>[];
  /** Lines are those of the logs and files as given. */
  replacements(): readonly { readonly path: string; readonly replacements: readonly Replacement[] }[];
  /** Aliases back to the values they stand for; for the user's own eyes only. */
  restore(text: string): string;
  /** Unified diff of the chosen findings' fixes. */
  patchOf(findings: readonly Finding[], chosen: readonly string[], values: Values): string;
  /** @internal */
  set(): RedactedSet;
}

/** What a log is recognised by, in characters. */
const HEAD = 16 * 1024;
const LINE_FEED = 10;
const LARGEST_CONFIG = 1024 * 1024;

interface Input {
  readonly path: string;
  readonly chunks: (string | Uint8Array)[];
  /** Bytes in `chunks`. */
  size: number;
  /** Bytes in all, as far as they were announced. */
  announced: number;
  kind: DocumentKind | undefined;
  /** null: kept as a whole. */
  stream: LogStream | null;
  /** It was looked at when it grew large, and is no log. */
  isKept: boolean;
  /** Announced, and not yet at its end. */
  isBegun: boolean;
}

/** Splits, recognises and redacts again when asked for after a change, and only then. */
export function createInputs(redaction?: RedactOptions, accessKernel?: MakeAccessKernel): Inputs {
  const inputs = new Map<string, Input>();
  const kinds = new Map<string, DocumentKind>();
  let options = redaction;
  let current: RedactedSet | null = null;

  const set = (): RedactedSet => {
    if (current) return current;
    const summaries = new Map<string, LogSummary>();
    for (const { path, stream } of inputs.values()) if (stream) summaries.set(path, stream.summary());
    const excerpts = [...summaries].map(([path, summary]) => ({ path, text: excerptOf(summary), kind: summary.kind }));
    const whole = [...inputs.values()].filter(({ stream, isBegun }) => stream === null && !isBegun);
    // Excerpts first: they keep their paths, and come back one for one.
    const originals = intake([
      ...excerpts,
      ...whole.map(({ path, chunks, kind }) => ({ path, text: join(chunks), ...(kind && { kind }) })),
    ]).map((document) => withSummary(withKind(document, kinds.get(document.path)), summaries.get(document.path)));
    const { documents: redacted, vault } = redactDocuments(originals, options);
    const documents = redacted.map((one) => one.document);
    const told = [...summaries.values()].flatMap((summary, index) => {
      const document = documents[index];
      return document ? [{ document, summary }] : [];
    });
    const streamed = told.length > 0 ? tellStreamed(told, documents) : null;
    const lineNumbers = new Map(
      told.map(({ document, summary }) => [document.path, summary.kept.map(({ line }) => line)]),
    );
    current = { originals, redacted, documents, vault, streamed, lineNumbers };
    return current;
  };

  const configs = (): string[] =>
    [...inputs.values()].flatMap(({ stream, size, chunks }) =>
      stream === null && size < LARGEST_CONFIG ? [join(chunks)] : [],
    );
  const emptyInput = (path: string): Input => ({
    path,
    chunks: [],
    size: 0,
    announced: 0,
    kind: undefined,
    stream: null,
    isKept: false,
    isBegun: false,
  });

  const take = (input: Input, data: string | Uint8Array): void => {
    if (input.stream) {
      input.stream.push(bytesOf(data));
      return;
    }
    input.chunks.push(data);
    input.size += data.length;
    if (input.size >= enough(input)) open(input);
    // The caller may use its buffer for the next bytes.
    if (input.chunks.length > 0 && typeof data !== 'string') input.chunks.splice(-1, 1, data.slice());
  };

  const open = (input: Input): void => {
    const { path, kind, size } = input;
    input.stream = openStream({ path, kind, head: headOf(input.chunks), size, others: configs() }, accessKernel);
    input.isKept = input.stream === null;
    if (input.stream) for (const chunk of input.chunks.splice(0)) input.stream.push(bytesOf(chunk));
  };

  return {
    add(path, data, kind) {
      const input = inputs.get(path) ?? emptyInput(path);
      if (kind) input.kind = kind;
      take(input, data);
      inputs.set(path, input);
      if (!input.isBegun) current = null;
    },
    begin(path, bytes = 0) {
      inputs.set(path, { ...emptyInput(path), isBegun: true, announced: bytes });
      current = null;
    },
    look() {
      for (const { stream, isBegun } of inputs.values()) if (stream && isBegun) current = null;
    },
    isShown: (path) => inputs.get(path)?.stream != null,
    end(path) {
      const input = inputs.get(path);
      if (!input) return;
      if (input.stream) input.stream.end();
      else input.chunks.splice(0, input.chunks.length, join(input.chunks));
      if (input.stream || input.isBegun) current = null;
      input.isBegun = false;
    },
    remove(path) {
      inputs.delete(path);
      current = null;
    },
    setKind(path, kind) {
      kinds.set(set().vault.originalPath(path), kind);
      current = null;
    },
    setRedaction(next) {
      options = next;
      current = null;
    },
    redacted(path) {
      const { originals, documents } = set();
      return documents.find((one, at) => one.path === path || originals[at]?.path === path)?.text ?? null;
    },
    documents: () => set().documents,
    linesAround(path, line, before, count) {
      const { documents, lineNumbers } = set();
      const text = documents.find((one) => one.path === path)?.text ?? '';
      return linesAround(text, lineNumbers.get(path) ?? null, line, before, count);
    },
    replacements() {
      const { redacted, lineNumbers } = set();
      return redacted.map(({ document: { path }, replacements }) => {
        const numbers = lineNumbers.get(path);
        if (numbers === undefined) return { path, replacements };
        return { path, replacements: replacements.map((one) => ({ ...one, line: numbers[one.line - 1] ?? one.line })) };
      });
    },
    restore: (text) => set().vault.restore(text),
    patchOf(findings, chosen, values) {
      const { originals, documents, vault } = set();
      const { edits, patch } = applyFindings(documents, findings, chosen);
      if (values === 'redacted') return patch;
      return unifiedPatch(
        originals,
        edits.map((edit) => vault.toOriginalEdit(edit)),
      );
    },
    set,
  };
}

function withKind(document: Document, kind: DocumentKind | undefined): Document {
  return kind ? { ...document, kind, recognisedBy: 'chosen by you' } : document;
}

function withSummary(document: Document, summary: LogSummary | undefined): Document {
  return summary ? { ...document, recognisedBy: streamedBecause(summary) } : document;
}

/** So many bytes are kept before it is asked whether they are better streamed. */
function enough({ isKept, announced }: Input): number {
  if (isKept) return KEEP_UP_TO;
  return announced < STREAM_FROM ? STREAM_FROM : HEAD;
}

/** Enough of the first bytes to recognise a document by. */
function headOf(chunks: readonly (string | Uint8Array)[]): string {
  let size = 0;
  const first = chunks.findIndex((chunk) => (size += chunk.length) >= HEAD);
  return join(chunks.slice(0, first + 1).map(wholeLines)).slice(0, HEAD);
}

/** Of a long chunk the lines that end within the head's size, so that no more is decoded. */
function wholeLines(chunk: string | Uint8Array): string | Uint8Array {
  if (typeof chunk === 'string' || chunk.length <= HEAD) return chunk;
  const end = chunk.lastIndexOf(LINE_FEED, HEAD - 1) + 1;
  return end > 0 ? chunk.subarray(0, end) : chunk;
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}

function join(chunks: readonly (string | Uint8Array)[]): string {
  if (chunks.every((chunk) => typeof chunk === 'string')) return chunks.join('');
  const bytes = chunks.map(bytesOf);
  const whole = new Uint8Array(bytes.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of bytes) {
    whole.set(one, at);
    at += one.length;
  }
  return decodeText(whole).text;
}
