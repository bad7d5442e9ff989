import { standsAlone } from './judged-alone.ts';
import { walk } from '../syntax/nginx/walk.ts';
import type { Problem } from '../syntax/problem.ts';
import { bufferFindings } from './buffer-gap.ts';
import { correctedNginxValue } from './corrected-value.ts';
import { poolSpareServers } from './pool-spare-servers.ts';
import { slowlogAboveTerminate } from './slowlog-above-terminate.ts';
import { unitTraps } from './unit-traps.ts';
import type { Stack } from '../stack/stack.ts';
import type { Edit } from '../text/edit.ts';
import { replaceValue } from '../syntax/ini/set.ts';
import type { RawFinding, Rule, RuleDocs, RuleInput } from './rule.ts';

/** Directives whose refusals have a rule of their own, with a solved value. */
const OWNED = [/_buffers$/u, /_buffer_size$/u, /_buffers_size$/u, /_temp_file_(?:write_)?size$/u];
const OWNED_KEYS = ['pm.start_servers', 'pm.min_spare_servers', 'pm.max_spare_servers', 'request_slowlog_timeout'];

export const docs: RuleDocs = {
  title: 'The daemon refuses this configuration',
  why: 'nginx -t or php-fpm -t would fail here, in the daemon’s own words, at the line that is to blame. With a running daemon the old configuration stays in force until it is restarted; then nothing starts.',
  source: 'ngx_conf_file.c and the modules; fpm_conf.c, Zend/zend_ini_parser.y',
};

export const configRefused: Rule = {
  name: 'config-refused',
  messages: {
    nginx: 'nginx refuses this: {problem}',
    fpm: 'PHP-FPM refuses this: {problem}',
    'nginx-unknown': 'Not known here: {problem}',
    'fpm-overlooks': 'PHP-FPM accepts this, and it is not what was meant: {problem}',
  },
  check(input) {
    const owned = ownedPaths(input);
    const traps = new Set(unitTraps.check(input).map(({ path, line }) => JSON.stringify([path, line])));
    return [...input.stack.documents.values()].flatMap(({ path, kind }): RawFinding[] => {
      if (kind !== 'nginx' && kind !== 'fpm') return [];
      return (input.refusals.get(path) ?? [])
        .filter((problem) => standsAlone(problem, path, kind, input))
        .filter((problem) => !(owned.has(path) && isOwned(problem)) && !traps.has(JSON.stringify([path, problem.line])))
        .map((problem) => found(problem, path, kind, input.stack));
    });
  },
};

function found(problem: Problem, path: string, kind: 'nginx' | 'fpm', stack: Stack): RawFinding {
  const { line, column, severity, message } = problem;
  const args = { problem: message, directive: problem.directive ?? '' };
  if (severity === 'error') {
    const edits = kind === 'nginx' ? nginxEdits(problem, path, stack) : fpmEdits(problem, path, stack);
    const fix = edits.length ? { safety: 'restart' as const, edits } : null;
    return { path, line, column, severity, code: kind, args, fix };
  }
  // What nginx would say depends on modules that are not in the paste; what php-fpm -t overlooks does not.
  if (kind === 'nginx') return { path, line, column, severity: 'info', code: 'nginx-unknown', args, fix: null };
  return { path, line, column, severity, code: 'fpm-overlooks', args, fix: null };
}

/** Only what is plain is rewritten: `60S`, `10mb`, `1.5s`, and a semicolon that is missing before a brace. */
function nginxEdits({ start, end, directive, message }: Problem, path: string, stack: Stack): Edit[] {
  const text = stack.documents.get(path)?.text;
  if (text === undefined || start === undefined || end === undefined) return [];
  if (directive === null) {
    const at = message.endsWith('has no ";"') ? endOfWords(start, path, stack) : null;
    return at === null ? [] : [{ path, start: at, end: at, text: ';' }];
  }
  const corrected = correctedNginxValue(text.slice(start, end), directive);
  return corrected === null ? [] : [{ path, start, end, text: corrected }];
}

/** Behind the last word of the unterminated directive at `start`; null when it may have swallowed its neighbour. */
function endOfWords(start: number, path: string, stack: Stack): number | null {
  let end: number | null = null;
  walk(stack.nginxFiles.get(path)?.nodes ?? [], (directive) => {
    const last = directive.words.at(-1);
    if (directive.start === start && directive.open === '' && last?.line === directive.line)
      end = last.start + last.raw.length;
    return undefined;
  });
  return end;
}

/** A refused value with its right spelling, and a `#` where FPM knows only `;`. */
function fpmEdits({ start, hint, message }: Problem, path: string, stack: Stack): Edit[] {
  const entry = stack.iniFiles.get(path)?.nodes.find((node) => node.kind === 'entry' && node.start === start);
  if (entry?.kind !== 'entry' || start === undefined || hint === undefined) return [];
  if (entry.keyRaw.startsWith('#')) return [{ path, start, end: start + 1, text: ';' }];
  return message.startsWith('unable to parse value') ? [{ path, ...replaceValue(entry, hint) }] : [];
}

/** Files in which a rule with a solved value has already named the refusal. */
function ownedPaths(input: RuleInput): ReadonlySet<string> {
  const findings = [
    ...bufferFindings(input, 'buffer-inequalities'),
    ...poolSpareServers.check(input),
    ...slowlogAboveTerminate.check(input),
  ];
  return new Set(findings.map((finding) => finding.path));
}

function isOwned({ directive, message }: Problem): boolean {
  if (directive !== null && (OWNED.some((one) => one.test(directive)) || OWNED_KEYS.includes(directive))) return true;
  return OWNED_KEYS.some((key) => message.includes(key)) || /_busy_buffers_size|_temp_file_/u.test(message);
}
