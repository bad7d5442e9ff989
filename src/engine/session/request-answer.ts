import type { RequestPath } from '../stack/request-path.ts';
import type { Setting } from '../stack/setting.ts';

/** A line of a document. */
interface Line {
  readonly path: string;
  readonly line: number;
}

/** One thing on the way of a request. */
export interface Station {
  readonly what: 'server' | 'location' | 'pass' | 'upstream' | 'pool' | 'script';
  readonly words: string;
  readonly line: Line | null;
}

/** One limit as the request meets it. */
export interface MetLimit {
  readonly name: string;
  /** What the daemon reads, in words: "90 s"; "unknown" where an include is missing. */
  readonly value: string;
  /** As somebody wrote it, where that reads differently from the value. */
  readonly written: string | null;
  readonly line: Line | null;
  /** Where a value comes from that nobody wrote: "default of nginx 1.22". */
  readonly because: string;
}

export interface MetLimits {
  readonly of: 'nginx' | 'PHP-FPM' | 'PHP';
  /** Those that somebody wrote, and those that end or refuse requests whoever wrote them. */
  readonly first: readonly MetLimit[];
  /** Those that hold by default, or are unknown because their file was not given. */
  readonly others: readonly MetLimit[];
}

/** What a request meets, as plain data. */
export interface RequestAnswer {
  /** From the server that takes it to the pool and the script that run it. */
  readonly way: readonly Station[];
  /** How it ends, in one sentence. */
  readonly end: string;
  readonly limits: readonly MetLimits[];
  /** Includes on the way that were not given: what stands in them may change the answer. */
  readonly unknown: readonly Line[];
}

/** @param path null when no server takes the request */
export function requestAnswer(path: RequestPath | null): RequestAnswer {
  if (path === null) return { way: [], end: 'No server listens for it.', limits: [], unknown: [] };
  const pool = path.pool?.settings ?? {};
  const php = path.php?.settings ?? {};
  // With a dot: parts of a value, such as `fastcgi_buffers.number`.
  const nginx = Object.entries(path.settings).filter(
    ([name]) => !name.includes('.') && !(name in pool) && !(name in php),
  );
  return {
    way: wayOf(path),
    end: endOf(path),
    limits: [
      limitsOf('nginx', nginx),
      limitsOf('PHP-FPM', Object.entries(pool)),
      limitsOf('PHP', Object.entries(php)),
    ].filter(({ first, others }) => first.length + others.length > 0),
    unknown: path.unknownIncludes.map(lineOf),
  };
}

function wayOf({ server, location, pass, upstream, pool, scriptFilename }: RequestPath): Station[] {
  const way: Station[] = [];
  const add = (what: Station['what'], words: string, at: Line | null): void => {
    way.push({ what, words, line: at && lineOf(at) });
  };
  if (server)
    add('server', `server ${[...server.names, ...server.listen.map((one) => `listen ${one}`)].join(', ')}`, server);
  if (location) add('location', location.label, location);
  if (pass) add('pass', `${pass.protocol}_pass ${pass.target}`, pass);
  if (upstream?.name != null)
    add(
      'upstream',
      `upstream ${upstream.name}: ${upstream.servers.map(({ address }) => address).join(', ')}`,
      upstream,
    );
  if (pool) add('pool', `pool ${pool.name}`, pool);
  if (scriptFilename !== null) add('script', scriptFilename, null);
  return way;
}

function endOf({ pass, pool, status, location }: RequestPath): string {
  if (pass === null) {
    if (status !== null) return `nginx answers it itself, with ${status}.`;
    return location === null
      ? 'No location takes it; nginx looks for a file.'
      : 'nginx serves a file, if there is one.';
  }
  if (pass.protocol !== 'fastcgi') return `nginx passes it on by ${pass.protocol}.`;
  return pool === null ? 'nginx passes it on; no pool that was given listens there.' : `Pool ${pool.name} runs it.`;
}

function limitsOf(of: MetLimits['of'], settings: readonly (readonly [string, Setting])[]): MetLimits {
  const first: MetLimit[] = [];
  const others: MetLimit[] = [];
  for (const [name, { meant, value, written, from }] of settings) {
    const known = { name, value: meant, written: written !== null && saysSame(written, meant, value) ? null : written };
    if ('path' in from) first.push({ ...known, line: lineOf(from), because: '' });
    else if ('unknown' in from) others.push({ ...known, line: null, because: from.unknown });
    else if (value !== null && value !== '')
      (endsRequests(name) ? first : others).push({ ...known, line: null, because: from.default });
  }
  return { of, first, others };
}

/** `20s` and "20 s", `64k` and "64 KiB" are the same to whoever reads them. */
function saysSame(written: string, meant: string, value: Setting['value']): boolean {
  const short = meant
    .toLowerCase()
    .replaceAll(' ', '')
    .replace(/([kmg])ib$/, '$1');
  return written === String(value) || written.toLowerCase().replaceAll(' ', '') === short;
}

/** What cuts a request off, refuses it, or lets it wait. */
const ENDING: ReadonlySet<string> = new Set([
  'client_max_body_size',
  'request_terminate_timeout',
  'pm.max_children',
  'max_execution_time',
  'memory_limit',
  'post_max_size',
  'upload_max_filesize',
]);

function endsRequests(name: string): boolean {
  return ENDING.has(name) || /^[a-z]{1,12}_(?:connect|send|read)_timeout$/.test(name);
}

const lineOf = ({ path, line }: Line): Line => ({ path, line });
