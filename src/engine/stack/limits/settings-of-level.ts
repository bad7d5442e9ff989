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

/** Every nginx limit that bears on a request which ends at `level`, by directive name. */
export function settingsOfLevel(
  level: Level | null,
  processes: ProcessLevels,
  protocol: PassProtocol | null,
  reader: LimitReader,
): Settings {
  const settings: Settings = {};
  const add = (limits: readonly Limit[], at: Level | null): void => {
    for (const limit of limits) settings[limit.name] = reader.read(limit, at);
  };
  for (const limit of [...MAIN_LIMITS, ...EVENTS_LIMITS]) {
    settings[limit.name] =
      processes.main === null
        ? unknownSetting(limit, 'nginx.conf was not pasted')
        : reader.read(limit, EVENTS_LIMITS.includes(limit) ? processes.events : processes.main);
  }
  add(CLIENT_LIMITS, level);
  if (protocol === null) return settings;
  add(UPSTREAM_LIMITS[protocol], level);
  if (`${protocol}_buffers` in settings) addBuffers(settings, protocol, level, reader);
  return settings;
}

/** The pair as two numbers, and the sizes nginx derives from it when nobody wrote them. */
function addBuffers(settings: Settings, protocol: PassProtocol, level: Level | null, reader: LimitReader): void {
  const name = `${protocol}_buffers`;
  const found = level?.find(name) ?? { kind: 'absent' };
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
  for (const derived of [`${protocol}_busy_buffers_size`, `${protocol}_temp_file_write_size`]) {
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
