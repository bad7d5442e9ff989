import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../../src/engine/redact/redact.ts';
import { checkPool } from '../../src/engine/syntax/ini/check-pool.ts';
import { checkNginx } from '../../src/engine/syntax/nginx/check.ts';
import type { DocumentKind } from '../../src/engine/text/document.ts';
import { Case } from '../redaction/case.ts';
import { LEARNED_ELSEWHERE } from '../redaction/learned-elsewhere.ts';
import { Random } from '../redaction/random.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);
const random = new Random(seed);

const redacted = (texts: readonly (readonly [DocumentKind, string])[]) => {
  const given = texts.map(([kind, text], at) => ({ path: `paste-${String(at)}`, kind, text, recognisedBy: 'made' }));
  const { documents, vault } = redactDocuments(given);
  return { texts: documents.map(({ document }) => document.text), vault };
};

const isValid = (kind: DocumentKind, text: string): boolean =>
  kind === 'nginx' ? checkNginx(text).accepted : kind !== 'fpm' || checkPool(text).accepted;

describe(`several documents of one incident (SEED=${String(seed)})`, () => {
  it.each(LEARNED_ELSEWHERE.map((incident, at) => [at, incident] as const))(
    'number %i: what one tells is gone from all, and no directive loses its name',
    (_, { make }) => {
      for (let round = 0; round < 5; round++) {
        const made = new Case(random);
        const given = make(made);
        const { texts, vault } = redacted(given);
        const all = texts.join('\n');
        for (const gone of [...made.secrets, ...made.identifiers]) expect(all).not.toContain(gone);
        for (const kept of made.kept) expect(all).toContain(kept);
        expect(redacted(given.map(([kind], at) => [kind, texts[at] ?? ''])).texts).toEqual(texts);
        given.forEach(([kind, text], at) => {
          expect(vault.restore(texts[at] ?? '')).toBe(text);
          if (isValid(kind, text)) expect(isValid(kind, texts[at] ?? '')).toBe(true);
        });
      }
    },
  );
});
