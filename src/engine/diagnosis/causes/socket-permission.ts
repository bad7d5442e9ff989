import type { Cause } from '../weighing.ts';
import { linesOf, settingLines } from '../facts/lines.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';

/** connect() to a unix socket says EACCES: owner, group, mode, or a directory above it shuts nginx's user out. */
export const socketPermission: Cause = {
  id: 'socket-permission',
  harm: 'gateway',
  explains: ['nginx.connect-eacces-unix', 'access.502-not-connected'],
  asks: ['pool-config', 'socket-file', 'selinux', 'error-log'],
  weigh(facts) {
    const weight = bySigns(facts, { mechanism: ['nginx.connect-eacces-unix'] });
    if (weight === null) {
      const unconnected = facts.events('access.502-not-connected');
      return unconnected.length > 0 ? weightOf('bare', unconnected, {}, -0.04) : null;
    }
    const settings = facts.pools.flatMap((pool) =>
      settingLines(facts, ...['listen.owner', 'listen.group', 'listen.mode'].map((key) => pool.settings[key])),
    );
    return {
      ...weight,
      lines: [...weight.lines, ...settings.slice(0, 3), ...linesOf(facts.events('files.socket'), 1)],
      args: { ...weight.args, user: facts.stack.nginxUser.value ?? '' },
    };
  },
  sentence: (args) =>
    `${word(args, 'user', 'The user of nginx')} may not open the socket ${word(args, 'upstreamAddress', 'of the pool')}: set listen.owner, listen.group and listen.mode for that user.`,
};
