import { bareAddress } from '../plan/event-address.ts';
import { isOfPool } from '../plan/event-pool.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { textOf } from '../plan/values.ts';
import type { Pool } from '../stack/pool.ts';
import type { Stack } from '../stack/stack.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { setPoolKey } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'listen.allowed_clients leaves nginx out',
  why:
    'The worker accepts the connection and drops it: nginx logs "recv() failed (104: Connection reset by peer)" and answers 502. ' +
    'php-fpm.log says so only with catch_workers_output = yes.',
  source: 'main/fastcgi.c (fcgi_accept_request), observed on PHP-FPM 8.2',
};

export const allowedClients: Rule = {
  name: 'allowed-clients',
  messages: {
    dropped: 'Pool {pool} dropped a connection from {client}, which listen.allowed_clients does not name.',
    'left-out':
      'nginx reaches pool {pool} from {client}, which listen.allowed_clients does not name: every request is dropped.',
  },
  check({ stack, evidence }) {
    return stack.pools.flatMap((pool): RawFinding[] => {
      const setting = pool.settings['listen.allowed_clients'];
      const allowed = (textOf(setting) ?? '')
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
      if (setting === undefined || allowed.length === 0) return [];
      const dropped = droppedClients(pool, stack, evidence).filter((client) => !allowed.includes(client));
      const client =
        dropped[0] ?? (comesFromLoopback(pool, stack) && !allowed.includes('127.0.0.1') ? '127.0.0.1' : undefined);
      if (client === undefined) return [];
      const value = [...allowed, ...(dropped.length ? dropped : [client])].join(',');
      const seen = dropped.length > 0;
      return [
        {
          ...placeOf(pool, setting),
          severity: seen ? 'error' : 'warning',
          code: seen ? 'dropped' : 'left-out',
          args: { pool: pool.name, client },
          fix: { safety: 'reload', edits: setPoolKey(stack, pool, 'listen.allowed_clients', value) },
        },
      ];
    });
  },
};

function droppedClients(pool: Pool, stack: Stack, evidence: Evidence): string[] {
  const clients = eventsOf(evidence, ['fpm.connection-disallowed']).flatMap(({ fields }) => {
    const client = fields['client'] ?? fields['address'];
    return isOfPool(fields, pool, stack) && typeof client === 'string' && client !== '' ? [client] : [];
  });
  return [...new Set(clients)];
}

/** A connection to 127.0.0.1 comes from 127.0.0.1. */
function comesFromLoopback(pool: Pool, stack: Stack): boolean {
  return stack.paths.some(
    (path) =>
      path.pool === pool &&
      (path.upstream?.servers ?? []).some((server) => bareAddress(server.address).startsWith('127.')),
  );
}
