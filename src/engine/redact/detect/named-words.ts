import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isExempt, isFilePath, isMasked } from '../secret-value.ts';
import { isMade } from './made-words.ts';

/** `auth_pass k33p4l1ve`, `set api_token abc123…`: a name made of several words, a blank, and a value that nobody would write in prose. */
export const namedWords: Detector = { name: 'named-words', find: findNamed };

const NAMED =
  /(?<![A-Za-z0-9_$@./-])([A-Za-z][A-Za-z0-9]{0,20}(?:[_-][A-Za-z0-9]{1,20}){1,5})[ \t]{1,8}(?:"([^"\s]{6,400})"|'([^'\s]{6,400})'|([^\s"'<>`()]{6,400}))/g;
const HINT = /(?:pass|password|passwd|pwd|secret|token|key|pin)["']?[ \t]/i;
const LONG_HEX = /^[0-9a-f]{16,128}$/;

function findNamed({ text }: Scene, found: Find[]): void {
  if (!HINT.test(text)) return;
  for (const match of text.matchAll(NAMED)) {
    const value = (match[2] ?? match[3] ?? match[4] ?? '').replace(/[.,;:!?)\]}]{1,3}$/, '');
    if (value.length < 6 || strengthOf(match[1] ?? '') !== 'strong') continue;
    if (isExempt(value, 'mild') || isMasked(value) || isFilePath(value) || value.includes('=')) continue;
    if (!isMade(value) && !LONG_HEX.test(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, class: 'named-value' });
  }
}
