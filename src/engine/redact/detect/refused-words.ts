import type { Detector, Find, Scene } from '../find.ts';
import { isRandomSegment } from './path-tokens.ts';

/** What nginx quotes from a configuration that it refuses: `conflicting parameter "…"`, `unknown directive "…"`. */
export const refusedWords: Detector = { name: 'refused-words', find: findRefused };

const REFUSED = /\[emerg\] [^"\n]{1,200}"([^"\n]{20,400})"/g;
const LONG_HEX = /^[0-9a-f]{32,128}$/;

function findRefused({ text }: Scene, found: Find[]): void {
  if (!text.includes('[emerg]')) return;
  for (const match of text.matchAll(REFUSED)) {
    const value = match[1] ?? '';
    if (!isRandomSegment(value) && !LONG_HEX.test(value)) continue;
    const end = match.index + match[0].length - 1;
    found.push({ start: end - value.length, end, class: 'nginx-secret', type: 'nginx_secret' });
  }
}
