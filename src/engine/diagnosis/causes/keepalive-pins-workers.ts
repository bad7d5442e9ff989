import type { Cause } from '../weighing.ts';
import { settingLines } from '../facts/lines.ts';
import { flagOf, settingOnAnyPath } from '../facts/limits.ts';
import { weightOf } from '../facts/signs.ts';
import { namesNoScript } from './worker-terminated-by-timeout.ts';

/** Every cached FastCGI connection holds one worker ("Reading headers"): the pool starves while it idles (FACTS p2, p3). */
export const keepalivePinsWorkers: Cause = {
  id: 'keepalive-pins-workers',
  harm: 'gateway',
  explains: [
    'nginx.read-header-timeout',
    'access.504-read',
    'nginx.connect-eagain',
    'nginx.reset-before-header',
    'nginx.eof-before-header',
  ],
  asks: ['fpm-status', 'nginx-config', 'fpm-log'],
  weigh(facts) {
    const keepConn = settingOnAnyPath(facts, 'fastcgi_keep_conn');
    const idleKills = facts.events('fpm.terminated-by-timeout').filter(namesNoScript);
    const pinned = [...idleKills, ...facts.events('status.reading-headers')];
    const lines = settingLines(facts, keepConn);
    if (pinned.length > 0 && (flagOf(keepConn) === true || idleKills.length > 0)) {
      const weight = weightOf('mechanism', pinned, {}, 0.05);
      return { ...weight, lines: [...weight.lines, ...lines] };
    }
    if (pinned.length > 0) return weightOf('effect', pinned, {}, -0.05);
    const slow = facts.events('nginx.read-header-timeout', 'access.504-read');
    if (flagOf(keepConn) !== true || slow.length === 0) return null;
    const weight = weightOf('effect', slow, {}, 0.04);
    return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
  },
  sentence: () =>
    'fastcgi_keep_conn holds one PHP worker for every idle cached connection, so requests wait while the pool looks busy doing nothing.',
};
