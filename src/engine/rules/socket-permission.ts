import { addressOfEvent } from '../plan/event-address.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { textOf } from '../plan/values.ts';
import { parseAddress, reaches } from '../stack/upstream/address.ts';
import type { Pool } from '../stack/pool.ts';
import { isWritten } from '../stack/setting.ts';
import type { Edit } from '../text/edit.ts';
import { setPoolKey } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'nginx’s user may not open the pool’s socket',
  why:
    'Connecting to a unix socket needs write permission on it. PHP-FPM creates it 0660 for listen.owner and listen.group, which are ' +
    'the master’s (root) when unset. A reload keeps the socket as it is, so the fix needs a restart. When the owner fits, the ' +
    'directory above or SELinux denies, and no key of the pool helps.',
  source: 'fpm_unix.c (fpm_unix_set_socket_permissions), ngx_event_connect.c',
};

export const socketPermission: Rule = {
  name: 'socket-permission',
  messages: {
    denied: 'nginx’s user {user} may not open the socket of pool {pool} (owner {owner}, mode {mode}).',
    elsewhere:
      'nginx may not open the socket of pool {pool}, though owner and mode allow it: look at the directory above it and at SELinux.',
    'unknown-user':
      'nginx may not open the socket of pool {pool} (owner {owner}, mode {mode}); which user nginx runs as is not in these files.',
  },
  check({ stack, evidence }) {
    const denied = eventsOf(evidence, ['nginx.connect-eacces-unix']).map(addressOfEvent);
    return stack.pools.flatMap((pool): RawFinding[] => {
      if (!denied.some((address) => isSame(address, pool.address))) return [];
      const user = stack.nginxUser.value;
      const owner = textOf(pool.settings['listen.owner']);
      const mode = textOf(pool.settings['listen.mode']) ?? String(pool.settings['listen.mode']?.value ?? '0660');
      const place = placeOf(pool, pool.settings['listen.owner'], pool.settings['listen']);
      const args = { pool: pool.name, owner: owner ?? 'unset', mode, user: user ?? 'unknown' };
      if (!isWritten(stack.nginxUser) || user === null || user === '') {
        return [{ ...place, severity: 'error', code: 'unknown-user', args, fix: null }];
      }
      const edits = opening(pool, user.split(/\s/u)[0] ?? user, owner, mode).flatMap(([key, value]): Edit[] =>
        setPoolKey(stack, pool, key, value),
      );
      if (edits.length === 0) return [{ ...place, severity: 'error', code: 'elsewhere', args, fix: null }];
      return [{ ...place, severity: 'error', code: 'denied', args, fix: { safety: 'restart', edits } }];
    });
  },
};

/** nginx and the pool may spell one path differently (`/var/run`, `/run`). */
function isSame(target: string | null, listen: string | null): boolean {
  const [one, other] = [parseAddress(target ?? ''), parseAddress(listen ?? '')];
  return one !== null && other !== null && reaches(one, other);
}

/** Keys that let `user` in; the group stays, since no file says which groups exist. ACLs win over owner and mode. */
function opening(pool: Pool, user: string, owner: string | null, mode: string): (readonly [string, string])[] {
  const acl = textOf(pool.settings['listen.acl_users']);
  if (acl !== null && acl !== '') {
    const users = acl.split(',').map((one) => one.trim());
    return users.includes(user) ? [] : [['listen.acl_users', [...users, user].join(',')]];
  }
  const bits = /^[0-7]{3,4}$/u.test(mode) ? Number.parseInt(mode, 8) : 0o660;
  const keys: (readonly [string, string])[] = [];
  if (owner !== user) keys.push(['listen.owner', user]);
  if ((bits & 0o600) !== 0o600) keys.push(['listen.mode', '0660']);
  return keys;
}
