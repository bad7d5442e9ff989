import { NGINX_1_27_3, NGINX_1_29, NGINX_1_29_7 } from '../../../../knowledge/nginx/version.ts';
import { parseAddress } from '../address.ts';
import type { Block } from '../blocks.ts';
import type { Call, Judgement } from '../judgement.ts';
import { parseCount, parseSize, parseTime } from '../../quantity.ts';
import { allValues, invalidParameter, oneOf, type Setter, type SetterTable } from './setter.ts';

/** Balancers that keep no backup servers (`ngx_http_upstream_hash_module.c` and others leave the flag out). */
const NO_BACKUP = ['hash', 'ip_hash', 'random'];

const PARAMETERS: Readonly<Record<string, (text: string) => boolean>> = {
  'weight=': (text) => (parseCount(text) ?? 0) > 0,
  'max_conns=': (text) => parseCount(text) !== null,
  'max_fails=': (text) => parseCount(text) !== null,
  'fail_timeout=': (text) => parseTime(text, 's') !== null,
};

const server: Setter = (call, judgement) => {
  const [text = '', ...parameters] = call.args;
  let resolve = false;
  let service = false;
  for (const [at, parameter] of parameters.entries()) {
    const prefix = Object.keys(PARAMETERS).find((name) => parameter.startsWith(name));
    const valid = prefix === undefined ? undefined : PARAMETERS[prefix];
    const unsupported = parameter === 'backup' && NO_BACKUP.some((balancer) => call.block.own.has(balancer));
    if (unsupported) {
      judgement.object(call.directive, 'balancing method does not support parameter "backup"', at + 2);
      return;
    }
    if (parameter === 'backup' || parameter === 'down') continue;
    if (prefix !== undefined && valid?.(parameter.slice(prefix.length)) === true) continue;
    const runtime = judgement.version >= NGINX_1_27_3;
    if (runtime && parameter === 'resolve') resolve = true;
    else if (runtime && /^service=./.test(parameter)) service = true;
    else if (call.world === 'http' && judgement.version >= NGINX_1_29 && isSticky(parameter)) continue;
    else {
      invalidParameter(call, judgement, at + 2);
      return;
    }
  }
  const reading = parseAddress(text, { defaultPort: call.world === 'http' ? 80 : 0 });
  if ('problem' in reading) {
    judgement.object(call.directive, `${reading.problem} in upstream "${text}"`, 1);
    return;
  }
  const { address } = reading;
  if (service && !resolve) {
    judgement.object(call.directive, `service upstream "${text}" requires "resolve" parameter`, 1);
  } else if (call.world === 'stream' && !address.hasPort && address.family !== 'unix' && !service) {
    judgement.object(call.directive, `no port in upstream "${text}"`, 1);
  }
  if (!parameters.includes('backup')) call.block.notes.set('servers', true);
  if (resolve && address.family === 'name') call.block.notes.set('resolve', call.directive);
};

function isSticky(parameter: string): boolean {
  return parameter === 'drain' || /^route=.{1,32}$/.test(parameter);
}

const hash: Setter = (call, judgement) => {
  if (!judgement.value(call, 1)) return;
  const [, second] = call.args;
  if (second !== undefined && second !== 'consistent') invalidParameter(call, judgement, 2);
};

const random: Setter = (call, judgement) => {
  const [two, method] = call.args;
  if (two !== undefined && two !== 'two') {
    invalidParameter(call, judgement, 1);
    return;
  }
  const stream = ['least_conn', 'least_time=connect', 'least_time=first_byte', 'least_time=last_byte'];
  const known = call.world === 'stream' && judgement.version >= NGINX_1_29 ? stream : ['least_conn'];
  if (method !== undefined && !known.includes(method) && !method.startsWith('least_time=')) {
    invalidParameter(call, judgement, 2);
  }
};

