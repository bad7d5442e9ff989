import type { Edit } from '../text/edit.ts';
import { addressMismatch } from './address-mismatch.ts';
import { allowedClients } from './allowed-clients.ts';
import { backlogTooSmall } from './backlog-too-small.ts';
import { bodySize413 } from './body-size-413.ts';
import { bufferInequalities } from './buffer-inequalities.ts';
import { configRefused } from './config-refused.ts';
import type { Finding } from './finding.ts';
import { fpmDescriptors } from './fpm-descriptors.ts';
import { frontTimeout } from './front-timeout.ts';
import { headerTooBig } from './header-too-big.ts';
import { keepConnPinsWorkers } from './keep-conn-pins-workers.ts';
import { limitExtensions } from './limit-extensions.ts';
import { maxExecutionTimeBelowLongestRequest } from './max-execution-time-below-longest-request.ts';
import { maxFailsOne } from './max-fails-one.ts';
import { sentence } from './messages.ts';
import { memoryLimit } from './memory-limit.ts';
import { missingDocument } from './missing-document.ts';
import { nextUpstreamReexecutes } from './next-upstream-reexecutes.ts';
import { nofile } from './nofile.ts';
import { poolLargerThanMemory } from './pool-larger-than-memory.ts';
import { poolSpareServers } from './pool-spare-servers.ts';
import { poolUndersized } from './pool-undersized.ts';
import { postMaxSize } from './post-max-size.ts';
import { processControlTimeout } from './process-control-timeout.ts';
import { processMax } from './process-max.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { readTimeoutBelowLongestRequest } from './read-timeout-below-longest-request.ts';
import { readTimeoutZero } from './read-timeout-zero.ts';
import { resolverMissing } from './resolver-missing.ts';
import type { Rule, RuleInput } from './rule.ts';
import { scriptFilename } from './script-filename.ts';
import { slowlogAboveTerminate } from './slowlog-above-terminate.ts';
import { socketPermission } from './socket-permission.ts';
import { spawnLimited } from './spawn-limited.ts';
import { tempFile } from './temp-file.ts';
import { terminateBelowLongestRequest } from './terminate-below-longest-request.ts';
import { terminateTimeoutOff } from './terminate-timeout-off.ts';
import { timeoutOrder } from './timeout-order.ts';
import { unitTraps } from './unit-traps.ts';
import { uwsgiHarakiri } from './uwsgi-harakiri.ts';
import { workerConnections } from './worker-connections.ts';

/** Every rule. Where two would edit the same text, the one that stands first owns the edit. */
export const RULES: readonly Rule[] = [
  unitTraps,
  addressMismatch,
  protocolMismatch,
  socketPermission,
  allowedClients,
  readTimeoutZero,
  readTimeoutBelowLongestRequest,
  timeoutOrder,
  terminateBelowLongestRequest,
  terminateTimeoutOff,
  maxExecutionTimeBelowLongestRequest,
  uwsgiHarakiri,
  frontTimeout,
  slowlogAboveTerminate,
  headerTooBig,
  bufferInequalities,
  bodySize413,
  postMaxSize,
  memoryLimit,
  poolLargerThanMemory,
  poolUndersized,
  poolSpareServers,
  spawnLimited,
  processMax,
  backlogTooSmall,
  keepConnPinsWorkers,
  processControlTimeout,
  workerConnections,
  nofile,
  fpmDescriptors,
  nextUpstreamReexecutes,
  maxFailsOne,
  resolverMissing,
  scriptFilename,
  limitExtensions,
  tempFile,
  configRefused,
  missingDocument,
];

/**
 * All gaps between what stands and what the plan or a daemon demands, in the order of the rules.
 * Ids are unique; no two fixes touch the same text, so that any choice of them can be applied together.
 */
export function judge(input: RuleInput): Finding[] {
  const ids = new Map<string, number>();
  const owned = new Ownership();
  return RULES.flatMap((rule) =>
    rule.check(input).map(({ path, line, column, severity, code, args, fix }): Finding => {
      const base = `${rule.name}:${path}:${String(line)}`;
      const count = (ids.get(base) ?? 0) + 1;
      ids.set(base, count);
      const id = count === 1 ? base : `${base}:${String(count)}`;
      const message = sentence(rule.messages[code] ?? code, args);
      const kept = fix !== null && fix.edits.length > 0 && owned.take(fix.edits) ? fix : null;
      return { id, rule: rule.name, severity, code, args, message, path, line, column, fix: kept };
    }),
  );
}

/** Texts that a fix has claimed. */
class Ownership {
  readonly #taken = new Map<string, Edit[]>();

  /** Claims all edits of one fix, or none. */
  take(edits: readonly Edit[]): boolean {
    if (edits.some((edit) => (this.#taken.get(edit.path) ?? []).some((other) => collide(edit, other)))) return false;
    for (const edit of edits) {
      const taken = this.#taken.get(edit.path);
      if (taken === undefined) this.#taken.set(edit.path, [edit]);
      else taken.push(edit);
    }
    return true;
  }
}

/** Overlapping ranges; or two insertions at one place that begin with the same word, which would set a directive twice. */
function collide(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start && firstWord(a.text) === firstWord(b.text);
  return a.start < b.end && b.start < a.end;
}

function firstWord(text: string): string {
  return /^[^\s=;]{0,200}/u.exec(text.trimStart())?.[0] ?? '';
}
