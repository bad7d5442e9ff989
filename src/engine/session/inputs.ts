import { intake } from '../intake/intake.ts';
import { redactDocuments, type RedactOptions } from '../redact/redact.ts';
import type { RedactedDocument, Replacement, Vault } from '../redact/vault.ts';
import { applyFindings } from '../refactor/apply.ts';
import { unifiedPatch } from '../refactor/patch.ts';
import type { Finding } from '../rules/finding.ts';
import { decodeText } from '../text/decode.ts';
import type { Document, DocumentKind } from '../text/document.ts';
import type { Redacted } from '../text/redacted.ts';

/** Which values a patch carries: the user's own, or aliases. */
export type Values = 'real' | 'redacted';

/** The inputs as documents, before and after redaction. The same object until an input changes. */
export interface RedactedSet {
  readonly originals: readonly Document[];
  readonly redacted: readonly RedactedDocument[];
  /** The redacted documents without their replacements. */
  readonly documents: readonly Document<Redacted>[];
  readonly vault: Vault;
}

/** What the user gave: raw texts and the vault stay in here. */
export interface Inputs {
  /** Adds a piece of the input called `path`; bytes may come in chunks. `kind` overrides recognition. */
  add(path: string, data: string | Uint8Array, kind?: DocumentKind): void;
  /** Says that no more of `path` will come. Documents that were never ended are read as far as they came. */
  end(path: string): void;
  remove(path: string): void;
  setKind(path: string, kind: DocumentKind): void;
  setRedaction(options: RedactOptions): void;
  /** The redacted text of a document by its redacted or original path; null when there is none. */
  redacted(path: string): Redacted | null;
  documents(): readonly Document<Redacted>[];
  replacements(): readonly { readonly path: string; readonly replacements: readonly Replacement[] }[];
  /** Aliases back to the values they stand for; for the user's own eyes only. */
  restore(text: string): string;
  /** Unified diff of the chosen findings' fixes. */
  patchOf(findings: readonly Finding[], chosen: readonly string[], values: Values): string;
  /** @internal */
  set(): RedactedSet;
}

interface Input {
  readonly path: string;
  readonly chunks: (string | Uint8Array)[];
  kind: DocumentKind | undefined;
}

/** Splits, recognises and redacts again when asked for after a change, and only then. */
export function createInputs(redaction: RedactOptions | undefined): Inputs {
  const inputs = new Map<string, Input>();
  const kinds = new Map<string, DocumentKind>();
  let options = redaction;
  let current: RedactedSet | null = null;

  const set = (): RedactedSet => {
    if (current) return current;
    const originals = intake(
      [...inputs.values()].map(({ path, chunks, kind }) => ({ path, text: join(chunks), ...(kind && { kind }) })),
    ).map((document) => withKind(document, kinds.get(document.path)));
    const { documents: redacted, vault } = redactDocuments(originals, options);
    current = { originals, redacted, documents: redacted.map((one) => one.document), vault };
    return current;
  };

  return {
    add(path, data, kind) {
      const input = inputs.get(path) ?? { path, chunks: [], kind };
      input.chunks.push(data);
      if (kind) input.kind = kind;
      inputs.set(path, input);
      current = null;
    },
    end(path) {
      const input = inputs.get(path);
      if (input) input.chunks.splice(0, input.chunks.length, join(input.chunks));
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
    replacements: () => set().redacted.map(({ document, replacements }) => ({ path: document.path, replacements })),
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
