import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Signature } from '../../evidence/signatures.ts';
import { meaningOf } from '../../syntax/nginx/test-meanings.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Cause, Weight } from '../weighing.ts';
import { linesOf, lineAt } from '../facts/lines.ts';
import type { Facts } from '../facts/facts.ts';
import { ofTheirSystem } from '../facts/machines.ts';
import { notUndone } from '../facts/services.ts';
import { weightOf, word } from '../facts/signs.ts';

/** What is seen while FPM does not run. */
const NOT_RUNNING: readonly Signature[] = [
  'nginx.connect-refused',
  'nginx.connect-enoent',
  'fpm.init-failed',
  'service.failed',
  'service.inactive',
  'access.502-not-connected',
];

/** Lines that speak of no failure. */
const QUIET: ReadonlySet<Signature> = new Set<Signature>([
  'nginx.other',
  'nginx.started',
  'nginx.reloaded',
  'nginx.error-page-missing',
  'nginx.request-body-buffered',
  'nginx.response-buffered',
  'fpm.started',
  'fpm.other',
  'fpm.child-recycled',
  'php.warning',
  'service.active',
  'sockets.listening',
  'processes.workers',
  'files.socket',
  'files.changed',
  'limits.open-files',
  'limits.descriptors-used',
  'limits.sysctl',
  'probe.ok',
  'status.idle',
  'security.enforcing',
]);

/** Failures that nginx makes without asking a backend: they do not say that one runs. */
const NGINX_ALONE: ReadonlySet<Signature> = new Set<Signature>([
  'nginx.body-too-large',
  'nginx.limit-req',
  'nginx.limit-conn',
  'nginx.redirect-cycle',
  'nginx.temp-permission',
  'nginx.connect-net-unreachable',
  'nginx.dns-failed',
  'nginx.no-live-upstreams',
  'nginx.upstream-disabled',
  'nginx.client-closed',
  'access.413',
  'access.429',
  'access.499',
  'access.502-no-peer',
]);

/** FPM refuses its configuration and says why (fpm_conf.c), or a pasted pool file is one that it would refuse. */
export const fpmConfigError: Cause = {
  id: 'fpm-config-error',
  harm: 'gateway',
  explains: NOT_RUNNING,
  asks: ['test-config', 'fpm-log', 'service'],
  weigh(facts) {
    const known = facts.events('fpm.config-error', 'fpm.bind-failed', 'fpm.another-instance');
    const said = known.length > 0 ? known : reasonsToEnd(facts);
    const unmet = facts.events('nginx.connect-refused', 'nginx.connect-enoent');
    const refused = ofTheirSystem(notUndone(facts, said, facts.events('fpm.started')), unmet);
    if (refused.length > 0) {
      const weight = weightOf('mechanism', [...refused, ...facts.events('fpm.init-failed')], {}, 0.05);
      return { ...weight, args: { ...weight.args, reason: reasonOf(refused[0]?.text ?? '') } };
    }
    const ends = facts.events('service.failed', 'container.exited').filter(refusedToStart);
    const silent = notUndone(facts, ends, facts.events('fpm.started'));
    if (silent.length > 0)
      return weightOf(
        'mechanism',
        silent,
        { reason: 'it ended with exit code 78, and its message is not in the evidence' },
        0.03,
      );
    return refusedConfig(facts, 'fpm', NOT_RUNNING);
  },
  sentence: (args) =>
    `PHP-FPM does not start with this configuration: ${word(args, 'reason', 'it refuses the pool file')}.`,
};

/** Between an error and the end of the start stand no other words; each line may stand there twice, for the console and the log. */
const BESIDE = 3;

/** Errors beside `FPM initialization failed` say why, whatever their words (fpm.c: every step of the start logs its own). */
function reasonsToEnd(facts: Facts): readonly EvidenceEvent[] {
  const ends = facts.events('fpm.init-failed');
  return facts
    .events('fpm.other')
    .filter(({ fields }) => fields['level'] === 'ERROR')
    .filter(({ path, line }) => ends.some((end) => end.path === path && Math.abs(end.line - line) <= BESIDE));
}

