import { describe, expect, it } from 'vitest';
import type { Snapshot } from './snapshot.ts';
import { mapTexts, textsOf } from './texts.ts';
import { whereabouts } from './whereabouts.ts';
import { toWire } from './wire.ts';

const PATCH = `--- a/etc/a.conf
+++ b/etc/a.conf
@@ -4,3 +4,4 @@
 kept;
--- gone
+++ come
+more;
 last;
--- a/etc/b.conf
+++ b/etc/b.conf
@@ -9 +9 @@
-old;
+new;
`;
const snapshot: Snapshot = {
  version: 1,
  tool: 'tool 1',
  verdict: { cause: 'backend-down', sentence: 'sentence', confidence: 'high' },
  findings: [
    {
      id: 'id',
      rule: 'rule',
      severity: 'error',
      code: 'code',
      args: { name: 'value' },
      message: 'message',
      path: 'a.conf',
      line: 3,
      safety: 'reload',
    },
  ],
  patch: PATCH,
  evidence: [{ path: 'error.log', line: 7, text: 'text' }],
  documents: [{ path: '/etc/a.conf', kind: 'nginx' }],
  replaced: { host: 1 },
  kept: 0,
};

describe('the texts of a snapshot', () => {
  it('are all of its strings but the words of a closed list', () => {
    const all: string[] = [];
    JSON.parse(JSON.stringify(toWire(snapshot)), (_, value: unknown) => {
      if (typeof value === 'string') all.push(value);
      return value;
    });
    const closed = ['backend-down', 'high', 'error', 'reload', 'nginx'];
    expect(all).toEqual(expect.arrayContaining(closed));
    expect([...textsOf(snapshot).values()]).toEqual(all.filter((text) => !closed.includes(text)));
  });

  it('can be changed as long as they fit the schema', () => {
    const changed = mapTexts(snapshot, (text) => text.replace('sentence', 'other'));
    expect(changed).toEqual({
      ok: true,
      snapshot: { ...snapshot, verdict: { ...snapshot.verdict, sentence: 'other' } },
    });
    expect(mapTexts(snapshot, () => 'x'.repeat(5000)).ok).toBe(false);
  });
});

describe('where a text stands', () => {
  it.each([
    ['patch', ' last;', 'etc/a.conf:6 (patch)'],
    ['patch', '--- gone', 'etc/a.conf:5 (patch)'],
    ['patch', '+more;', 'etc/a.conf:6 (patch)'],
    ['patch', '-old;', 'etc/b.conf:9 (patch)'],
    ['patch', '+++ b/etc/b.conf', 'etc/b.conf (patch)'],
    ['findings[1][6]', 'message', 'a.conf:3 (finding)'],
    ['evidence[1][3]', 'text', 'error.log:7 (evidence)'],
    ['documents[1][1]', '/etc/a.conf', '/etc/a.conf (name of the document)'],
    ['verdict[2]', 'sentence', 'the verdict'],
    ['tool', 'tool 1', 'tool'],
  ])('%s, %s', (place, text, said) => {
    expect(whereabouts(snapshot, place, text)).toBe(said);
  });
});
