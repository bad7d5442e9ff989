import { CLASSES, tierOf } from './classes.ts';
import type { Find } from './find.ts';
import type { RedactionClass } from './original.ts';

/** What the user decides. Secrets cannot be switched off as a class, only kept one value at a time. */
export interface RedactOptions {
  /** Identifier classes switched off, optional classes switched on. */
  readonly classes?: Readonly<Partial<Record<RedactionClass, boolean>>>;
  /** Values to leave as they are, secrets too. */
  readonly keep?: readonly string[];
  /** Words to replace wherever they stand. */
  readonly words?: readonly string[];
}

/** Whether finds of a class are replaced under these options. */
export function isOn(name: RedactionClass, options: RedactOptions): boolean {
  const tier = tierOf(name);
  if (tier === 'secret' || CLASSES[name] === undefined) return true;
  return options.classes?.[name] ?? tier === 'identifier';
}

/** The test that a find must pass to be replaced. */
export function wantedBy(options: RedactOptions): (find: Find, written: string) => boolean {
  const keep = new Set(options.keep ?? []);
  return (find, written) =>
    isOn(find.class, options) && !keep.has(written) && (find.value === undefined || !keep.has(find.value));
}
