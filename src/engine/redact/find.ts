import type { DocumentKind } from '../text/document.ts';
import type { Span } from '../text/span.ts';
import type { RedactionClass } from './original.ts';

/** One stretch of raw text that must not leave, before an alias is chosen for it. */
export interface Find extends Span {
  readonly class: RedactionClass;
  /** Type in the alias: `REDACTED_<type>_01`. Default: made from the class. */
  readonly type?: string;
  /** What the value is once its encoding is undone; equal values get one alias. Default: the text as it stands. */
  readonly value?: string;
  /** Stands here only: too common a word to be replaced wherever else it occurs. */
  readonly local?: boolean;
  /** Prefix length, for an address that is a network. */
  readonly bits?: number;
}

/** One document as the detectors see it. */
export interface Scene {
  readonly text: string;
  readonly kind: DocumentKind;
}

/** Finds one kind of value in a text. Pure and linear in the text; offsets refer to `scene.text`. */
export interface Detector {
  readonly name: string;
  readonly find: (scene: Scene, found: Find[]) => void;
}
