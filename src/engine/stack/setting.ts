import type { Place } from '../text/span.ts';

export type Unit = 'seconds' | 'bytes' | 'count' | 'flag' | 'text';
export type SettingValue = number | string | boolean;

/** Where a value stands in the user's text, with the offsets of the value itself for an edit. */
export interface WrittenAt extends Place {
  readonly start: number;
  readonly end: number;
}

/**
 * One limit as the daemon really uses it.
 * `value` is what the daemon reads, in `unit`; null means unknown (a missing include may set it).
 */
export interface Setting<T extends SettingValue = SettingValue> {
  readonly value: T | null;
  readonly unit: Unit;
  /** As the author wrote it (`500ms`), null for a default. */
  readonly written: string | null;
  /** What the author seems to have meant, or what `value` says in words: "500 s". Equal for sane input. */
  readonly meant: string;
  /** The spelling that makes the daemon read what was meant; absent for sane input. */
  readonly corrected?: string;
  readonly from: WrittenAt | { readonly default: string } | { readonly unknown: string };
}

/** True when somebody wrote the value down (it is neither a default nor unknown). */
export function isWritten(setting: Setting): setting is Setting & { readonly from: WrittenAt } {
  return 'path' in setting.from;
}
