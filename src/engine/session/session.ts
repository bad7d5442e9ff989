import { intake } from '../intake/intake.ts';
import { redactDocuments, type RedactOptions } from '../redact/redact.ts';
import type { RedactedDocument, Replacement, Vault } from '../redact/vault.ts';
import { applyFindings } from '../refactor/apply.ts';
import { unifiedPatch } from '../refactor/patch.ts';
import type { Report } from '../report/report.ts';
import { decodeText } from '../text/decode.ts';
import type { Document, DocumentKind } from '../text/document.ts';
import type { Host } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import type { AnalyzeOptions } from './options.ts';
import { analyzeRedacted, type Analysis } from './pipeline.ts';

/** Which values a patch carries: the user's own, or aliases. */
export type Values = 'real' | 'redacted';

/**
 * One incident: raw inputs and the vault stay in here; what comes out is redacted unless asked for `real`.
 * Everything is recomputed when asked for after a change, and only then.
 */
export interface Session {
  /** Adds a piece of the input called `path`; bytes may come in chunks. `kind` overrides recognition. */
  add(path: string, data: string | Uint8Array, kind?: DocumentKind): void;
  /** Says that no more of `path` will come. Documents that were never ended are read as far as they came. */
  end(path: string): void;
  remove(path: string): void;
  setKind(path: string, kind: DocumentKind): void;
  setHost(host: Partial<Host>): void;
  setRedaction(options: RedactOptions): void;
  /** The redacted text of a document by its redacted or original path; null when there is none. */
  redacted(path: string): Redacted | null;
  documents(): readonly Document<Redacted>[];
  replacements(): readonly { readonly path: string; readonly replacements: readonly Replacement[] }[];
  /** Paths and texts in it are redacted; edits refer to the redacted documents. */
  report(): Report;
  /** Unified diff of the chosen findings' fixes (default: `report().chosen`). */
  patch(chosen?: readonly string[], values?: Values): string;
  /** Aliases back to the values they stand for; for the user's own eyes only. */
  restore(text: string): string;
  /** @internal for `analyze`, which answers in the caller's own coordinates. */
  inside(): Inside;
}

export interface Inside {
  readonly originals: readonly Document[];
  readonly redacted: readonly RedactedDocument[];
  readonly vault: Vault;
  readonly analysis: Analysis;
}

interface Input {
  readonly path: string;
  readonly chunks: (string | Uint8Array)[];
  kind: DocumentKind | undefined;
}

export function createSession(host: Partial<Host> = {}, options: AnalyzeOptions = {}): Session {
  const inputs = new Map<string, Input>();
  const kinds = new Map<string, DocumentKind>();
  let stated = host;
  let redaction = options.redaction;
  let redactedSet: Omit<Inside, 'analysis'> | null = null;
  let analysis: Analysis | null = null;

  const forget = (): void => {
    redactedSet = null;
    analysis = null;
  };

  const read = (): Omit<Inside, 'analysis'> => {
    if (redactedSet) return redactedSet;
    const originals = intake(
      [...inputs.values()].map(({ path, chunks, kind }) => ({ path, text: join(chunks), ...(kind && { kind }) })),
    ).map((document) => withKind(document, kinds.get(document.path)));
    const { documents, vault } = redactDocuments(originals, redaction);
    redactedSet = { originals, redacted: documents, vault };
    return redactedSet;
  };

  const analyzed = (): Inside => {
    const set = read();
    analysis ??= analyzeRedacted(set.redacted, stated, options.rulesOff);
    return { ...set, analysis };
  };

  return {
    add(path, data, kind) {
      const input = inputs.get(path) ?? { path, chunks: [], kind };
      input.chunks.push(data);
      if (kind) input.kind = kind;
      inputs.set(path, input);
      forget();
    },
    end(path) {
      const input = inputs.get(path);
      if (input) input.chunks.splice(0, input.chunks.length, join(input.chunks));
    },
    remove(path) {
      inputs.delete(path);
      forget();
    },
    setKind(path, kind) {
      const set = read();
      kinds.set(set.vault.originalPath(path), kind);
      forget();
    },
    setHost(next) {
      stated = next;
      analysis = null;
    },
    setRedaction(next) {
      redaction = next;
      forget();
    },
    redacted(path) {
      const { originals, redacted } = read();
      const at = redacted.findIndex((one, i) => one.document.path === path || originals[i]?.path === path);
      return redacted[at]?.document.text ?? null;
    },
    documents: () => read().redacted.map((one) => one.document),
    replacements: () => read().redacted.map(({ document, replacements }) => ({ path: document.path, replacements })),
    report: () => analyzed().analysis.report,
    patch(chosen, values = 'redacted') {
      const inside = analyzed();
      const { report } = inside.analysis;
      const redacted = inside.redacted.map((one) => one.document);
      const { edits, patch } = applyFindings(redacted, report.findings, chosen ?? report.chosen);
      if (values === 'redacted') return patch;
      return unifiedPatch(
        inside.originals,
        edits.map((edit) => inside.vault.toOriginalEdit(edit)),
      );
    },
    restore: (text) => read().vault.restore(text),
    inside: analyzed,
  };
}

function withKind(document: Document, kind: DocumentKind | undefined): Document {
  return kind ? { ...document, kind, recognisedBy: 'chosen by you' } : document;
}

function join(chunks: readonly (string | Uint8Array)[]): string {
  if (chunks.every((chunk) => typeof chunk === 'string')) return chunks.join('');
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk));
  const whole = new Uint8Array(bytes.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of bytes) {
    whole.set(one, at);
    at += one.length;
  }
  return decodeText(whole).text;
}
