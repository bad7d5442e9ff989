import { parseSize } from '../../syntax/nginx/quantity.ts';
import type { Level } from '../inherit/level.ts';
import type { PassProtocol } from '../request-path.ts';
import type { Setting } from '../setting.ts';
import { CLIENT_LIMITS, EVENTS_LIMITS, MAIN_LIMITS } from './client.ts';
import type { Limit } from './limit.ts';
import { unknownSetting, type LimitReader } from './read.ts';
import { UPSTREAM_LIMITS } from './upstream.ts';
import { inWords } from './words.ts';

type Settings = Record<string, Setting>;

/** The level of the file and of its `events` block; null when no main file was pasted. */
export interface ProcessLevels {
  readonly main: Level | null;
  readonly events: Level | null;
}

/** What a request's settings hang on besides the level it ends at. */
export interface SettingsOf {
  readonly processes: ProcessLevels;
  readonly protocol: PassProtocol | null;
  /** Settings of upstream, pool and PHP, to be merged in. */
  readonly further: readonly (Readonly<Settings> | undefined)[];
  /** Equal for what is equal, so that levels can share their records. */
  readonly key: string;
}

/**
 * Every limit that bears on a request which ends at a level, by directive name. A level's record is its parent's with its
 * own directives put in, and the same object where it has none: thousands of locations differ in a line or two.
 */
export class SettingsBook {
  readonly #reader: LimitReader;
  readonly #known = new WeakMap<Level, Map<string, Settings>>();

  constructor(reader: LimitReader) {
    this.#reader = reader;
  }

  at(level: Level, of: SettingsOf): Readonly<Settings> {
    const own = this.#known.get(level) ?? new Map<string, Settings>();
    this.#known.set(level, own);
    let settings = own.get(of.key);
    if (settings === undefined) own.set(of.key, (settings = this.#make(level, of)));
    return settings;
  }

  #make(level: Level, of: SettingsOf): Settings {
    if (level.parent === null || level.kind === 'http') return this.#outermost(level, of);
    const outer = this.at(level.parent, of);
    const changed = LIMITS_OF[of.protocol ?? 'none'].filter((limit) => mayChange(limit, level));
    if (changed.length === 0) return outer;
    const settings = { ...outer };
    for (const limit of changed) settings[limit.name] = this.#reader.read(limit, level);
    this.#addBuffers(settings, level, of.protocol);
    return settings;
  }

  #outermost(level: Level, { processes, protocol, further }: SettingsOf): Settings {
    const settings: Settings = {};
    const add = (limits: readonly Limit[], at: Level | null): void => {
      for (const limit of limits) {
        settings[limit.name] =
          at === null && processes.main === null
            ? unknownSetting(limit, 'nginx.conf was not pasted')
            : this.#reader.read(limit, at);
      }
    };
    add(MAIN_LIMITS, processes.main);
    add(EVENTS_LIMITS, processes.events);
    add(CLIENT_LIMITS, level);
    if (protocol !== null) add(UPSTREAM_LIMITS[protocol], level);
    this.#addBuffers(settings, level, protocol);
    return Object.assign(settings, ...further) as Settings;
  }

  #addBuffers(settings: Settings, level: Level, protocol: PassProtocol | null): void {
    if (protocol === null || !(`${protocol}_buffers` in settings)) return;
    for (const part of DERIVED) {
      const name = `${protocol}_${part}`;
      const limit = UPSTREAM_LIMITS[protocol].find((each) => each.name === name);
      // What an outer level derived does not hold where the buffers change.
      if (limit) settings[name] = this.#reader.read(limit, level);
    }
    addBuffers(settings, protocol, level, this.#reader);
  }
}

function mayChange({ name }: Limit, { block }: Level): boolean {
  if (block.missing.length > 0 || block.last(name) !== null) return true;
  return name === 'add_header' && block.last('add_header_inherit') !== null;
}

const LIMITS_OF: Readonly<Record<PassProtocol | 'none', readonly Limit[]>> = {
  none: CLIENT_LIMITS,
  fastcgi: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.fastcgi],
  proxy: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.proxy],
  uwsgi: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.uwsgi],
  scgi: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.scgi],
  grpc: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.grpc],
  memcached: [...CLIENT_LIMITS, ...UPSTREAM_LIMITS.memcached],
};

const DERIVED = ['busy_buffers_size', 'temp_file_write_size'] as const;

/** The pair as two numbers, and the sizes nginx derives from it when nobody wrote them. */
function addBuffers(settings: Settings, protocol: PassProtocol, level: Level, reader: LimitReader): void {
  const name = `${protocol}_buffers`;
  const found = level.find(name);
  const whole = settings[name];
  const [number = '', size = ''] = String(whole?.value ?? '').split(' ');
  const from = whole?.from ?? reader.fromDefault();
  settings[`${name}.number`] =
    found.kind === 'written'
      ? reader.word(found.directive, 1, 'count')
      : plain(number === '' ? null : Number(number), 'count', from);
  settings[`${name}.size`] =
    found.kind === 'written' ? reader.word(found.directive, 2, 'size') : plain(parseSize(size), 'bytes', from);
  const implied = impliedSize(settings[`${protocol}_buffer_size`], settings[`${name}.size`]);
  for (const part of DERIVED) {
    const derived = `${protocol}_${part}`;
    const setting = settings[derived];
    if (setting === undefined || !('default' in setting.from)) continue;
    settings[derived] =
      implied === null
        ? unknownSetting(
            { name: derived, type: 'size', default: null },
            `${name} or ${protocol}_buffer_size is unknown`,
          )
        : plain(implied, 'bytes', setting.from);
  }
}

/** 2 × the larger of the header buffer and one buffer (`ngx_http_fastcgi_merge_loc_conf`). */
function impliedSize(headerBuffer: Setting | undefined, oneBuffer: Setting | undefined): number | null {
  if (typeof headerBuffer?.value !== 'number' || typeof oneBuffer?.value !== 'number') return null;
  return 2 * Math.max(headerBuffer.value, oneBuffer.value);
}

function plain(value: number | null, unit: 'count' | 'bytes', from: Setting['from']): Setting {
  return { value, unit, written: null, meant: inWords(value, unit), from };
}
