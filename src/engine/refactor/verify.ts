import { parseIni } from '../syntax/ini/parse.ts';
import { printIni } from '../syntax/ini/print.ts';
import { checkPool } from '../syntax/ini/check-pool.ts';
import { checkNginx } from '../syntax/nginx/check.ts';
import { parseNginx } from '../syntax/nginx/parse.ts';
import { printNginx } from '../syntax/nginx/print.ts';
import type { Problem } from '../syntax/problem.ts';
import type { DocumentKind } from '../text/document.ts';

/** A document before or after its edits. */
export interface Judged {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: string;
}

export interface Objection {
  readonly path: string;
  readonly message: string;
}

/** What the daemons refuse in one document; [] for kinds that no daemon loads as a whole. */
function problemsOf({ kind, text }: Judged): readonly Problem[] {
  if (kind === 'nginx') return checkNginx(text).problems;
  if (kind === 'fpm') return checkPool(text).problems;
  return [];
}

function printsAsRead({ kind, text, path }: Judged): boolean {
  if (kind === 'nginx') return printNginx(parseNginx(text, path)) === text;
  if (kind === 'fpm') return printIni(parseIni(text, path, 'fpm')) === text;
  return kind !== 'php-ini' || printIni(parseIni(text, path, 'php-ini')) === text;
}

/**
 * What speaks against the edited documents: a problem that the original did not have, or a text that does not survive
 * parsing and printing. [] means the edits may be shown. Documents are matched by path.
 */
export function verify(before: readonly Judged[], after: readonly Judged[]): Objection[] {
  const originals = new Map(before.map((document) => [document.path, document]));
  return after.flatMap((document): Objection[] => {
    const original = originals.get(document.path);
    if (original?.text === document.text) return [];
    const { path } = document;
    const lossless = printsAsRead(document)
      ? []
      : [{ path, message: 'the edited text does not survive parsing and printing' }];
    const known = countsOf(original === undefined ? [] : problemsOf(original));
    const fresh = problemsOf(document).filter((problem) => {
      const left = known.get(problem.message) ?? 0;
      known.set(problem.message, left - 1);
      return problem.severity === 'error' && left <= 0;
    });
    return [...lossless, ...fresh.map((problem) => ({ path, message: problem.message }))];
  });
}

function countsOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of problems) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}
