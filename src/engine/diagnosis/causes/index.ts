import type { CauseId } from '../cause.ts';
import type { Cause } from '../weighing.ts';
import { allowedClients } from './allowed-clients.ts';
import { backendCrash } from './backend-crash.ts';
import { backendDown } from './backend-down.ts';
import { backlogFull } from './backlog-full.ts';
import { fpmConfigError, nginxConfigError } from './configs.ts';
import { clientAbort499 } from './client-abort-499.ts';
import { connectTimeout } from './connect-timeout.ts';
import { crashLoop } from './crash-loop.ts';
import { frontProxy } from './front-proxy.ts';
import { keepalivePinsWorkers } from './keepalive-pins-workers.ts';
import { keepaliveRace } from './keepalive-race.ts';
import { dnsResolve, ephemeralPorts, noRoute, selinuxFirewall, sslHandshakeUpstream } from './network.ts';
import { other } from './other.ts';
import { maxExecutionTime, memoryLimit, phpFatal } from './php-errors.ts';
import { poolExhausted } from './pool-exhausted.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { reloadInFlight } from './reload-in-flight.ts';
import { bodyTooLarge, noLiveUpstreams, rateLimited, redirectCycle } from './requests.ts';
import { diskFull, fdExhausted, tempDirPermission, tempFileBuffering, workerConnections } from './resources.ts';
import { backendOwnError, headerTooBig, scriptNotFound, upstreamInvalidHeader } from './responses.ts';
import { sessionLock } from './session-lock.ts';
import { slowDependency } from './slow-dependency.ts';
import { socketMissing } from './socket-missing.ts';
import { socketPermission } from './socket-permission.ts';
import { spawnLimited } from './spawn-limited.ts';
import { upstreamTimeout504 } from './upstream-timeout-504.ts';
import { workerCrashSegv } from './worker-crash-segv.ts';
import { workerKilledOom } from './worker-killed-oom.ts';
import { workerKilledSignal } from './worker-killed-signal.ts';
import { workerTerminatedByTimeout } from './worker-terminated-by-timeout.ts';
import { wrongAddress } from './wrong-address.ts';

/** Every cause; where all else is equal, the earlier one comes first. */
export const CAUSES: readonly Cause[] = [
  fpmConfigError,
  nginxConfigError,
  dnsResolve,
  protocolMismatch,
  wrongAddress,
  backendDown,
  socketPermission,
  socketMissing,
  allowedClients,
  selinuxFirewall,
  crashLoop,
  workerTerminatedByTimeout,
  workerKilledOom,
  workerCrashSegv,
  workerKilledSignal,
  keepalivePinsWorkers,
  keepaliveRace,
  reloadInFlight,
  sessionLock,
  slowDependency,
  poolExhausted,
  spawnLimited,
  backlogFull,
  fdExhausted,
  diskFull,
  workerConnections,
  ephemeralPorts,
  headerTooBig,
  upstreamInvalidHeader,
  sslHandshakeUpstream,
  noRoute,
  connectTimeout,
  upstreamTimeout504,
  backendCrash,
  memoryLimit,
  maxExecutionTime,
  phpFatal,
  backendOwnError,
  redirectCycle,
  tempDirPermission,
  bodyTooLarge,
  scriptNotFound,
  rateLimited,
  frontProxy,
  noLiveUpstreams,
  clientAbort499,
  tempFileBuffering,
  other,
];

const BY_ID: ReadonlyMap<CauseId, Cause> = new Map(CAUSES.map((cause) => [cause.id, cause]));

/** The cause of that name; every CauseId has one. */
export function causeOf(id: CauseId): Cause {
  return BY_ID.get(id) ?? other;
}
