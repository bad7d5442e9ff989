/** What is assumed where nobody says which PHP it is. */
export const ASSUMED_PHP = '8.2';

/** Compares release numbers part by part: `8.1` is before `8.2`, `7.4` before `8.0`. */
export function isPhpBefore(version: string, release: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = release.split('.').map(Number);
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
