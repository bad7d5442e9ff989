import type { Signature } from '../evidence/signatures.ts';
import { pathsOfEvents } from '../plan/paths-of-event.ts';
import { textOf } from '../plan/values.ts';
import { isBuffered } from '../plan/buffers.ts';
import { setForPath } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

const TIMED_OUT: readonly Signature[] = ['nginx.read-header-timeout', 'access.504-read'];
const SPREAD: readonly Signature[] = ['nginx.no-live-upstreams', 'nginx.upstream-disabled'];

export const docs: RuleDocs = {
  title: 'A timed-out request is executed again on the next server',
  why:
    'The default *_next_upstream error timeout repeats a GET that timed out: the script runs twice, the client waits twice, and with ' +
    'max_fails = 1 one slow script marks every server as failed, so that healthy requests get 502 "no live upstreams".',
  source: 'ngx_http_upstream.c (ngx_http_upstream_next, ngx_http_upstream_test_next)',
};

export const nextUpstreamReexecutes: Rule = {
  name: 'next-upstream-reexecutes',
  messages: {
    poisoned: 'A timed-out request is sent on to the other servers of {upstream} ({value}) and takes them out too.',
    repeats: '{upstream} has {servers} servers: a GET that times out is executed again on the next one ({value}).',
  },
  check({ stack, evidence }) {
    const timedOut = pathsOfEvents(stack, evidence, TIMED_OUT);
    const spread = evidence.events.some((event) => SPREAD.includes(event.signature));
    const seen = new Set<string>();
    return stack.paths
      .flatMap((path): RawFinding[] => {
        const servers = path.upstream?.servers ?? [];
        if (path.pass === null || !isBuffered(path.pass.protocol) || servers.length < 2 || path.upstream?.name == null)
          return [];
        const name = `${path.pass.protocol}_next_upstream`;
        const setting = path.settings[name];
        const value = textOf(setting) ?? setting?.written ?? 'error timeout';
        const words = value.split(/\s+/u);
        if (!words.includes('timeout')) return [];
        const place = placeOf(path.location ?? path.pass, setting);
        const args = { upstream: path.upstream.name, servers: servers.length, value: `${name} ${value}` };
        if (!timedOut.has(path) || !spread) return [{ ...place, severity: 'info', code: 'repeats', args, fix: null }];
        const left = words.filter((word) => word !== 'timeout').join(' ');
        const edits = setForPath(stack, path, name, left === '' ? 'off' : left);
        return [{ ...place, severity: 'error', code: 'poisoned', args, fix: { safety: 'reload', edits } }];
      })
      .filter(({ path, line, column }) => {
        const key = JSON.stringify([path, line, column]);
        return seen.has(key) ? false : seen.add(key);
      });
  },
};
