import type { Signature } from '../evidence/signatures.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { isOn, numberOf } from '../plan/values.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { setForPath } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs, RuleInput } from './rule.ts';

const PINNED: readonly Signature[] = ['status.reading-headers', 'nginx.eof-before-header', 'nginx.read-header-timeout'];

export const docs: RuleDocs = {
  title: 'fastcgi_keep_conn holds workers',
  why:
    'A PHP-FPM worker serves one connection at a time: every idle cached connection pins a worker ("Reading headers", counted as active). ' +
    "Others starve (504 with an idle pool), FPM ends idle workers as script '', and with pm.max_requests POSTs fail with " +
    '"upstream prematurely closed connection". Without a connection cache the directive does nothing; nginx 1.29.7 and later cache by default.',
  source: 'main/fastcgi.c, ngx_http_upstream_keepalive_module.c; measured',
};

export const keepConnPinsWorkers: Rule = {
  name: 'keep-conn-pins-workers',
  messages: {
    failed:
      'fastcgi_keep_conn holds workers of pool {pool} in idle connections ({keepalive} a worker of nginx), and requests failed by it.',
    pins: 'fastcgi_keep_conn may hold {keepalive} workers of pool {pool} for each worker of nginx; the pool has {children}.',
    recycles:
      'fastcgi_keep_conn with pm.max_requests = {requests}: a POST on a connection whose worker was just recycled fails with 502.',
    cached: 'fastcgi_keep_conn brings nothing on PHP-FPM and holds workers in idle connections.',
  },
  check(input) {
    const cached = input.stack.paths.filter(
      (path) =>
        path.pass?.protocol === 'fastcgi' &&
        isOn(path.settings['fastcgi_keep_conn']) &&
        (path.upstream?.keepalive ?? 0) > 0,
    );
    const seen = new Set<string>();
    return cached
      .flatMap((path) => finding(path, cached, input))
      .filter(({ path, line, column }) => {
        const key = JSON.stringify([path, line, column]);
        return seen.has(key) ? false : seen.add(key);
      });
  },
};

function finding(path: RequestPath, alike: readonly RequestPath[], { stack, evidence }: RuleInput): RawFinding[] {
  const { pool, upstream } = path;
  const keepalive = upstream?.keepalive ?? 0;
  const children = numberOf(pool?.settings['pm.max_children']);
  const requests = numberOf(pool?.settings['pm.max_requests']) ?? 0;
  const emptyScripts = evidence.events.some(
    ({ signature, fields }) => signature === 'fpm.terminated-by-timeout' && fields['script'] === '',
  );
  const failed = emptyScripts || eventsOf(evidence, PINNED).length > 0;
  const place = placeOf(path.location ?? { path: '', line: 1, column: 1 }, path.settings['fastcgi_keep_conn']);
  const args = { pool: pool?.name ?? '?', keepalive, children: children ?? '?', requests };
  const fix = { safety: 'reload' as const, edits: setForPath(stack, path, 'fastcgi_keep_conn', 'off', new Set(alike)) };
  if (failed) return [{ ...place, severity: 'error', code: 'failed', args, fix }];
  if (children !== null && keepalive >= children) return [{ ...place, severity: 'warning', code: 'pins', args, fix }];
  if (requests > 0) return [{ ...place, severity: 'warning', code: 'recycles', args, fix }];
  return [{ ...place, severity: 'info', code: 'cached', args, fix: null }];
}
