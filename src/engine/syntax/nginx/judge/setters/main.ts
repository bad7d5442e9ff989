import { isCidr, isInet, isInet6 } from '../address.ts';
import { parseCount, parseOffset, parseSize } from '../../quantity.ts';
import { logLevels, readSyslog } from './logging.ts';
import { after, invalidParameter, type Setter, type SetterTable } from './setter.ts';

/** A Linux build leaves out what epoll replaces, unless told otherwise (`auto/modules`). */
const EVENT_METHODS = ['epoll'];

const errorLog: Setter = (call, judgement) => {
  const [target = ''] = call.args;
  if (target.startsWith('syslog:') && !readSyslog(call, judgement)) return;
  const memory = after(target, 'memory:');
  if (memory !== null && parseSize(memory) === null) {
    judgement.object(call.directive, `invalid buffer size "${memory}"`, 1);
    return;
  }
  logLevels(call, judgement);
};

const workerProcesses: Setter = (call, judgement) => {
  const [count = ''] = call.args;
  if (count === 'auto') return;
  const number = parseCount(count);
  if (number === null) judgement.object(call.directive, '"worker_processes" directive invalid value', 1);
};

const workerPriority: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  const digits = text.startsWith('-') || text.startsWith('+') ? text.slice(1) : text;
  if (parseCount(digits) === null) judgement.object(call.directive, '"worker_priority" directive invalid number', 1);
};

const affinity: Setter = (call, judgement) => {
  const masks = call.args[0] === 'auto' ? call.args.slice(1) : call.args;
  if (call.args[0] === 'auto' && call.args.length > 2) {
    judgement.object(call.directive, 'invalid number of arguments in "worker_cpu_affinity" directive');
    return;
  }
  for (const mask of masks) {
    const wrong = Array.from(mask).find((character) => character !== '0' && character !== '1' && character !== ' ');
    if (wrong === undefined) continue;
    judgement.object(call.directive, `invalid character "${wrong}" in "worker_cpu_affinity"`, 1);
    return;
  }
};

const threadPool: Setter = (call, judgement) => {
  const [name = '', ...parameters] = call.args;
  let threads = 0;
  for (const [at, parameter] of parameters.entries()) {
    const count = after(parameter, 'threads=');
    const queue = after(parameter, 'max_queue=');
    const text = count ?? queue;
    // nginx reads past parameters it does not know here.
    if (text === null) continue;
    const number = parseCount(text);
    if (number === null || (count !== null && number === 0)) {
      judgement.object(
        call.directive,
        `invalid ${count === null ? 'max_queue' : 'threads'} value "${parameter}"`,
        at + 2,
      );
      return;
    }
    if (count !== null) threads = number;
  }
  if (threads === 0) judgement.object(call.directive, '"thread_pool" must have "threads" parameter');
  else if (judgement.definedThreadPools.has(name)) {
    judgement.object(call.directive, `duplicate thread pool "${name}"`, 1);
  }
  judgement.definedThreadPools.add(name);
};

const use: Setter = (call, judgement) => {
  const [method = ''] = call.args;
  if (!EVENT_METHODS.includes(method)) judgement.object(call.directive, `invalid event type "${method}"`, 1);
};

const workerConnections: Setter = (call, judgement) => {
  const [count = ''] = call.args;
  const number = parseCount(count);
  if (number === null) judgement.object(call.directive, `invalid number "${count}"`, 1);
  else if (number === 0) {
    judgement.object(call.directive, '0 worker_connections are not enough for the listening sockets', 1);
  }
};

const loadModule: Setter = (call, judgement) => {
  judgement.foreignModules = true;
  const late = ['events', 'http', 'stream', 'mail'].some((name) => call.block.own.has(name));
  if (late) judgement.object(call.directive, '"load_module" directive is specified too late');
};

const debugConnection: Setter = (call, judgement) => {
  const [address = ''] = call.args;
  if (address === 'unix:' || isCidr(address) || isInet(address) || isInet6(address)) return;
  // A name is resolved while the configuration is read; it is assumed to exist.
  if (address.includes('/')) invalidParameter(call, judgement, 1);
};

const sizeOrOffset: Setter = (call, judgement) => {
  if (parseOffset(call.args[0] ?? '') === null) invalidParameter(call, judgement, 1);
};

/** Setters of `nginx.c`, `ngx_event.c`, `ngx_thread_pool.c` and `ngx_log.c`. */
export const MAIN_SETTERS: SetterTable = {
  error_log: errorLog,
  worker_processes: workerProcesses,
  worker_priority: workerPriority,
  worker_cpu_affinity: affinity,
  worker_rlimit_core: sizeOrOffset,
  thread_pool: threadPool,
  load_module: loadModule,
  use,
  worker_connections: workerConnections,
  debug_connection: debugConnection,
};
