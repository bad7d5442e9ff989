import type { Cause } from '../weighing.ts';
import { weightOf, word } from '../facts/signs.ts';

/** No answer to the SYN within *_connect_timeout: the host is gone, or a filter drops packets. Cannot happen on a unix socket. */
export const connectTimeout: Cause = {
  id: 'connect-timeout',
  harm: 'gateway',
  explains: ['nginx.connect-timeout', 'access.504-connect', 'access.502-not-connected'],
  asks: ['overflows', 'firewall', 'listeners', 'error-log'],
  weigh(facts) {
    const timeouts = facts.events('nginx.connect-timeout');
    if (timeouts.length > 0) return weightOf('effect', timeouts, {}, 0.04);
    const slow = facts.events('access.504-connect');
    return slow.length > 0 ? weightOf('effect', slow, {}, -0.02) : null;
  },
  sentence: (args) =>
    `${word(args, 'upstreamAddress', 'The backend')} does not answer connection attempts: the host is gone, a packet filter drops them, or its listen queue is full.`,
};
