/**
 * Orders nginx versions: "1.22.1" → 1022001. A missing patch level stands for the last of its series, so that "1.22" has
 * everything some 1.22 has; a text without digits gives null.
 */
export function parseVersion(text: string): number | null {
  const match = /(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?/.exec(text);
  if (match === null) return null;
  const [, major, minor, patch = '999'] = match;
  return (Number(major) * 1000 + Number(minor)) * 1000 + Number(patch);
}

/** `parseVersion` for texts known to be versions. */
export function versionNumber(text: string): number {
  return parseVersion(text) ?? 0;
}

/** Version numbers at which the grammar of several directives changed. */
export const NGINX_1_25 = 1_025_000;
export const NGINX_1_27_3 = 1_027_003;
export const NGINX_1_29 = 1_029_000;
export const NGINX_1_29_7 = 1_029_007;
