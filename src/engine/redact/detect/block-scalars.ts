import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';

/** `password: |` in YAML, with the value on the line below. */
export const blockScalars: Detector = { name: 'block-scalars', find: findScalars };

const SCALAR =
  /^[^\n:]{0,60}?([A-Za-z_][\w.-]{1,60})["']?: {1,4}[|>][+-]?[ \t\r]{0,4}\n[ \t]{1,80}([^\s]{4,4096})[ \t\r]{0,4}$/gm;

function findScalars({ text }: Scene, found: Find[]): void {
  if (!text.includes(': |') && !text.includes(': >')) return;
  for (const match of text.matchAll(SCALAR)) {
    const value = match[2] ?? '';
    if (!isSecret(value, strengthOf(match[1] ?? ''))) continue;
    const start = match.index + match[0].lastIndexOf(value);
    found.push({ start, end: start + value.length, class: 'named-value' });
  }
}