const zone: Setter = (call, judgement) => {
  const [name = '', text] = call.args;
  if (name === '') {
    judgement.object(call.directive, 'invalid zone name ""', 1);
    return;
  }
  const size = text === undefined ? null : parseSize(text);
  if (text !== undefined && size === null) {
    judgement.object(call.directive, `invalid zone size "${text}"`, 2);
    return;
  }
  if (size !== null && size < 8 * 4096) {
    judgement.object(call.directive, `zone "${name}" is too small`, 1);
    return;
  }
  judgement.zone(call, name, `${call.world} upstream`, size, 1);
};

const keepalive: Setter = (call, judgement) => {
  const [count = '', local] = call.args;
  const number = parseCount(count);
  const zeroAllowed = judgement.version >= NGINX_1_29_7;
  if (number === null || (number === 0 && !zeroAllowed)) {
    judgement.object(call.directive, `invalid value "${count}" in "keepalive" directive`, 1);
  } else if (local !== undefined && local !== 'local') {
    invalidParameter(call, judgement, 2);
  }
};

const upstream: Setter = (call, judgement) => {
  const [name = ''] = call.args;
  const { upstreams } = judgement.names(call.world);
  const key = name.toLowerCase();
  if (upstreams.has(key)) judgement.object(call.directive, `duplicate upstream "${name}"`, 1);
  else upstreams.set(key, call.directive);
};

/** What nginx finds when an upstream block closes; the block itself is to blame. */
export function closeUpstream(block: Block, judgement: Judgement): void {
  const { directive, own, notes } = block;
  if (directive === null || own.has('include')) return;
  const name = directive.words[1]?.value ?? '';
  if (!own.has('server')) {
    judgement.object(directive, 'no servers are inside upstream');
    return;
  }
  if (notes.get('servers') !== true) judgement.object(directive, `no servers in upstream "${name}"`);
  if (!notes.has('resolve')) return;
  if (!own.has('zone')) {
    const message = `resolving names at run time requires upstream "${name}" to be in shared memory`;
    judgement.object(directive, message);
  }
}

/** Known only when the outer block is read: an upstream may take its resolver from there. */
export function judgeResolvers(root: Block, judgement: Judgement): void {
  const outer = [root, ...root.children];
  for (const block of outer.flatMap((level) => [level, ...level.children])) {
    const { directive, own, notes, parent } = block;
    if (directive === null || !notes.has('resolve') || !own.has('zone')) continue;
    if (own.has('resolver') || parent?.own.has('resolver') === true || judgement.includesMissing) continue;
    const name = directive.words[1]?.value ?? '';
    judgement.object(directive, `no resolver defined to resolve names at run time in upstream "${name}"`);
  }
}

const leastTime: Setter = (call, judgement) => {
  const [kind = '', inflight] = call.args;
  const known = call.world === 'stream' ? ['connect', 'first_byte', 'last_byte'] : ['header', 'last_byte'];
  if (!known.includes(kind)) invalidParameter(call, judgement, 1);
  else if (inflight !== undefined && inflight !== 'inflight') invalidParameter(call, judgement, 2);
};

const sticky: Setter = (call, judgement) => {
  const [method = ''] = call.args;
  if (!['cookie', 'route', 'learn'].includes(method)) {
    judgement.object(call.directive, `unknown sticky method "${method}"`, 1);
  } else if (method === 'route') allValues(call, judgement);
};

/** `*_pass` to an address or a named upstream (`ngx_http_upstream_add`); noted, and looked up at the end. */
export function passTo(
  call: Call,
  judgement: Judgement,
  text: string,
  defaultPort: number,
  uriPart: boolean,
): string | null {
  const reading = parseAddress(text, { defaultPort, uriPart });
  if ('problem' in reading) {
    judgement.object(call.directive, `${reading.problem} in upstream "${text}"`, 1);
    return null;
  }
  judgement.passes.push({ call, address: reading.address });
  return reading.address.uri;
}

/** Setters of upstream blocks and the balancers, for http and stream. */
export const UPSTREAM_SETTERS: SetterTable = {
  server,
  hash,
  random,
  zone,
  keepalive,
  least_time: leastTime,
  sticky,
  ip_hash: oneOf(),
};

export const UPSTREAM_BLOCK_SETTERS: SetterTable = { upstream };