/** FPM_EXIT_CONFIG (fpm.h): the master ended because of its configuration or its listening sockets. */
function refusedToStart({ fields, text }: EvidenceEvent): boolean {
  return fields['code'] === 78 && `${text} ${String(fields['service'] ?? '')}`.toLowerCase().includes('php');
}

/** nginx refuses its configuration ([emerg]), or a pasted file is one that it would refuse. */
export const nginxConfigError: Cause = {
  id: 'nginx-config-error',
  harm: 'gateway',
  explains: ['nginx.emerg', 'nginx.bind-failed'],
  asks: ['test-config', 'error-log'],
  weigh(facts) {
    const refused = facts.events('nginx.emerg', 'nginx.bind-failed');
    if (refused.length > 0) {
      const weight = weightOf('mechanism', refused, {}, 0.02);
      const reason = reasonOf(refused[0]?.text ?? '');
      return { ...weight, args: { ...weight.args, reason, meaning: meaningOf(reason) } };
    }
    return refusedConfig(facts, 'nginx', []);
  },
  sentence: (args) =>
    `nginx refuses this configuration: ${word(args, 'reason', 'see the line below')}. ${word(args, 'meaning', '')}`.trimEnd(),
};

/** A refused file is the cause only while nothing else has failed: a daemon that logs failures runs on another version of it. */
function refusedConfig(facts: Facts, daemon: 'nginx' | 'fpm', explained: readonly Signature[]): Weight | null {
  const refusals = facts.findings.filter(
    (finding) => isRefusal(finding) && daemonOf(facts, finding) === daemon && !isAbridged(facts, finding),
  );
  const inside = refusals.filter((finding) => !isTruncation(facts, finding));
  const first = inside[0] ?? refusals[0];
  if (first === undefined) return null;
  // What a daemon that did not start leaves behind speaks for the refusal; any other failure speaks of a running one,
  // unless the daemon was gone afterwards: then it ran until the file was changed.
  const others = facts.evidence.events.filter(
    ({ signature }) =>
      !QUIET.has(signature) && !explained.includes(signature) && (daemon === 'nginx' || !NGINX_ALONE.has(signature)),
  );
  const failing =
    (others.length > 0 && lastOf(others) >= lastOf(facts.events(...explained))) ||
    (daemon === 'nginx' && nginxAnswered(facts));
  const cutOff = inside.length === 0;
  return {
    level: failing || cutOff ? 'bare' : 'mechanism',
    nuance: cutOff ? -0.02 : failing ? 0.05 : -0.02,
    lines: refusals.slice(0, 3).map((finding) => lineAt(facts, finding.path, finding.line)),
    against: failing ? linesOf(facts.events('nginx.connect-refused', 'nginx.connect-enoent'), 1) : [],
    args: { reason: complaintOf(first) },
  };
}

/** Somebody met nginx's own answers: it runs, with this file or another version of it. */
function nginxAnswered(facts: Facts): boolean {
  return (facts.evidence.told ?? []).some(
    ({ signature }) => signature === 'probe.status' || signature.startsWith('nginx.'),
  );
}

function lastOf(events: readonly EvidenceEvent[]): number {
  return Math.max(-Infinity, ...events.flatMap(({ at }) => at ?? []));
}

/** What is wrong, without the words that the sentence around it says already. */
function complaintOf({ args, message }: Finding): string {
  const told = String(args['problem'] ?? message);
  return told.replace(/^nginx refuses [a-z ]{1,20}: /, '').replace(/(?:; PHP-FPM does not start)?\.?$/, '');
}

/** Rules whose errors are refusals: the daemon does not start with the file. */
const REFUSALS: ReadonlySet<string> = new Set([
  'config-refused',
  'pool-spare-servers',
  'buffer-inequalities',
  'slowlog-above-terminate',
]);

function isRefusal(finding: Finding): boolean {
  return finding.severity === 'error' && REFUSALS.has(finding.rule);
}

