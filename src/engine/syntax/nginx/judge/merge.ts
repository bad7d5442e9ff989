import type { NginxDirective } from '../tree.ts';
import { inForce, type Block } from './blocks.ts';
import type { Judgement } from './judgement.ts';
import { parseCount, parseSize } from '../quantity.ts';

/** A rule over several directives, checked where a level takes over what it inherits. */
interface Constraint {
  /** Directives whose presence at a level makes the rule worth checking there. */
  readonly directives: readonly string[];
  /** nginx's message, and the directive to blame. */
  readonly check: (block: Block) => { message: string; culprit: NginxDirective } | null;
  /** Levels at which nginx merges it: servers only, or locations as well. */
  readonly serverOnly: boolean;
}

const PAGE = 4096;
const GIB = 1_073_741_824;

/** The nearest of the named directives in force, in this order: the one to blame. */
function blame(block: Block, names: readonly string[]): NginxDirective | null {
  for (let level: Block | null = block; level !== null; level = level.parent) {
    for (const name of names) {
      const found = level.own.get(name);
      if (found !== undefined) return found;
    }
  }
  return null;
}

function sizeInForce(block: Block, name: string): number | null {
  const text = inForce(block, name)?.words[1]?.value;
  return text === undefined ? null : parseSize(text);
}

/** Buffers of one upstream protocol (`ngx_http_fastcgi_merge_loc_conf` and its twins). */
function bufferConstraint(protocol: string): Constraint {
  const name = (suffix: string): string => `${protocol}_${suffix}`;
  const directives = ['busy_buffers_size', 'buffers', 'buffer_size', 'temp_file_write_size', 'max_temp_file_size'].map(
    name,
  );
  return {
    directives,
    serverOnly: false,
    check: (block) => {
      const buffers = inForce(block, name('buffers'))?.words;
      const count = parseCount(buffers?.[1]?.value ?? '8') ?? 8;
      const each = parseSize(buffers?.[2]?.value ?? '4k') ?? PAGE;
      const largest = Math.max(sizeInForce(block, name('buffer_size')) ?? PAGE, each);
      const busy = sizeInForce(block, name('busy_buffers_size')) ?? 2 * largest;
      const write = sizeInForce(block, name('temp_file_write_size')) ?? 2 * largest;
      const maxFile = sizeInForce(block, name('max_temp_file_size')) ?? GIB;
      const refuse = (message: string, ...suffixes: string[]): { message: string; culprit: NginxDirective } | null => {
        const culprit = blame(block, suffixes.map(name));
        return culprit === null ? null : { message, culprit };
      };
      const of = `the value of "${name('buffer_size')}" and one of the "${name('buffers')}"`;
      if (count < 2) return refuse(`there must be at least 2 "${name('buffers')}"`, 'buffers');
      if (busy < largest) {
        const message = `"${name('busy_buffers_size')}" must be equal to or greater than the maximum of ${of}`;
        return refuse(message, 'busy_buffers_size', 'buffer_size', 'buffers');
      }
      if (busy > (count - 1) * each) {
        const message = `"${name('busy_buffers_size')}" must be less than the size of all "${name('buffers')}" minus one buffer`;
        return refuse(message, 'busy_buffers_size', 'buffer_size', 'buffers');
      }
      if (write < largest) {
        const message = `"${name('temp_file_write_size')}" must be equal to or greater than the maximum of ${of}`;
        return refuse(message, 'temp_file_write_size', 'buffer_size', 'buffers');
      }
      if (maxFile !== 0 && maxFile < largest) {
        const message = `"${name('max_temp_file_size')}" must be equal to zero to disable temporary files usage or must be equal to or greater than the maximum of ${of}`;
        return refuse(message, 'max_temp_file_size', 'buffer_size', 'buffers');
      }
      return null;
    },
  };
}

const requestPool: Constraint = {
  directives: ['connection_pool_size', 'large_client_header_buffers'],
  serverOnly: true,
  check: (block) => {
    const headers = parseSize(inForce(block, 'large_client_header_buffers')?.words[2]?.value ?? '8k') ?? 8192;
    const pool = sizeInForce(block, 'connection_pool_size') ?? 512;
    if (headers >= pool) return null;
    const culprit = blame(block, ['connection_pool_size', 'large_client_header_buffers']);
    const message = 'the "large_client_header_buffers" size must be equal to or greater than "connection_pool_size"';
    return culprit === null ? null : { message, culprit };
  },
};

const isOn = (block: Block, name: string): boolean => inForce(block, name)?.words[1]?.value.toLowerCase() === 'on';

/** Does this level itself pass requests on over TLS, or to an address that only the request tells? */
function passesSecurely(block: Block, protocol: string): boolean {
  const target = block.own.get(`${protocol}_pass`)?.words[1]?.value.toLowerCase() ?? '';
  if (block.kind === 'T') return isOn(block, 'proxy_ssl');
  return target.includes('$') || SECURE_SCHEMES.some((scheme) => target.startsWith(scheme));
}

