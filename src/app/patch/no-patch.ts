import type { DocumentKind } from '../../engine/text/document.ts';
import type { View } from '../../worker/api.ts';

/** Why there is no patch to show. */
type NoPatch = 'nothing-given' | 'switched-off' | 'no-config' | 'nothing-to-fix';

export const NO_PATCH: Readonly<Record<NoPatch, string>> = {
  'nothing-given': 'The fix appears here as one unified diff.',
  'switched-off': 'Nothing to change with what is switched on.',
  'no-config':
    'No config was given, so there is nothing to patch. Add the configs, and what can be fixed in them appears here:',
  'nothing-to-fix': 'Nothing to change in what was given.',
};

/** Prints all configs of both daemons in one go, file by file. */
export const GIVE_CONFIGS = 'nginx -T; tail -n +1 /etc/php/*/fpm/pool.d/*.conf /etc/php-fpm.d/*.conf';

const PATCHED: ReadonlySet<DocumentKind> = new Set(['nginx', 'fpm', 'php-ini']);

/** @param view whose patch is empty; null before anything was given */
export function whyNoPatch(view: View | null): NoPatch {
  if (view === null) return 'nothing-given';
  if (view.report.findings.some(({ fix }) => fix !== null)) return 'switched-off';
  return view.documents.some(({ kind }) => PATCHED.has(kind)) ? 'nothing-to-fix' : 'no-config';
}
