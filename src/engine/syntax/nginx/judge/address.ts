import { parseCount } from '../quantity.ts';

/** An address as `ngx_parse_url` (`ngx_inet.c`) understands it. */
export interface ParsedAddress {
  readonly family: 'inet' | 'inet6' | 'unix' | 'name';
  /** IPv6 hosts keep their brackets; a unix socket's host is its path. */
  readonly host: string;
  /** As written or the default; 0 when there is neither. */
  readonly port: number;
  readonly lastPort: number;
  readonly hasPort: boolean;
  readonly uri: string;
}

export interface AddressOptions {
  /** An address to bind: ports alone, port ranges and `*` are understood. */
  readonly listen?: boolean;
  readonly defaultPort?: number;
  /** A URI may follow the address. */
  readonly uriPart?: boolean;
}

export type AddressReading = { readonly address: ParsedAddress } | { readonly problem: string };

/** `sun_path` of Linux, with its terminating zero. */
const UNIX_PATH_SIZE = 108;

export function parseAddress(text: string, options: AddressOptions = {}): AddressReading {
  if (text.slice(0, 5).toLowerCase() === 'unix:') return parseUnix(text, options);
  return text.startsWith('[') ? parseInet6(text, options) : parseInet(text, options);
}

function parseUnix(text: string, { uriPart }: AddressOptions): AddressReading {
  const path = text.slice(5);
  const colon = uriPart === true ? path.indexOf(':') : -1;
  const host = colon === -1 ? path : path.slice(0, colon);
  if (host === '') return { problem: 'no path in the unix domain socket' };
  if (host.length + 1 > UNIX_PATH_SIZE) return { problem: 'too long path in the unix domain socket' };
  const uri = colon === -1 ? '' : path.slice(colon + 1);
  return { address: { family: 'unix', host, port: 0, lastPort: 0, hasPort: false, uri } };
}

interface Ports {
  readonly port: number;
  readonly lastPort: number;
}

function parsePorts(text: string, listen: boolean): Ports | string {
  const dash = listen ? text.indexOf('-') : -1;
  let lastPort = 0;
  if (dash !== -1) {
    lastPort = parseCount(text.slice(dash + 1)) ?? 0;
    if (lastPort < 1 || lastPort > 65535) return 'invalid port';
  }
  const port = parseCount(dash === -1 ? text : text.slice(0, dash)) ?? 0;
  if (port < 1 || port > 65535) return 'invalid port';
  if (lastPort !== 0 && port > lastPort) return 'invalid port range';
  return { port, lastPort };
}

function parseInet(text: string, { listen = false, defaultPort = 0, uriPart }: AddressOptions): AddressReading {
  const slash = text.indexOf('/');
  const question = text.indexOf('?');
  const uriStart = question !== -1 && (slash === -1 || question < slash) ? question : slash;
  let rest = text;
  let uri = '';
  if (uriStart !== -1) {
    if (listen || uriPart !== true) return { problem: 'invalid host' };
    uri = text.slice(uriStart);
    rest = text.slice(0, uriStart);
  }
  const colon = rest.indexOf(':');
  let ports: Ports | string | null = null;
  let host = rest;
  if (colon !== -1) {
    ports = parsePorts(rest.slice(colon + 1), listen);
    host = rest.slice(0, colon);
  } else if (listen && uriStart === -1 && looksLikePorts(rest)) {
    ports = parsePorts(rest, true);
    host = '*';
  }
  if (typeof ports === 'string') return { problem: ports };
  if (host === '') return { problem: 'no host' };
  return {
    address: {
      family: (listen && host === '*') || isInet(host) ? 'inet' : 'name',
      host: listen && host === '*' ? '0.0.0.0' : host,
      port: ports?.port ?? defaultPort,
      lastPort: ports?.lastPort ?? 0,
      hasPort: ports !== null,
      uri,
    },
  };
}

function looksLikePorts(text: string): boolean {
  const dash = text.indexOf('-');
  if (dash === -1) return parseCount(text) !== null;
  return parseCount(text.slice(0, dash)) !== null && parseCount(text.slice(dash + 1)) !== null;
}

function parseInet6(text: string, { listen = false, defaultPort = 0, uriPart }: AddressOptions): AddressReading {
  const close = text.indexOf(']');
  if (close === -1) return { problem: 'invalid host' };
  let rest = text.slice(close + 1);
  let uri = '';
  const slash = rest.indexOf('/');
  if (slash !== -1) {
    if (listen || uriPart !== true) return { problem: 'invalid host' };
    uri = rest.slice(slash);
    rest = rest.slice(0, slash);
  }
  let ports: Ports | string | null = null;
  if (rest !== '') {
    if (!rest.startsWith(':')) return { problem: 'invalid host' };
    ports = parsePorts(rest.slice(1), listen);
    if (typeof ports === 'string') return { problem: ports };
  }
  const host = text.slice(1, close);
  if (host === '') return { problem: 'no host' };
  if (!isInet6(host)) return { problem: 'invalid IPv6 address' };
  return {
    address: {
      family: 'inet6',
      host: `[${host}]`,
      port: ports?.port ?? defaultPort,
      lastPort: ports?.lastPort ?? 0,
      hasPort: ports !== null,
      uri,
    },
  };
}

/** `ngx_inet_addr`: four decimal parts of 0 to 255; `255.255.255.255` counts as no address. */
export function isInet(text: string): boolean {
  const parts = text.split('.', 5);
  return (
    parts.length === 4 &&
    text !== '255.255.255.255' &&
    parts.every((part) => /^\d{1,9}$/.test(part) && Number(part) <= 255)
  );
}

/** `ngx_inet6_addr`. */
export function isInet6(text: string): boolean {
  if (text.length < 2 || text.length > 45 || !/^[0-9a-fA-F:.]{2,45}$/.test(text)) return false;
  const halves = text.split('::', 3);
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '') continue;
    const parts = half.split(':');
    for (const [at, part] of parts.entries()) {
      const last = index === halves.length - 1 && at === parts.length - 1;
      if (last && part.includes('.')) {
        if (!isInet(part)) return false;
        groups += 2;
      } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups += 1;
      else return false;
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

/** `ngx_ptocidr`: an address with an optional prefix length. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  const inet = isInet(address);
  if (!inet && !isInet6(address)) return false;
  if (slash === -1) return true;
  const length = parseCount(text.slice(slash + 1));
  return length !== null && length <= (inet ? 32 : 128);
}
