import { parseAddress, type ParsedAddress } from '../address.ts';
import type { Call, Judgement, ListenAddress } from '../judgement.ts';
import { parseCount, parseSize, parseTime } from '../../quantity.ts';
import { NGINX_1_25 } from '../../../../knowledge/nginx/version.ts';
import { after, invalidParameter, type Setter } from './setter.ts';

interface Options {
  set: boolean;
  defaultServer: boolean;
  ssl: boolean;
  quic: boolean;
  /** Parameters seen that QUIC cannot have. */
  readonly streamOnly: string[];
}

const KEEPALIVE_COUNT = 3;
/** Stream servers may share an address since 1.25.5. */
const STREAM_SERVERS = 1_025_005;

/** `on`, `off` or `idle:interval:count`, each part optional (`ngx_http_core_listen`). */
function isKeepalive(text: string): boolean {
  if (text === 'on' || text === 'off') return true;
  const parts = text.split(':');
  if (parts.length > KEEPALIVE_COUNT) return false;
  const [idle = '', interval = '', count = ''] = parts;
  const numbers = [
    idle === '' ? 0 : parseTime(idle, 's'),
    interval === '' ? 0 : parseTime(interval, 's'),
    count === '' ? 0 : parseCount(count),
  ];
  return !numbers.includes(null) && numbers.some((number) => number !== 0);
}

const FLAGS: Readonly<Record<'http' | 'stream' | 'mail', readonly string[]>> = {
  http: [
    'default_server',
    'default',
    'bind',
    'deferred',
    'reuseport',
    'ssl',
    'http2',
    'proxy_protocol',
    'multipath',
    'quic',
    'spdy',
  ],
  stream: ['default_server', 'bind', 'udp', 'reuseport', 'ssl', 'proxy_protocol', 'deferred', 'multipath'],
  mail: ['bind', 'ssl', 'proxy_protocol', 'multipath'],
};
const SET_FLAGS = ['bind', 'deferred', 'reuseport', 'multipath'];
const PARAMETERS: readonly (readonly [prefix: string, name: string, valid: (text: string) => boolean])[] = [
  ['setfib=', 'setfib', () => false],
  ['fastopen=', 'fastopen', (text) => parseCount(text) !== null],
  ['backlog=', 'backlog', (text) => (parseCount(text) ?? 0) > 0],
  ['rcvbuf=', 'rcvbuf', (text) => parseSize(text) !== null],
  ['sndbuf=', 'sndbuf', (text) => parseSize(text) !== null],
];

function knowsFlag(judgement: Judgement, world: 'http' | 'stream' | 'mail', flag: string): boolean {
  const modern = judgement.version >= NGINX_1_25;
  if (flag === 'quic') return modern;
  if (flag === 'multipath') return judgement.version >= 1_029_007;
  if (flag === 'spdy') return judgement.version < 1_019_000;
  if (world === 'stream' && (flag === 'default_server' || flag === 'deferred'))
    return judgement.version >= STREAM_SERVERS;
  return world !== 'mail' || flag !== 'proxy_protocol' || judgement.version >= 1_019_008;
}

