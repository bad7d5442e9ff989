import { checkPool } from '../syntax/ini/check-pool.ts';
import { checkNginx } from '../syntax/nginx/check.ts';
import type { Problem } from '../syntax/problem.ts';
import { bufferFindings } from './buffer-gap.ts';
import { correctedNginxValue } from './corrected-value.ts';
import { poolSpareServers } from './pool-spare-servers.ts';
import { slowlogAboveTerminate } from './slowlog-above-terminate.ts';
import type { Fix } from './finding.ts';
import type { RawFinding, Rule, RuleInput } from './rule.ts';

/** Directives whose refusals have a rule of their own, with a solved value. */
const OWNED = [/_buffers$/u, /_buffer_size$/u, /_buffers_size$/u, /_temp_file_(?:write_)?size$/u];
const OWNED_KEYS = ['pm.start_servers', 'pm.min_spare_servers', 'pm.max_spare_servers', 'request_slowlog_timeout'];

export const configRefused: Rule = {
  name: 'config-refused',
  docs: {
    title: 'The daemon refuses this configuration',
    why: 'nginx -t or php-fpm -t would fail here, in the daemon’s own words, at the line that is to blame. With a running daemon the old configuration stays in force until it is restarted; then nothing starts.',
    source: 'ngx_conf_file.c and the modules; fpm_conf.c, Zend/zend_ini_parser.y',
  },
  messages: {
    nginx: 'nginx refuses this: {problem}',
    fpm: 'PHP-FPM refuses this: {problem}',
    'nginx-warns': 'nginx warns: {problem}',
    'fpm-warns': 'PHP-FPM accepts this but reads something else: {problem}',
  },
  check(input) {
    const owned = ownedPaths(input);
    return [...input.stack.documents.values()].flatMap(({ path, kind, text }): RawFinding[] => {
      if (kind !== 'nginx' && kind !== 'fpm') return [];
      const { nginx, php } = input.stack.host;
      const { problems } =
        kind === 'nginx'
          ? checkNginx(text, nginx === null ? {} : { version: nginx })
          : checkPool(text, php === null ? {} : { phpVersion: php });
      return problems
        .filter((problem) => !(owned.has(path) && isOwned(problem)))
        .map((problem) => found(problem, path, kind, text));
    });
  },
};

function found(problem: Problem, path: string, kind: 'nginx' | 'fpm', text: string): RawFinding {
  const { line, column, severity, message } = problem;
  const code = severity === 'error' ? kind : `${kind}-warns`;
  const args = { problem: message, directive: problem.directive ?? '' };
  return {
    path,
    line,
    column,
    severity,
    code,
    args,
    fix: severity === 'error' ? fixOf(problem, path, kind, text) : null,
  };
}

/** Only a value whose meaning is plain is rewritten: `60S`, `10mb`, `1.5s`. */
function fixOf({ start, end, directive }: Problem, path: string, kind: 'nginx' | 'fpm', text: string): Fix | null {
  if (kind !== 'nginx' || start === undefined || end === undefined || directive === null) return null;
  const corrected = correctedNginxValue(text.slice(start, end), directive);
  return corrected === null ? null : { safety: 'restart', edits: [{ path, start, end, text: corrected }] };
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
