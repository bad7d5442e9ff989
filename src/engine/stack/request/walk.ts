import { Level } from '../inherit/level.ts';
import { findLocation, namedLocation } from '../location/find-location.ts';
import type { LocationNode } from '../location/location.ts';
import { passAt, type Pass } from '../location/pass.ts';
import type { RequestState } from '../variables/request-state.ts';
import { takeGroups } from './condition.ts';
import { contentOf } from './content.ts';
import type { Disk } from './disk.ts';
import { errorPageFor } from './error-page.ts';
import type { Move } from './move.ts';
import { runRewrites, type Rewritten } from './rewrite.ts';
import { splitArgs, tryFiles } from './try-files.ts';

/** How a request ends. `status` is nginx's own answer; null for one that is passed on, or that a file on the disk decides. */
export interface Walked {
  readonly location: LocationNode | null;
  readonly pass: Pass | null;
  readonly status: number | null;
}

/** Changes of the URI that nginx allows one request (`NGX_HTTP_MAX_URI_CHANGES`). */
const MAX_URI_CHANGES = 10;

/** Leads a request through a server's phases until something answers it. */
export function walkRequest(server: Level, state: RequestState, disk: Disk): Walked {
  return new Walk(server, state, disk).run();
}

class Walk {
  readonly #server: Level;
  readonly #state: RequestState;
  readonly #disk: Disk;
  #location: LocationNode | null = null;
  #internal = false;
  #changesLeft = MAX_URI_CHANGES;
  #errorPageUsed = false;
  /** A file was missed on a disk that nobody has shown. */
  #isGuess = false;

  constructor(server: Level, state: RequestState, disk: Disk) {
    this.#server = server;
    this.#state = state;
    this.#disk = disk;
  }

  run(): Walked {
    let walked = this.#atServer();
    // Every turn spends a change of the URI or ends.
    while (walked === null) walked = this.#changesLeft-- > 0 ? this.#next() : this.#answered(500);
    return walked;
  }

  /** What to do in the next turn; set by whatever changed the URI. */
  #next: () => Walked | null = () => this.#findConfig();

  #atServer(): Walked | null {
    this.#location = null;
    this.#state.level = this.#server;
    const rewritten = runRewrites(this.#server, this.#state, this.#disk);
    this.#state.level = this.#server;
    return rewritten.kind === 'answer' ? this.#returned(rewritten) : this.#findConfig();
  }

  #findConfig(): Walked | null {
    const { uri } = this.#state;
    const found = findLocation(this.#server, uri ?? '/');
    if (found.kind === 'none') return this.#inBlock(null);
    if (found.kind === 'add-slash') {
      this.#location = found.location;
      this.#state.level = found.location.level;
      return this.#answered(301);
    }
    if (found.match !== null) takeGroups(this.#state, found.match);
    if (!this.#internal && found.location.level.find('internal').kind === 'written') {
      this.#enter(found.location);
      return this.#failed(404);
    }
    return this.#inBlock(found.location);
  }

  #enter(location: LocationNode | null): void {
    this.#location = location;
    const level = location?.level ?? this.#server;
    this.#state.level = exceptedLevel(level, this.#state.method ?? 'GET') ?? level;
  }

  #inBlock(location: LocationNode | null): Walked | null {
    this.#enter(location);
    if (location !== null) {
      const rewritten = runRewrites(location.level, this.#state, this.#disk);
      if (rewritten.kind === 'answer') return this.#returned(rewritten);
      if (rewritten.kind === 'changed') {
        this.#internal = true;
        this.#next = () => this.#findConfig();
        return null;
      }
    }
    const { level } = this.#state;
    if (deniesAll(level)) return this.#failed(403);
    const tried = this.#moved(tryFiles(this.#state, this.#disk));
    if (tried !== undefined) return tried;
    const pass = passAt(level);
    if (pass !== null) return { location: this.#location, pass, status: null };
    const served = this.#moved(contentOf(this.#state, this.#disk));
    return served === undefined ? this.#ended(null) : served;
  }

  /** undefined: the phase is over and the next one follows. */
  #moved(move: Move): Walked | null | undefined {
    switch (move.kind) {
      case 'go-on':
        return undefined;
      case 'served':
        return this.#ended(null);
      case 'fail':
        this.#isGuess ||= !this.#disk.isSeen;
        return this.#failed(move.status);
      case 'named': {
        const location = namedLocation(this.#server, move.name);
        this.#internal = true;
        this.#next = () => (location === null ? this.#answered(500) : this.#inBlock(location));
        return null;
      }
      case 'internal-redirect':
        this.#internal = true;
        this.#state.uri = move.uri;
        this.#state.args = move.args ?? '';
        this.#next = () => this.#atServer();
        return null;
    }
  }

  #returned(rewritten: Extract<Rewritten, { kind: 'answer' }>): Walked | null {
    const plain = rewritten.status < 400 || rewritten.hasBody || rewritten.status === 444;
    return plain ? this.#answered(rewritten.status) : this.#failed(rewritten.status);
  }

  /** An error of nginx's own: `error_page` may lead on, once unless `recursive_error_pages` is on. */
  #failed(status: number): Walked | null {
    const { level } = this.#state;
    const target = this.#errorPageUsed ? null : errorPageFor(level, status, this.#state);
    if (target === null) return this.#answered(status);
    const recursive = level.find('recursive_error_pages');
    this.#errorPageUsed = !(recursive.kind === 'written' && recursive.directive.args[0] === 'on');
    if (target.startsWith('@')) return this.#moved({ kind: 'named', name: target }) ?? null;
    if (!target.startsWith('/')) return this.#answered(302);
    const { uri, args } = splitArgs(target);
    if (this.#state.method !== 'HEAD') this.#state.method = 'GET';
    return this.#moved({ kind: 'internal-redirect', uri, args }) ?? null;
  }

  #answered(status: number): Walked {
    return this.#ended(status);
  }

  #ended(status: number | null): Walked {
    return { location: this.#location, pass: null, status: this.#isGuess ? null : status };
  }
}

/** Methods that `limit_except` does not name meet its block (`ngx_http_update_location_config`). */
function exceptedLevel(level: Level, method: string): Level | null {
  const directive = level.block.last('limit_except');
  if (directive === null) return null;
  const named = directive.args.map((each) => each.toUpperCase());
  const free = named.includes(method) || (method === 'HEAD' && named.includes('GET'));
  return free ? null : new Level('limit_except', level, directive);
}

/** Rules of access are read in order; anything but a leading `deny all` depends on the client. */
function deniesAll(level: Level): boolean {
  const first = level.block.directives.find(({ name }) => name === 'allow' || name === 'deny');
  if (first !== undefined) return first.name === 'deny' && first.args[0] === 'all';
  return level.parent !== null && deniesAll(level.parent);
}
