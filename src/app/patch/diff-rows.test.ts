import { describe, expect, it } from 'vitest';
import { diffByFile } from './diff-rows.ts';

const patch = `--- a/etc/nginx/site.conf
+++ b/etc/nginx/site.conf
@@ -1,3 +1,3 @@
 location ~ \\.php$ {
--- not a head
+fastcgi_read_timeout 100s;
 }
--- a/pool.conf
+++ b/pool.conf
@@ -2 +2 @@ [www]
-pm.max_children = 5
+pm.max_children = 85
\\ No newline at end of file
`;

describe('a unified diff by file', () => {
  const files = diffByFile(patch);
  it('names the files', () => {
    expect(files.map((file) => file.path)).toEqual(['etc/nginx/site.conf', 'pool.conf']);
  });
  it('tells lines apart by the counts of the hunk, not by their first characters', () => {
    expect(files[0]?.rows.map((row) => row.kind)).toEqual(['file', 'file', 'hunk', 'same', 'removed', 'added', 'same']);
    expect(files[1]?.rows.map((row) => row.kind)).toEqual(['file', 'file', 'hunk', 'removed', 'added', 'same']);
  });
  it('gives each file a patch of its own, together the whole', () => {
    expect(files.map((file) => file.text).join('')).toBe(patch);
  });
  it('has nothing to say about nothing', () => {
    expect(diffByFile('')).toEqual([]);
  });
});
