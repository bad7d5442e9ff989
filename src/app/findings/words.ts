import type { Safety, Severity } from '../../engine/rules/finding.ts';

/** Shape and word say it; colour only repeats it. */
export const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', info: '○' };

/** How a fix comes into service, in the order in which it is safe to do. */
export const SAFETY_WORDS: Readonly<Record<Safety, { readonly short: string; readonly long: string }>> = {
  reload: {
    short: 'takes a reload',
    long: 'Reload: nginx lets running requests finish; PHP-FPM does so only with process_control_timeout set.',
  },
  restart: { short: 'takes a restart', long: 'Restart: running requests of PHP-FPM are cut off; pick the moment.' },
  decide: { short: 'yours to decide', long: 'Decide: changes behaviour or load; switch it on if you want it.' },
};
