import { describe, expect, it } from 'vitest';
import type { Document } from '../../text/document.ts';
import type { Redacted } from '../../text/redacted.ts';
import { readEvidence } from '../../evidence/read.ts';
import { withoutMessageLists } from './message-lists.ts';

const ARTICLE = [
  'Case A: PHP is down',
  'connect() to unix:/run/php/site.sock failed (2: No such file or directory) while connecting to upstream',
  'Case B: PHP is overloaded',
  'connect() to unix:/run/php/site.sock failed (11: Resource temporarily unavailable) while connecting to upstream',
  'Case C: the script crashed (the log of PHP in that second says why)',
  'As with every other message, look further up as well.',
  'upstream prematurely closed connection while reading response header from upstream',
  'Case D: the script is slow',
  'No timeout cures that.',
  'upstream timed out (110: Connection timed out) while reading response header from upstream',
];

function kinds(lines: readonly string[]): number {
  const text = lines.join('\n') as Redacted;
  const paste: Document<Redacted> = { path: 'paste.txt', kind: 'unknown', text, recognisedBy: '' };
  return withoutMessageLists(readEvidence([paste])).counts.size;
}

describe('lists of messages', () => {
  it('say nothing of what happened', () => {
    expect(kinds(ARTICLE)).toBe(0);
  });

  it('are none where something has its time', () => {
    const dated =
      '2024/03/05 10:00:00 [error] 8#8: *1 no live upstreams while connecting to upstream, client: 192.0.2.1';
    expect(kinds([...ARTICLE, dated])).toBe(5);
  });

  it('are none where one message came again and again', () => {
    const again = ARTICLE[1] ?? '';
    expect(kinds([...ARTICLE, 'and', again, 'then', again])).toBeGreaterThan(3);
  });

  it('are none of a few kinds', () => {
    expect(kinds(ARTICLE.slice(0, 4))).toBe(2);
  });
});
