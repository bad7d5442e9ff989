import { docs as addressMismatch } from './address-mismatch.ts';
import { docs as allowedClients } from './allowed-clients.ts';
import { docs as backlogTooSmall } from './backlog-too-small.ts';
import { docs as bodySize413 } from './body-size-413.ts';
import { docs as bufferInequalities } from './buffer-inequalities.ts';
import { docs as configRefused } from './config-refused.ts';
import { docs as fpmDescriptors } from './fpm-descriptors.ts';
import { docs as frontTimeout } from './front-timeout.ts';
import { docs as headerTooBig } from './header-too-big.ts';
import { docs as keepConnPinsWorkers } from './keep-conn-pins-workers.ts';
import { docs as limitExtensions } from './limit-extensions.ts';
import { docs as maxExecutionTimeBelowLongestRequest } from './max-execution-time-below-longest-request.ts';
import { docs as maxFailsOne } from './max-fails-one.ts';
import { docs as memoryLimit } from './memory-limit.ts';
import { docs as missingDocument } from './missing-document.ts';
import { docs as nextUpstreamReexecutes } from './next-upstream-reexecutes.ts';
import { docs as nofile } from './nofile.ts';
import { docs as poolLargerThanMemory } from './pool-larger-than-memory.ts';
import { docs as poolSpareServers } from './pool-spare-servers.ts';
import { docs as poolUndersized } from './pool-undersized.ts';
import { docs as postMaxSize } from './post-max-size.ts';
import { docs as processControlTimeout } from './process-control-timeout.ts';
import { docs as processMax } from './process-max.ts';
import { docs as protocolMismatch } from './protocol-mismatch.ts';
import { docs as readTimeoutBelowLongestRequest } from './read-timeout-below-longest-request.ts';
import { docs as readTimeoutZero } from './read-timeout-zero.ts';
import { docs as resolverMissing } from './resolver-missing.ts';
import type { RuleDocs } from './rule.ts';
import { docs as scriptFilename } from './script-filename.ts';
import { docs as slowlogAboveTerminate } from './slowlog-above-terminate.ts';
import { docs as socketPermission } from './socket-permission.ts';
import { docs as spawnLimited } from './spawn-limited.ts';
import { docs as tempFile } from './temp-file.ts';
import { docs as terminateBelowLongestRequest } from './terminate-below-longest-request.ts';
import { docs as terminateTimeoutOff } from './terminate-timeout-off.ts';
import { docs as timeoutOrder } from './timeout-order.ts';
import { docs as unitTraps } from './unit-traps.ts';
import { docs as uwsgiHarakiri } from './uwsgi-harakiri.ts';
import { docs as workerConnections } from './worker-connections.ts';

/** What each rule is about, for the page of rules; apart from the rules, so that whoever only applies them does not carry it. */
export const RULE_DOCS: Readonly<Record<string, RuleDocs>> = {
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
