import type { Detector, Find, Scene } from '../find.ts';
import { isMasked } from '../secret-value.ts';
import { unescaped } from './decode.ts';
import { quoteAt, quotedExtent } from './quoted.ts';

/** `kind: Secret`: every value under its `data` and `stringData` is one, whatever its name. */
export const kubernetesSecrets: Detector = { name: 'kubernetes-secrets', find: findSecrets };

const KIND = /kind["']?:\s{0,4}["']?Secret(?=["'\s,}]|$)/g;
const BLOCK = /^([ \t]{0,40})(?:stringData|data):[ \t\r]{0,4}$/gm;
const ENTRY = /^([ \t]{0,60})["']?[\w.-]{1,120}["']?:[ \t]{1,20}(?=[^\s#])/;
/** A manifest ends where the next one begins. */
const END = /^(?:[^\n]{0,80}[ \t|>])?---[ \t\r]{0,4}$/m;
const NEAR = 8000;
const OBJECT = /["'](?:stringData|data)["']:\s{0,8}\{([^{}]{1,8000})\}/g;
const MEMBER = /["'][\w.-]{1,120}["']:\s{0,4}["']([^"'\n]{1,4096})["']/g;

function findSecrets({ text }: Scene, found: Find[]): void {
  if (!text.includes('Secret')) return;
  for (const kind of text.matchAll(KIND)) {
    const from = Math.max(0, kind.index - NEAR);
    const before = text.slice(from, kind.index);
    const start = from + before.length - (before.split(END).at(-1)?.length ?? before.length);
    const rest = text.slice(kind.index, kind.index + NEAR);
    const manifest = text.slice(start, kind.index + (END.exec(rest)?.index ?? rest.length));
    for (const block of manifest.matchAll(BLOCK))
      readEntries(manifest, start, block.index + block[0].length + 1, (block[1] ?? '').length, found);
    for (const object of manifest.matchAll(OBJECT)) {
      const inside = start + object.index + object[0].lastIndexOf(object[1] ?? '');
      for (const member of (object[1] ?? '').matchAll(MEMBER))
        add(text, inside + member.index + member[0].lastIndexOf(member[1] ?? ''), (member[1] ?? '').length, found);
    }
  }
}

/** The lines that are indented deeper than the block's name. */
function readEntries(text: string, offset: number, from: number, indent: number, found: Find[]): void {
  for (let at = from; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const line = text.slice(at, end);
    const deep = /^[ \t]{0,120}/.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && deep <= indent) return;
    const entry = ENTRY.exec(line);
    if (entry && !/[|>][+-]?\s{0,4}$/.test(line)) readValue(text, offset, at + entry[0].length, end, found);
    else if (!entry && line.trim() !== '') add(text, at + deep, line.trimEnd().length - deep, found, offset);
    at = end + 1;
  }
}

function readValue(text: string, offset: number, at: number, end: number, found: Find[]): void {
  const quote = quoteAt(text, at);
  if (quote === '') {
    const value = text
      .slice(at, end)
      .replace(/\s#[^\n]{0,400}$/, '')
      .trimEnd();
    add(text, at, value.length, found, offset);
    return;
  }
  const extent = quotedExtent(text, at, quote);
  add(text, extent.start, extent.end - extent.start, found, offset);
}

function add(text: string, start: number, length: number, found: Find[], offset = 0): void {
  const raw = text.slice(start, start + length);
  if (raw.length < 3 || isMasked(raw) || /^(?:\$|\{\{|<|-----)/.test(raw)) return;
  const find = { start: offset + start, end: offset + start + length, class: 'named-value', value: unescaped(raw) };
  found.push(/^[a-z]{1,8}$/.test(raw) ? { ...find, local: true } : find);
}
