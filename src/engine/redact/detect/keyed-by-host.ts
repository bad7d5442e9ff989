import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { unescaped } from './decode.ts';

/** `"bearer": { "repo.example.org": "…" }`: Composer and others keep their tokens by the host that they are for. */
export const keyedByHost: Detector = { name: 'keyed-by-host', find: findKeyed };

const OBJECT = /["']([A-Za-z][\w-]{2,40})["']\s{0,4}:\s{0,4}\{\s{0,40}(?=["'][\w-]{1,60}\.[\w.:-]{1,120}["'])/g;
const MEMBER = /["'][\w-]{1,60}\.[\w.:-]{1,120}["']\s{0,4}:\s{0,4}["']([^"'\n]{6,4096})["']\s{0,4},?\s{0,40}/y;

function findKeyed({ text }: Scene, found: Find[]): void {
  if (!text.includes('{')) return;
  for (const match of text.matchAll(OBJECT)) {
    const name = match[1] ?? '';
    if (strengthOf(name) === 'none' && !/oauth|auth$/i.test(name)) continue;
    MEMBER.lastIndex = match.index + match[0].length;
    for (let member = MEMBER.exec(text); member !== null; member = MEMBER.exec(text)) {
      const raw = member[1] ?? '';
      const start = member.index + member[0].lastIndexOf(raw);
      if (isSecret(raw, 'weak'))
        found.push({ start, end: start + raw.length, class: 'named-value', value: unescaped(raw) });
    }
  }
}
