import type { Cause } from '../weighing.ts';
import { closures, CLOSURES } from '../facts/closures.ts';
import type { Facts } from '../facts/facts.ts';
import { lineAt, linesOf, settingLines } from '../facts/lines.ts';
import { flagOf, settingOnAnyPath } from '../facts/limits.ts';
import { weightOf } from '../facts/signs.ts';
import { protocolOf, protocolsIn } from '../facts/upstream-field.ts';

/** A cached connection was closed by the backend just as nginx sent the next request on it (FACTS s13, p6). */
export const keepaliveRace: Cause = {
  id: 'keepalive-race',
  harm: 'gateway',
  explains: [...CLOSURES, 'nginx.unexpected-fastcgi-record', 'access.retried-ok'],
  asks: ['nginx-config', 'access-log', 'backend-log'],
  weigh(facts) {
    const stray = facts.events('nginx.unexpected-fastcgi-record');
    const all = [...closures(facts).filter((event) => !MID_BODY.has(event.signature)), ...stray];
    if (all.length === 0) return null;
    const proxied = all.filter((event) => !['fastcgi', null].includes(protocolOf(event)));
    const overFastcgi = proxied.length === 0 && protocolsIn(facts, all).has('fastcgi');
    const closed = proxied.length > 0 ? proxied : all;
    const keepConn = settingOnAnyPath(facts, 'fastcgi_keep_conn');
    if (overFastcgi) {
      const recycled = facts.events('fpm.child-recycled');
      // Without nginx's configuration nobody knows whether it keeps connections that a recycled worker closes.
      const may = stray.length > 0 ? stray : flagOf(keepConn) === null && recycled.length > 0 ? closed : [];
      if (flagOf(keepConn) !== true) {
        if (may.length === 0) return null;
        const weight = weightOf('bare', may, { fpm: 'yes' }, stray.length > 0 ? 0.05 : 0.1);
        return { ...weight, lines: [...weight.lines.slice(0, 3), ...linesOf(recycled, 2)] };
      }
      const weight = weightOf(recycled.length > 0 ? 'mechanism' : 'effect', closed, { fpm: 'yes' }, 0.06);
      const maxRequests = facts.pools.flatMap((pool) => settingLines(facts, pool.settings['pm.max_requests']));
      const lines = [...settingLines(facts, keepConn), ...maxRequests, ...linesOf(recycled, 2)];
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
    }
    const kept = keptUpstream(facts);
    const quick = closed.filter(
      (event) => typeof event.fields['seconds'] === 'number' && event.fields['seconds'] <= 0.01,
    );
    const retried = facts.events('access.retried-ok');
    if (kept !== null) {
      const sure = quick.length > 0 && retried.length > 0;
      const weight = weightOf(
        sure ? 'mechanism' : 'effect',
        closed,
        {},
        quick.length > 0 || retried.length > 0 ? 0.1 : 0.06,
      );
      return {
        ...weight,
        lines: [...weight.lines.slice(0, 3), lineAt(facts, kept.path, kept.line), ...linesOf(retried, 1)],
      };
    }
    if (quick.length > 0 || retried.length > 0) return weightOf('bare', [...quick, ...retried], {}, 0.1);
    // Without a word of where the connections went, PHP-FPM's own ends come first.
    return weightOf('bare', closed, {}, protocolsIn(facts, all).size === 0 ? -0.06 : -0.02);
  },
  sentence: (args) =>
    args['fpm'] === 'yes'
      ? 'fastcgi_keep_conn keeps connections that PHP-FPM closes when it recycles a worker (pm.max_requests): a POST on such a connection gets a 502.'
      : 'The backend closed an idle keep-alive connection at the moment nginx reused it: its idle timeout is shorter than keepalive_timeout of the upstream.',
};

const MID_BODY: ReadonlySet<string> = new Set([
  'nginx.reset-mid-body',
  'nginx.eof-mid-body',
  'access.truncated',
  'nginx.send-failed',
]);

function keptUpstream(facts: Facts) {
  return (
    facts.paths.find((path) => path.pass?.protocol !== 'fastcgi' && (path.upstream?.keepalive ?? 0) > 0)?.upstream ??
    null
  );
}