const SECURE_SCHEMES = ['https://', 'grpcs://', 'suwsgi://'];

function verifyConstraint(protocol: string, serverOnly = false): Constraint {
  const verify = `${protocol}_ssl_verify`;
  const trusted = `${protocol}_ssl_trusted_certificate`;
  return {
    directives: [`${protocol}_pass`, verify],
    serverOnly,
    check: (block) => {
      if (!passesSecurely(block, protocol)) return null;
      const file = inForce(block, trusted)?.words[1]?.value ?? '';
      const culprit = inForce(block, verify);
      if (culprit === undefined || !isOn(block, verify) || file !== '') return null;
      return { message: `no ${trusted} for ${verify}`, culprit };
    },
  };
}

function clientKeyConstraint(protocol: string): Constraint {
  const certificate = `${protocol}_ssl_certificate`;
  const key = `${protocol}_ssl_certificate_key`;
  return {
    directives: [`${protocol}_pass`, certificate],
    serverOnly: false,
    check: (block) => {
      const culprit = inForce(block, certificate);
      if (!passesSecurely(block, protocol)) return null;
      if (culprit === undefined || inForce(block, key) !== undefined) return null;
      const file = culprit.words[1]?.value ?? '';
      return file === '' ? null : { message: `no "${key}" is defined for certificate "${file}"`, culprit };
    },
  };
}

const serverKey: Constraint = {
  directives: ['ssl_certificate', 'ssl_certificate_key'],
  serverOnly: true,
  check: (block) => {
    const culprit = inForce(block, 'ssl_certificate');
    if (culprit === undefined || inForce(block, 'ssl_certificate_key') !== undefined) return null;
    const file = culprit.words[1]?.value ?? '';
    return { message: `no "ssl_certificate_key" is defined for certificate "${file}"`, culprit };
  },
};

const clientVerify: Constraint = {
  directives: ['ssl_verify_client', 'ssl_certificate', 'ssl_client_certificate'],
  serverOnly: true,
  check: (block) => {
    const culprit = inForce(block, 'ssl_verify_client');
    const mode = culprit?.words[1]?.value ?? 'off';
    if (culprit === undefined || (mode !== 'on' && mode !== 'optional')) return null;
    if (inForce(block, 'ssl_certificate') === undefined) return null;
    if (inForce(block, 'ssl_client_certificate') ?? inForce(block, 'ssl_trusted_certificate')) return null;
    return { message: 'no ssl_client_certificate for ssl_verify_client', culprit };
  },
};

const sslSwitch: Constraint = {
  directives: ['ssl'],
  serverOnly: true,
  check: (block) => {
    const culprit = inForce(block, 'ssl');
    if (culprit === undefined || !isOn(block, 'ssl') || inForce(block, 'ssl_certificate') !== undefined) return null;
    return { message: 'no "ssl_certificate" is defined for the "ssl" directive', culprit };
  },
};

const HTTP_CONSTRAINTS: readonly Constraint[] = [
  ...['fastcgi', 'proxy', 'uwsgi', 'scgi'].map(bufferConstraint),
  requestPool,
  ...['proxy', 'grpc', 'uwsgi'].map((protocol) => verifyConstraint(protocol)),
  ...['proxy', 'grpc', 'uwsgi'].map(clientKeyConstraint),
  serverKey,
  clientVerify,
  sslSwitch,
];

const STREAM_CONSTRAINTS: readonly Constraint[] = [
  verifyConstraint('proxy', true),
  clientKeyConstraint('proxy'),
  serverKey,
  clientVerify,
];

const MERGED = new Set(['s', 'l', 'i', 'j', 'x', 'T']);

/** Checks every level at which nginx merges, from the outside in; a directive is blamed once for one reason. */
export function judgeMerges(root: Block, judgement: Judgement): void {
  const blamed = new Set<string>();
  const pending: Block[] = [root];
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    for (let at = block.children.length - 1; at >= 0; at--) pending.push(block.children[at] as Block);
    if (!MERGED.has(block.kind)) continue;
    const server = block.kind === 's' || block.kind === 'T';
    for (const constraint of block.kind === 'T' ? STREAM_CONSTRAINTS : HTTP_CONSTRAINTS) {
      if (constraint.serverOnly && !server) continue;
      if (!isTouched(constraint, block, server)) continue;
      const found = constraint.check(block);
      if (found === null) continue;
      const key = `${found.culprit.start} ${found.message}`;
      if (blamed.has(key)) continue;
      blamed.add(key);
      judgement.object(found.culprit, found.message);
    }
  }
}

/** A server merges what http set as well as its own; below, only a level that sets something can break a rule anew. */
function isTouched({ directives }: Constraint, block: Block, server: boolean): boolean {
  return directives.some((name) => block.own.has(name) || (server && block.parent?.own.has(name) === true));
}
