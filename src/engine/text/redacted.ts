declare const redactedBrand: unique symbol;

/**
 * Text in which every secret and identifier has been replaced by an alias.
 * Only `redact/` makes it; everything above `redact/` accepts nothing else, so passing raw text on is a type error.
 */
export type Redacted = string & { readonly [redactedBrand]: true };
