import type { RuleCases } from '../case.ts';
import { cases as addressMismatch } from './address-mismatch.ts';
import { cases as allowedClients } from './allowed-clients.ts';
import { cases as backlogTooSmall } from './backlog-too-small.ts';
import { cases as bodySize413 } from './body-size-413.ts';
import { cases as bufferInequalities } from './buffer-inequalities.ts';
import { cases as configRefused } from './config-refused.ts';
import { cases as fpmDescriptors } from './fpm-descriptors.ts';
import { cases as frontTimeout } from './front-timeout.ts';
import { cases as headerTooBig } from './header-too-big.ts';
import { cases as keepConnPinsWorkers } from './keep-conn-pins-workers.ts';
import { cases as limitExtensions } from './limit-extensions.ts';
import { cases as maxExecutionTimeBelowLongestRequest } from './max-execution-time-below-longest-request.ts';
import { cases as maxFailsOne } from './max-fails-one.ts';
import { cases as memoryLimit } from './memory-limit.ts';
import { cases as missingDocument } from './missing-document.ts';
import { cases as nextUpstreamReexecutes } from './next-upstream-reexecutes.ts';
import { cases as nofile } from './nofile.ts';
import { cases as poolLargerThanMemory } from './pool-larger-than-memory.ts';
import { cases as poolSpareServers } from './pool-spare-servers.ts';
import { cases as poolUndersized } from './pool-undersized.ts';
import { cases as postMaxSize } from './post-max-size.ts';
import { cases as processControlTimeout } from './process-control-timeout.ts';
import { cases as processMax } from './process-max.ts';
import { cases as protocolMismatch } from './protocol-mismatch.ts';
import { cases as readTimeoutBelowLongestRequest } from './read-timeout-below-longest-request.ts';
import { cases as readTimeoutZero } from './read-timeout-zero.ts';
import { cases as resolverMissing } from './resolver-missing.ts';
import { cases as scriptFilename } from './script-filename.ts';
import { cases as slowlogAboveTerminate } from './slowlog-above-terminate.ts';
import { cases as socketPermission } from './socket-permission.ts';
import { cases as spawnLimited } from './spawn-limited.ts';
import { cases as tempFile } from './temp-file.ts';
import { cases as terminateBelowLongestRequest } from './terminate-below-longest-request.ts';
import { cases as terminateTimeoutOff } from './terminate-timeout-off.ts';
import { cases as timeoutOrder } from './timeout-order.ts';
import { cases as unitTraps } from './unit-traps.ts';
import { cases as uwsgiHarakiri } from './uwsgi-harakiri.ts';
import { cases as workerConnections } from './worker-connections.ts';

/** Cases by the name of their rule. */
export const CASES: Readonly<Record<string, RuleCases>> = {
  'address-mismatch': addressMismatch,
  'allowed-clients': allowedClients,
  'backlog-too-small': backlogTooSmall,
  'body-size-413': bodySize413,
  'buffer-inequalities': bufferInequalities,
  'config-refused': configRefused,
  'fpm-descriptors': fpmDescriptors,
  'front-timeout': frontTimeout,
  'header-too-big': headerTooBig,
  'keep-conn-pins-workers': keepConnPinsWorkers,
  'limit-extensions': limitExtensions,
  'max-execution-time-below-longest-request': maxExecutionTimeBelowLongestRequest,
  'max-fails-one': maxFailsOne,
  'memory-limit': memoryLimit,
  'missing-document': missingDocument,
  'next-upstream-reexecutes': nextUpstreamReexecutes,
  nofile: nofile,
  'pool-larger-than-memory': poolLargerThanMemory,
  'pool-spare-servers': poolSpareServers,
  'pool-undersized': poolUndersized,
  'post-max-size': postMaxSize,
  'process-control-timeout': processControlTimeout,
  'process-max': processMax,
  'protocol-mismatch': protocolMismatch,
  'read-timeout-below-longest-request': readTimeoutBelowLongestRequest,
  'read-timeout-zero': readTimeoutZero,
  'resolver-missing': resolverMissing,
  'script-filename': scriptFilename,
  'slowlog-above-terminate': slowlogAboveTerminate,
  'socket-permission': socketPermission,
  'spawn-limited': spawnLimited,
  'temp-file': tempFile,
  'terminate-below-longest-request': terminateBelowLongestRequest,
  'terminate-timeout-off': terminateTimeoutOff,
  'timeout-order': timeoutOrder,
  'unit-traps': unitTraps,
  'uwsgi-harakiri': uwsgiHarakiri,
  'worker-connections': workerConnections,
};
