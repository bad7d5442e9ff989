import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../../src/engine/redact/redact.ts';
import { checkNginx } from '../../src/engine/syntax/nginx/check.ts';
import { checkPool } from '../../src/engine/syntax/ini/check-pool.ts';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const files = (folder: string, accepts: (name: string) => boolean): string[] =>
  existsSync(corpus + folder)
    ? readdirSync(corpus + folder, { recursive: true, encoding: 'utf8' })
        .filter(accepts)
        .map((name) => `${corpus}${folder}/${name}`)
    : [];

const redacted = (path: string, kind: 'nginx' | 'fpm', text: string) => {
  const { documents, vault } = redactDocuments([{ path, kind, text, recognisedBy: 'corpus' }]);
  const after = documents[0]?.document.text ?? '';
  const again = redactDocuments([{ path, kind, text: after, recognisedBy: 'corpus' }]);
  return { after, restored: vault.restore(after), again: again.documents[0]?.document.text };
};

describe.skipIf(!existsSync(corpus))('real configurations (skipped: corpus not present)', () => {
  it('stay valid, come back whole, and are not redacted twice', () => {
    const names = ['real-nginx', 'stress', 'crossplane', 'gixy'].flatMap((folder) =>
      files(folder, (name) => name.endsWith('.conf')),
    );
    expect(names.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const name of names) {
      const text = readFileSync(name, 'latin1');
      const { after, restored, again } = redacted(name, 'nginx', text);
      if (restored !== text) wrong.push(`restore ${name}`);
      if (again !== after) wrong.push(`twice ${name}`);
      if (after.split('\n').length !== text.split('\n').length) wrong.push(`lines ${name}`);
      if (checkNginx(text).accepted && !checkNginx(after).accepted)
        wrong.push(`refused ${name}: ${checkNginx(after).problems[0]?.message ?? ''}`);
    }
    expect(wrong).toEqual([]);
  });

  it('and so do pools', () => {
    const wrong: string[] = [];
    for (const name of files('real-fpm', (file) => file.endsWith('.conf'))) {
      const text = readFileSync(name, 'latin1');
      const { after, restored, again } = redacted(name, 'fpm', text);
      if (restored !== text) wrong.push(`restore ${name}`);
      if (again !== after) wrong.push(`twice ${name}`);
      if (checkPool(text).accepted && !checkPool(after).accepted)
        wrong.push(`refused ${name}: ${checkPool(after).problems[0]?.message ?? ''}`);
    }
    expect(wrong).toEqual([]);
  });
});
