import { readSeconds, readTimeoutName } from '../plan/current-limits.ts';
import { hostFacts } from '../plan/host-facts.ts';
import { marginAbove } from '../plan/ladder.ts';
import { longestRequest } from '../plan/longest-request.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { roundUpSeconds } from '../plan/rounding.ts';
import type { Stack } from '../stack/stack.ts';
import { parseIni } from '../syntax/ini/parse.ts';
import { replaceValue } from '../syntax/ini/set.ts';
import type { IniEntry } from '../syntax/ini/tree.ts';
import { LineIndex } from '../text/span.ts';
import type { Seconds } from '../text/units.ts';
import { setForPath } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs, RuleInput } from './rule.ts';

/** The master looks at its workers once a second (core/master_checks.c). */
const CHECK_INTERVAL: Seconds = 1;

export const docs: RuleDocs = {
  title: 'uWSGI’s harakiri ends legitimate requests',
  why:
    'harakiri is uWSGI’s kill timeout: the worker dies in mid-request, and nginx logs "upstream prematurely closed connection" and ' +
    'answers 502. It belongs above the longest legitimate request, and uwsgi_read_timeout above it.',
  source: 'uWSGI core/master_checks.c (uwsgi_master_check_workers_deadline)',
};

export const uwsgiHarakiri: Rule = {
  name: 'uwsgi-harakiri',
  messages: {
    killed:
      'harakiri = {current} s ended a request; the longest legitimate one takes {longest} s, {planned} s is planned.',
    below: 'harakiri = {current} s is below the longest legitimate request of {longest} s; {planned} s is planned.',
    read: 'uwsgi_read_timeout of {current} s would give up before a harakiri of {harakiri} s; {planned} s is planned.',
  },
  check(input) {
    const longest = longestRequest(hostFacts(input.stack, input.evidence), input.evidence);
    const killed = eventsOf(input.evidence, ['uwsgi.harakiri']).length > 0;
    if (!killed && longest.assumed) return [];
    const planned = Math.ceil(longest.seconds + marginAbove(longest.seconds) / 2 - CHECK_INTERVAL);
    const raised = harakiris(input.stack).flatMap(({ path, text, entry, current }): RawFinding[] => {
      if (current <= 0 || current >= longest.seconds) return [];
      const { line, column } = new LineIndex(text).positionAt(entry.valueStart);
      const edits = [{ path, ...replaceValue(entry, String(planned)) }];
      const args = { current, planned, longest: longest.seconds };
      const code = killed ? 'killed' : 'below';
      const severity = killed ? ('error' as const) : ('warning' as const);
      return [{ path, line, column, severity, code, args, fix: { safety: 'restart', edits } }];
    });
    return raised.length === 0 ? [] : [...raised, ...readFindings(input, longest.seconds, planned)];
  },
};

interface Harakiri {
  readonly path: string;
  readonly text: string;
  readonly entry: IniEntry;
  readonly current: Seconds;
}

/** uWSGI's own INI files are of no kind that the stack knows: told by their section. */
function harakiris({ documents }: Stack): Harakiri[] {
  return [...documents.values()].flatMap(({ path, kind, text }) => {
    if (kind !== 'unknown' || !text.includes('[uwsgi]')) return [];
    const entry = parseIni(text, path).nodes.findLast(
      (node) => node.kind === 'entry' && node.section === 'uwsgi' && node.key === 'harakiri',
    );
    if (entry?.kind !== 'entry' || !/^\d{1,9}$/u.test(entry.valueRaw.trim())) return [];
    return [{ path, text, entry, current: Number(entry.valueRaw) }];
  });
}

/** Read timeouts that hold against the longest request, but not against the raised harakiri; shorter ones are the ladder's. */
function readFindings({ stack }: RuleInput, longest: Seconds, harakiri: Seconds): RawFinding[] {
  const planned = roundUpSeconds(longest + marginAbove(longest));
  const paths = stack.paths.filter((path) => {
    const current = readSeconds(path);
    return (
      path.pass?.protocol === 'uwsgi' && current !== null && current >= longest && current <= harakiri + CHECK_INTERVAL
    );
  });
  return paths.map((path): RawFinding => {
    const name = readTimeoutName(path) ?? 'uwsgi_read_timeout';
    const place = placeOf(path.location ?? path.pass ?? { path: '', line: 1, column: 1 }, path.settings[name]);
    const args = { current: readSeconds(path) ?? 0, harakiri, planned };
    const edits = setForPath(stack, path, name, `${String(planned)}s`, new Set(paths));
    return { ...place, severity: 'warning', code: 'read', args, fix: { safety: 'reload', edits } };
  });
}
