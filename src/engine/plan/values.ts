import { isWritten, type Setting } from '../stack/setting.ts';

/** The number the daemon uses, null when it is unknown or not a number. */
export function numberOf(setting: Setting | undefined): number | null {
  return typeof setting?.value === 'number' && Number.isFinite(setting.value) ? setting.value : null;
}

/** The number somebody wrote down, null for a default. */
export function writtenNumber(setting: Setting | undefined): number | null {
  return setting !== undefined && isWritten(setting) ? numberOf(setting) : null;
}

export function textOf(setting: Setting | undefined): string | null {
  return typeof setting?.value === 'string' ? setting.value : null;
}

/** Flags come as booleans or as the word that was written. */
export function isOn(setting: Setting | undefined): boolean {
  return setting?.value === true || setting?.value === 'on' || setting?.value === 1;
}
