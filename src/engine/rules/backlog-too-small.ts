import { queueOverflowed } from '../plan/backlog.ts';
import { numberOf } from '../plan/values.ts';
import { setPoolKey } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'The listen queue overflowed',
  why:
    'A full queue on a unix socket answers EAGAIN: nginx sends 502 at once. On TCP the SYN is dropped and nginx times out while ' +
    'connecting (504). A changed listen.backlog needs a restart: a reload keeps the inherited socket as it is.',
  source: 'fpm_sockets.c, fpm_sockets.h; ngx_event_connect.c',
};

export const backlogTooSmall: Rule = {
  name: 'backlog-too-small',
  messages: {
    overflowed: 'The listen queue of pool {pool} overflowed at listen.backlog = {current}; {planned} is planned.',
  },
  check({ stack, evidence, plan }) {
    return stack.pools.flatMap((pool, at): RawFinding[] => {
      const setting = pool.settings['listen.backlog'];
      const current = numberOf(setting);
      const planned = plan.pools[at]?.backlog ?? null;
      if (planned === null || planned < 0 || planned === current || !queueOverflowed(pool, evidence)) return [];
      const edits = setPoolKey(stack, pool, 'listen.backlog', String(planned));
      const args = { pool: pool.name, current: current ?? 'default', planned };
      return [
        { ...placeOf(pool, setting), severity: 'error', code: 'overflowed', args, fix: { safety: 'restart', edits } },
      ];
    });
  },
};