/** Names that no directive has: dots for what was left out, a mark-up tag, a list's dash, a placeholder. */
const NO_NAME = /unknown directive ["'](?:[.…<>[\]*=~`$-]|&lt;)/;

/** A line of nothing but dots, or of mark-up, stands for lines that were left out. */
const LEFT_OUT = /^[ \t]*(?:\.{2,9}|…|[[(](?:\.{2,9}|…)[\])]|<\/?(?:pre|code)>)[ \t]*$/m;

/** What the end of a statement looks wrong by when the line before or after it was left out. */
const BY_ITS_NEIGHBOUR = /unexpected|terminated|has no (?:";"|opening)|number of arguments/;

/** What the writer of a post put in place of lines, or between them: no daemon has read that. */
function isAbridged(facts: Facts, finding: Finding): boolean {
  const { message, path } = finding;
  if (NO_NAME.test(message)) return true;
  if (message.includes('is not allowed here') && isFragment(facts, finding)) return true;
  if (BY_ITS_NEIGHBOUR.test(message)) {
    if (LEFT_OUT.test(facts.stack.documents.get(path)?.text ?? '')) return true;
    return facts.findings.some((other) => other.path === path && NO_NAME.test(other.message));
  }
  return message.includes('unknown directive "') && isProse(lineAt(facts, path, finding.line).text);
}

/** Pieces of several levels one under the other, without the blocks that they stand in: no file has that. */
function isFragment(facts: Facts, { path, line }: Finding): boolean {
  const lines = (facts.stack.documents.get(path)?.text ?? '').split('\n');
  const before = lines.slice(0, line - 1).join('\n');
  return (
    before.split('{').length === before.split('}').length &&
    !lines.some((one) => /^\s*(?:http|events|server)\s*\{/.test(one))
  );
}

/** Four words or more and neither `;` nor a brace behind them. */
function isProse(line: string): boolean {
  const words = line.trim().split(/\s{1,9}/);
  return words.length > 3 && /[\w?!:.,]$/.test(line.trim());
}

/** What is absent may stand in the part that was not pasted, and the first and last lines of a paste may be half of one. */
const ABSENCE =
  /end of file|no "[a-z_]{3,40}" is defined|unterminated|not been defined|no listen|positive value|is missing|before any section/i;

function isTruncation(facts: Facts, finding: Finding): boolean {
  if (ABSENCE.test(finding.message)) return true;
  const text = facts.stack.documents.get(finding.path)?.text ?? '';
  const named = /pm\.[a-z_]{3,30}/.exec(finding.message)?.[0];
  if (named !== undefined && !text.includes(named)) return true;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '') + 1;
  const halfFirst = finding.line <= first && /unknown/i.test(finding.message);
  const halfLast = finding.line >= lines.length && !text.endsWith('\n');
  return halfFirst || halfLast || lostItsHead(facts, finding, text);
}

/** More closing braces than opening ones, or pool keys without any section: the paste begins in the middle of a file. */
function lostItsHead(facts: Facts, finding: Finding, text: string): boolean {
  if (daemonOf(facts, finding) === 'fpm')
    return !text.split('\n').some((line) => line.startsWith('[') && line.includes(']'));
  return text.split('}').length > text.split('{').length;
}

function daemonOf(facts: Facts, finding: Finding): 'nginx' | 'fpm' | null {
  if (facts.stack.nginxFiles.has(finding.path)) return 'nginx';
  const ini = facts.stack.iniFiles.get(finding.path);
  return ini?.dialect === 'fpm' ? 'fpm' : null;
}

/** The message without time stamp and level. */
function reasonOf(text: string): string {
  for (const mark of ['[ERROR] ', '[ALERT] ', 'ERROR: ', 'ALERT: ', 'emerg] ']) {
    const at = text.lastIndexOf(mark);
    if (at !== -1) return clip(text.slice(at + mark.length));
  }
  const level = text.indexOf('[emerg]');
  return clip(level === -1 ? text : text.slice(level + 8).replace(/^\d+#\d+: /, ''));
}

function clip(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return (line.length > 200 ? `${line.slice(0, 200)}…` : line).replace(/\.$/, '');
}
