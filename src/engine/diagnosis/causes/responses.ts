import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import type { Cause } from '../weighing.ts';
import { CLOSURES } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { settingOnAnyPath } from '../facts/limits.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';

/** The header block (and PHP's messages on the same stream) did not fit into *_buffer_size (FACTS 1.14). */
export const headerTooBig: Cause = {
  id: 'header-too-big',
  harm: 'gateway',
  explains: ['nginx.too-big-header', 'access.502-buffer-exact'],
  asks: ['error-log', 'nginx-config'],
  weigh(facts) {
    const weight = bySigns(facts, { mechanism: ['nginx.too-big-header'], effect: ['access.502-buffer-exact'] });
    if (weight === null) return null;
    const sizes = settingLines(
      facts,
      settingOnAnyPath(facts, 'fastcgi_buffer_size'),
      settingOnAnyPath(facts, 'proxy_buffer_size'),
    );
    const stderr = facts.events('nginx.fastcgi-stderr', 'php.warning');
    const args = { ...weight.args, ...(stderr.length > 0 ? { stderr: 'yes' } : {}) };
    return { ...weight, nuance: 0.03, lines: [...weight.lines, ...sizes, ...linesOf(stderr, 1)], args };
  },
  sentence: (args) =>
    args['stderr'] === 'yes'
      ? "The response header and PHP's messages, which share one buffer, are larger than the buffer size: nginx answered 502."
      : 'The response header is larger than the buffer nginx has for it: raise the buffer size together with the buffers.',
};

export const upstreamInvalidHeader: Cause = {
  id: 'upstream-invalid-header',
  harm: 'gateway',
  explains: ['nginx.invalid-header', 'nginx.no-valid-http-header', 'access.502-other'],
  asks: ['error-log', 'backend-log'],
  weigh: (facts) => bySigns(facts, { mechanism: ['nginx.invalid-header', 'nginx.no-valid-http-header'] }),
  sentence: () => 'The backend sent a response header that nginx refuses: the application must send a valid one.',
};

/** The backend answered 5xx itself: nginx only passed it on and logged nothing (FACTS s9). */
export const backendOwnError: Cause = {
  id: 'backend-own-error',
  harm: 'application',
  explains: ['access.backend-own-error', 'access.500', 'access.503'],
  asks: ['backend-log', 'php-log', 'error-log'],
  weigh(facts) {
    const own = facts.events('access.backend-own-error');
    if (own.length === 0) return null;
    if (isPassedOn(facts, own)) return weightOf('bare', own, {}, -0.1);
    const logged = facts.evidence.kinds.has('nginx-error-log');
    return weightOf(logged ? 'mechanism' : 'effect', own, {}, logged ? -0.03 : 0.06);
  },
  sentence: (args) =>
    `The backend itself answered ${word(args, 'status', '5xx')}; nginx passed it on, so the cause stands in the backend's own log.`,
};

/** Failures that another nginx among the evidence made itself, by the status it answered with. */
const MADE: Readonly<Record<number, readonly Signature[]>> = {
  502: [...CLOSURES, 'nginx.connect-refused', 'nginx.connect-enoent', 'nginx.connect-eagain', 'nginx.too-big-header'],
  504: ['nginx.read-header-timeout', 'nginx.connect-timeout', 'access.504-read', 'access.504-connect'],
};

/** A gateway's error that a second gateway passed on: the log of the one that made it is at hand, and says more. */
function isPassedOn(facts: Facts, own: readonly EvidenceEvent[]): boolean {
  const statuses = [...new Set(own.map(({ fields }) => Number(fields['status'])))];
  return statuses.every((status) => {
    const passed = own.filter(({ fields }) => Number(fields['status']) === status).length;
    // Of two logs of the same failures one may be cut.
    return (MADE[status] ?? []).some((signature) => facts.count(signature) * 2 >= passed);
  });
}

export const scriptNotFound: Cause = {
  id: 'script-not-found',
  harm: 'request',
  explains: ['nginx.fastcgi-stderr'],
  asks: ['nginx-config', 'error-log'],
  weigh(facts) {
    const weight = bySigns(facts, {
      mechanism: ['php.script-unknown', 'php.extension-denied', 'php.script-unreadable'],
    });
    if (weight === null) return null;
    const denied = facts.count('php.extension-denied') > facts.count('php.script-unknown', 'php.script-unreadable');
    const file = settingLines(facts, settingOnAnyPath(facts, 'SCRIPT_FILENAME'));
    return {
      ...weight,
      lines: [...weight.lines, ...file],
      args: { ...weight.args, ...(denied ? { denied: 'yes' } : {}) },
    };
  },
  sentence: (args) =>
    args['denied'] === 'yes'
      ? 'PHP-FPM refuses to run a file whose ending security.limit_extensions does not allow: 403 Access denied.'
      : 'PHP-FPM cannot find the script that SCRIPT_FILENAME names (root, alias, chroot or a container path differ): 404 File not found.',
};
