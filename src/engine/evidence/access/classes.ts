import type { Signature } from '../signatures.ts';
import type { Seconds } from '../../text/units.ts';
import { serviceSeconds, type AccessRequest } from './request.ts';

type AccessSignature = Extract<Signature, `access.${string}`>;

/** Sizes that `*_buffer_size` has in practice: the header filled the buffer to the last byte. */
const BUFFER_SIZES: ReadonlySet<number> = new Set([
  4096, 8192, 12_288, 16_384, 24_576, 32_768, 49_152, 65_536, 131_072, 262_144,
]);
/** A response of which the client got nothing although the backend had sent more than headers. */
const MORE_THAN_HEADERS = 4096;
/** A connection that lived this long was made, whatever the format leaves out. */
const WAS_CONNECTED = 1;

const last = <Value>(list: readonly Value[] | null): Value | null => list?.at(-1) ?? null;

/** An address has a port or is a socket; a group's bare name stands there when no server was left to try. */
function isGroupName(address: string | null): boolean {
  return address !== null && !/[:/]/.test(address);
}

/** The backend answered by itself: its header came, and the status is its own. */
function isBackendsOwn({ status, upstream }: AccessRequest): boolean {
  if (last(upstream.statuses) !== status) return false;
  return last(upstream.headerSeconds) !== null;
}

function badGateway(request: AccessRequest): AccessSignature {
  const { upstream } = request;
  if (isBackendsOwn(request)) return 'access.backend-own-error';
  if (isGroupName(last(upstream.addresses))) return 'access.502-no-peer';
  const received = last(upstream.bytesReceived) ?? 0;
  if (BUFFER_SIZES.has(received)) return 'access.502-buffer-exact';
  if (received > 0) return 'access.502-other';
  if (upstream.connectSeconds !== null) {
    if (upstream.connectSeconds.length === 0) return 'access.502-other';
    return last(upstream.connectSeconds) === null ? 'access.502-not-connected' : 'access.502-closed-before-header';
  }
  const seconds = serviceSeconds(request);
  return upstream.responseSeconds !== null && seconds !== null && seconds >= WAS_CONNECTED
    ? 'access.502-closed-before-header'
    : 'access.502-other';
}

function gatewayTimeout(request: AccessRequest): AccessSignature {
  if (isBackendsOwn(request)) return 'access.backend-own-error';
  const { connectSeconds } = request.upstream;
  if (connectSeconds === null || connectSeconds.length === 0) return 'access.504-other';
  return last(connectSeconds) === null ? 'access.504-connect' : 'access.504-read';
}

/** nginx's own 500 has no upstream status; a backend's has its own, which nginx passes on. */
function internalError({ status, upstream }: AccessRequest): AccessSignature {
  return upstream.statuses !== null && last(upstream.statuses) === status ? 'access.backend-own-error' : 'access.500';
}

function delivered({ status, method, bodyBytes, upstream }: AccessRequest): AccessSignature | null {
  const earlier = upstream.statuses?.slice(0, -1) ?? [];
  if (earlier.some((one) => one !== null && one >= 502 && one <= 504)) return 'access.retried-ok';
  const received = last(upstream.bytesReceived) ?? 0;
  return status === 200 && method === 'GET' && bodyBytes === 0 && received > MORE_THAN_HEADERS
    ? 'access.truncated'
    : null;
}

const BY_STATUS: Readonly<Record<number, (request: AccessRequest) => AccessSignature>> = {
  413: () => 'access.413',
  429: () => 'access.429',
  499: () => 'access.499',
  500: internalError,
  502: badGateway,
  503: (request) => (isBackendsOwn(request) ? 'access.backend-own-error' : 'access.503'),
  504: gatewayTimeout,
};

/**
 * The class of a request (FACTS: telling causes apart from the access log alone); null for one that tells of no failure.
 * What the format does not log stays open: the class is then the `-other` one.
 */
export function classifyAccess(request: AccessRequest): AccessSignature | null {
  const classify = BY_STATUS[request.status];
  if (classify !== undefined) return classify(request);
  if (request.status > 504 && isBackendsOwn(request)) return 'access.backend-own-error';
  return request.status < 400 ? delivered(request) : null;
}

/** By status, whether the format logs the upstream's time, and whether that was long: all that the class depends on. */
const SIMPLE_CLASSES = new Map<string, AccessSignature | null>();

/** The class of a request of which a format without other variables of the upstream says nothing but this. */
export function classByStatus(status: number, seconds: Seconds | null, logsUpstream: boolean): AccessSignature | null {
  const key = `${status} ${logsUpstream} ${seconds !== null && seconds >= WAS_CONNECTED}`;
  const known = SIMPLE_CLASSES.get(key);
  if (known !== undefined) return known;
  const responseSeconds = logsUpstream ? [seconds] : null;
  const upstream = { ...UNKNOWN.upstream, responseSeconds };
  const found = classifyAccess({ ...UNKNOWN, status, requestSeconds: seconds, upstream });
  SIMPLE_CLASSES.set(key, found);
  return found;
}

/** A request whose format logs nothing. */
const UNKNOWN: AccessRequest = {
  at: null,
  status: 0,
  method: '',
  uri: '',
  client: null,
  host: null,
  bodyBytes: null,
  requestBytes: null,
  requestSeconds: null,
  upstream: {
    addresses: null,
    statuses: null,
    connectSeconds: null,
    headerSeconds: null,
    responseSeconds: null,
    bytesReceived: null,
  },
};
