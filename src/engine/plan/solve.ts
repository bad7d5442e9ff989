import type { Evidence } from '../evidence/evidence.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import { bytesInWords } from './wording.ts';
import { asBufferPlan, buffersBecause, buffersOf, CURING_BUFFER, solveBuffers } from './buffers.ts';
import { hostFacts } from './host-facts.ts';
import { longestRequest } from './longest-request.ts';
import type { PathPlan, Plan } from './plan.ts';
import { pathsOfEvents } from './paths-of-event.ts';
import { planPools } from './pool-plan.ts';
import { planTerminates, planTimeLimits, type Duty } from './time-limits.ts';

/**
 * One consistent target for everything that was pasted: time limits, buffers and pools that satisfy the daemons' own
 * inequalities and the incident's at once. `paths` and `pools` are in the order of the stack.
 * Values that hold already stay, so that the plan of a patched stack is the stack.
 */
export function solvePlan(stack: Stack, evidence: Evidence): Plan {
  const host = hostFacts(stack, evidence);
  const known = { stack, evidence, host, longest: longestRequest(host, evidence) };
  const duty: Duty = { ...known, terminates: planTerminates(known) };
  const tooBig = pathsOfEvents(stack, evidence, ['nginx.too-big-header', 'access.502-buffer-exact']);
  return {
    pools: planPools(stack, evidence, host),
    paths: stack.paths.map((path) => planPath(path, duty, tooBig.has(path))),
  };
}

function planPath(path: RequestPath, duty: Duty, headerTooBig: boolean): PathPlan {
  const place = path.location ?? path.pass;
  const limits = planTimeLimits(path, duty);
  const buffers = planBuffers(path, headerTooBig);
  return {
    location: path.location?.label ?? path.pass?.target ?? '',
    path: place?.path ?? '',
    line: place?.line ?? 0,
    pool: path.pool?.name ?? null,
    longestRequest: { seconds: duty.longest.seconds, assumed: duty.longest.assumed },
    maxExecutionTime: limits.maxExecutionTime,
    requestTerminateTimeout: limits.requestTerminateTimeout,
    readTimeout: limits.readTimeout,
    buffers: buffers.plan,
    because: [...limits.because, ...buffers.because],
  };
}

function planBuffers(path: RequestPath, headerTooBig: boolean): { plan: PathPlan['buffers']; because: string[] } {
  const current = buffersOf(path);
  if (current === null || path.pass === null) return { plan: null, because: [] };
  const solved = solveBuffers(current, headerTooBig ? CURING_BUFFER : 0);
  const because = [buffersBecause(path.pass.protocol, solved)];
  if (solved.bufferSize > current.bufferSize) {
    because.unshift(
      `${path.pass.protocol}_buffer_size: a response header did not fit into ${bytesInWords(current.bufferSize)} → ${bytesInWords(solved.bufferSize)}`,
    );
  }
  return { plan: asBufferPlan(solved), because };
}