/** Reads the parameters after the address; null when nginx refuses one. */
function readOptions(call: Call, judgement: Judgement, world: 'http' | 'stream' | 'mail'): Options | null {
  const options: Options = { set: false, defaultServer: false, ssl: false, quic: false, streamOnly: [] };
  for (const [at, parameter] of call.args.entries()) {
    if (at === 0) continue;
    const refuse = (message: string): null => {
      judgement.object(call.directive, message, at + 1);
      return null;
    };
    if (FLAGS[world].includes(parameter) && knowsFlag(judgement, world, parameter)) {
      if (parameter === 'default_server' || parameter === 'default') options.defaultServer = true;
      if (parameter === 'ssl') options.ssl = true;
      if (parameter === 'quic') options.quic = true;
      if (SET_FLAGS.includes(parameter)) options.set = true;
      if (['deferred', 'ssl', 'http2', 'proxy_protocol', 'multipath'].includes(parameter)) {
        options.streamOnly.push(parameter);
      }
      continue;
    }
    const numeric = PARAMETERS.find(([prefix]) => parameter.startsWith(prefix));
    if (numeric !== undefined && numeric[1] !== 'setfib') {
      const [prefix, name, valid] = numeric;
      if (!valid(parameter.slice(prefix.length))) return refuse(`invalid ${name} "${parameter}"`);
      options.set = true;
      if (name === 'fastopen' || name === 'backlog') options.streamOnly.push(name);
      continue;
    }
    const ipv6only = after(parameter, 'ipv6only=');
    if (ipv6only !== null) {
      if (ipv6only !== 'on' && ipv6only !== 'off') {
        return ipv6only.startsWith('o')
          ? refuse(`invalid ipv6only flags "${ipv6only}"`)
          : refuse(`invalid parameter "${parameter}"`);
      }
      options.set = true;
      continue;
    }
    const keepalive = after(parameter, 'so_keepalive=');
    if (keepalive !== null) {
      if (!isKeepalive(keepalive)) return refuse(`invalid so_keepalive value: "${keepalive}"`);
      options.set = true;
      options.streamOnly.push('so_keepalive');
      continue;
    }
    if (parameter.startsWith('accept_filter=') && world !== 'mail') continue;
    invalidParameter(call, judgement, at + 1);
    return null;
  }
  const [incompatible] = options.streamOnly;
  if (options.quic && incompatible !== undefined) {
    judgement.object(call.directive, `"listen" directive "${incompatible}" parameter is incompatible with "quic"`);
    return null;
  }
  if (world === 'stream' && call.args.includes('udp')) {
    const wrong = ['ssl', 'proxy_protocol'].find(
      (parameter) => call.args.includes(parameter) && (parameter === 'ssl' || judgement.version < NGINX_1_25),
    );
    if (wrong === 'ssl' || (wrong !== undefined && judgement.version < 1_013_000)) {
      judgement.object(call.directive, `"${wrong}" parameter is incompatible with "udp"`);
      return null;
    }
  }
  return options;
}

/** `listen` of http, stream and mail servers (`ngx_http_core_listen` and its twins). */
export const listen: Setter = (call, judgement) => {
  const world = call.world === 'core' ? 'http' : call.world;
  const [text = ''] = call.args;
  const reading = parseAddress(text, { listen: true, defaultPort: world === 'http' ? 80 : 0 });
  if ('problem' in reading) {
    judgement.object(call.directive, `${reading.problem} in "${text}" of the "listen" directive`, 1);
    return;
  }
  const { address } = reading;
  if (world !== 'http' && address.port === 0 && address.family !== 'unix') {
    judgement.object(call.directive, `no port in "${text}" of the "listen" directive`, 1);
    return;
  }
  const options = readOptions(call, judgement, world);
  if (options === null) return;
  for (const key of bindKeys(address, call)) addAddress(call, judgement, key, options);
};

/** A range of ports is so many addresses; names resolve to something unknown and stand for themselves. */
function bindKeys(address: ParsedAddress, call: Call): string[] {
  const kind = call.args.includes('quic') || call.args.includes('udp') ? 'udp' : 'tcp';
  const host = address.family === 'unix' ? `unix:${address.host}` : address.host.toLowerCase();
  const last = Math.max(address.port, address.lastPort);
  const keys: string[] = [];
  for (let port = address.port; port <= last; port++) {
    keys.push(`${kind} ${address.family === 'unix' ? host : `${host}:${port}`}`);
  }
  return keys;
}

function addAddress(call: Call, judgement: Judgement, key: string, options: Options): void {
  const { listens } = judgement.names(call.world);
  const shown = key.slice(4);
  const owner = `${call.world} ${key}`;
  let known: ListenAddress | undefined = listens.get(owner);
  if (known === undefined) {
    known = { servers: [], defaultServer: null, optionsSet: false, ssl: null };
    listens.set(owner, known);
  } else if (known.servers.includes(call.block) || call.world !== 'http') {
    const legacyStream = call.world !== 'http' && !known.servers.includes(call.block);
    if (!legacyStream || judgement.version < STREAM_SERVERS || call.world === 'mail') {
      const message =
        call.world === 'http' ? `a duplicate listen ${shown}` : `duplicate "${shown}" address and port pair`;
      judgement.object(call.directive, message, 1);
      return;
    }
  }
  known.servers.push(call.block);
  if (options.set) {
    if (known.optionsSet) {
      judgement.object(call.directive, `duplicate listen options for ${shown}`, 1);
      return;
    }
    known.optionsSet = true;
  }
  if (options.defaultServer) {
    if (known.defaultServer !== null) {
      judgement.object(call.directive, `a duplicate default server for ${shown}`, 1);
      return;
    }
    known.defaultServer = call.block;
  }
  if (options.ssl || options.quic) known.ssl ??= { directive: call.directive, block: call.block };
}
