import type { Cause } from '../weighing.ts';
import { addressesAgree } from '../facts/addresses.ts';
import { lineAt } from '../facts/lines.ts';
import { weightOf, word } from '../facts/signs.ts';

/** connect() to a unix socket says ENOENT and nothing listens elsewhere: the file is not there. */
export const socketMissing: Cause = {
  id: 'socket-missing',
  harm: 'gateway',
  explains: ['nginx.connect-enoent', 'access.502-not-connected'],
  asks: ['pool-config', 'service', 'socket-file', 'fpm-log', 'listeners', 'backend-log', 'error-log'],
  weigh(facts) {
    const missing = facts.events('nginx.connect-enoent');
    if (missing.length === 0) {
      const unconnected = facts.events('access.502-not-connected');
      return unconnected.length > 0 ? weightOf('bare', unconnected, {}, -0.02) : null;
    }
    const absent = facts.events('files.missing').filter((event) => event.text.includes('.sock'));
    if (absent.length > 0) return weightOf('mechanism', [...absent, ...missing], {}, -0.04);
    const foreign = missing.every(({ fields }) => !['fastcgi', undefined].includes(fields['protocol']?.toString()));
    if (foreign) return weightOf('effect', missing, { daemon: 'the server behind it' }, 0.06);
    const pool = addressesAgree(facts, missing);
    if (pool === null) return weightOf('effect', missing, {}, 0.06);
    const weight = weightOf('mechanism', missing, {}, -0.05);
    return { ...weight, lines: [...weight.lines, lineAt(facts, pool.path, pool.line)] };
  },
  sentence: (args) =>
    `The socket ${word(args, 'upstreamAddress', 'that nginx connects to')} does not exist: ${word(args, 'daemon', 'PHP-FPM')} is not running, or it makes its socket elsewhere.`,
};
