import type { Cause } from '../weighing.ts';
import { settingLines } from '../facts/lines.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';
import { addressOf } from '../facts/upstream-field.ts';

/** The listen queue is full: at once 11 on a unix socket, a dropped SYN and a connect timeout on TCP (FACTS k1, k2). */
export const backlogFull: Cause = {
  id: 'backlog-full',
  harm: 'gateway',
  explains: ['nginx.connect-eagain', 'nginx.connect-timeout', 'access.504-connect', 'access.502-not-connected'],
  asks: ['fpm-log', 'fpm-status', 'listeners', 'overflows', 'pool-config', 'backend-log'],
  weigh(facts) {
    const backlogs = facts.pools.flatMap((pool) => settingLines(facts, pool.settings['listen.backlog']));
    const refused = bySigns(facts, { mechanism: ['nginx.connect-eagain'] });
    if (refused !== null) return { ...refused, lines: [...refused.lines, ...backlogs] };
    const timeouts = facts.events('nginx.connect-timeout');
    const overflow = facts.events('sockets.overflowed', 'sockets.queue-full', 'kernel.syn-flood');
    if (timeouts.length > 0 && overflow.length > 0) {
      const weight = weightOf('mechanism', [...overflow, ...timeouts]);
      return { ...weight, lines: [...weight.lines, ...backlogs] };
    }
    // On loopback a SYN is dropped for no other reason than a full queue.
    const local = timeouts.filter((event) => /^(?:127\.|\[::1\]|localhost)/.test(addressOf(event)));
    if (local.length > 0) return weightOf('effect', local, {}, 0.08);
    // A counter since boot is no failure of now; a queue that is full at this moment is.
    const now = overflow.filter(({ signature }) => signature !== 'sockets.overflowed');
    if (now.length > 0) return weightOf('effect', now, {}, -0.02);
    if (timeouts.length > 0) return weightOf('bare', timeouts, {}, 0.05);
    const unconnected = facts.events('access.502-not-connected');
    return unconnected.length > 0 ? weightOf('bare', unconnected, {}, -0.06) : null;
  },
  sentence: (args) =>
    `The listen queue of ${word(args, 'upstreamAddress', 'the backend')} is full: more requests arrive at once than the workers and listen.backlog can hold.`,
};
