import {
  parseBuffers,
  parseCount,
  parseFlag,
  parseMilliseconds,
  parseOffset,
  parseSize,
} from '../../syntax/nginx/quantity.ts';
import type { PlacedDirective } from '../include/placed.ts';
import { addedHeaders } from '../inherit/headers.ts';
import type { Level } from '../inherit/level.ts';
import { isAtLeast } from '../nginx-version.ts';
import type { Setting, SettingValue, WrittenAt } from '../setting.ts';
import type { Sources } from '../sources.ts';
import { UNIT_OF, type Limit, type LimitType } from './limit.ts';
import { inWords } from './words.ts';

const READ: Readonly<Record<LimitType, (args: readonly string[]) => SettingValue | null>> = {
  time: ([first = '']) => secondsOf(first),
  size: ([first = '']) => parseSize(first),
  offset: ([first = '']) => parseOffset(first),
  count: ([first = '']) => parseCount(first),
  flag: ([first = '']) => parseFlag(first),
  text: (args) => args.join(' '),
  list: (args) => args.join(' '),
  processes: ([first = '']) => parseCount(first),
  buffers: ([number = '', size = '']) => (parseBuffers(number, size) ? `${number} ${size}` : null),
};

/** Turns directives into Settings; keeps what it made, since a value at http level bears on every location. */
export class LimitReader {
  readonly version: string;
  readonly #sources: Sources;
  readonly #cores: number | null;
  readonly #written = new Map<PlacedDirective, Setting>();
  readonly #defaults = new Map<Limit, Setting>();

  /** @param cores of the host, null when not known */
  constructor(version: string, cores: number | null, sources: Sources) {
    this.#cores = cores;
    this.version = version;
    this.#sources = sources;
  }

  /** The limit as it holds at a level. */
  read(limit: Limit, level: Level | null): Setting {
    if (limit.type === 'list' && level !== null) return this.#list(limit, level);
    const found = level?.find(limit.name);
    if (found?.kind === 'written') return this.#remembered(limit, found.directive);
    return found?.kind === 'unknown'
      ? unknownSetting(limit, `include ${found.include.pattern} was not pasted`)
      : this.defaultOf(limit);
  }

  /** One word of a directive as a setting of its own. */
  word(directive: PlacedDirective, index: number, type: LimitType): Setting {
    return this.#setting(type, directive, index, index + 1);
  }

  /** The span of a list is that of its first directive. */
  #list(limit: Limit, level: Level): Setting {
    const { directives, complete } = limit.name === 'add_header' ? addedHeaders(level) : level.list(limit.name);
    const [first] = directives;
    if (first === undefined) {
      return complete ? this.defaultOf(limit) : unknownSetting(limit, 'an include was not pasted');
    }
    const value = directives.map(({ args }) => args.join(' ')).join('\n');
    const written = directives
      .map(({ node }) =>
        node.words
          .slice(1)
          .map((word) => word.raw)
          .join(' '),
      )
      .join('\n');
    return { value, unit: 'text', written, meant: value, from: this.writtenAt(first, 1, first.node.words.length) };
  }

  #remembered(limit: Limit, directive: PlacedDirective): Setting {
    let setting = this.#written.get(directive);
    if (setting === undefined) {
      setting = this.#setting(limit.type, directive, 1, directive.node.words.length);
      this.#written.set(directive, setting);
    }
    return setting;
  }

  #setting(type: LimitType, directive: PlacedDirective, first: number, end: number): Setting {
    const unit = UNIT_OF[type];
    const args = directive.args.slice(first - 1, end - 1);
    const isAuto = type === 'processes' && args[0] === 'auto';
    const value = isAuto ? this.#cores : READ[type](args);
    const written = directive.node.words.slice(first, end).map((word) => word.raw);
    return {
      value,
      unit,
      written: written.join(' '),
      meant: isAuto ? 'one for each core' : value === null ? 'nginx refuses this value' : inWords(value, unit),
      from: this.writtenAt(directive, first, end),
    };
  }

  /** Span of the words `[first, end)`; of the name when there are none. */
  writtenAt(directive: PlacedDirective, first: number, end: number): WrittenAt {
    const words = directive.node.words;
    const from = words[first] ?? words[0];
    const last = words[Math.min(end, words.length) - 1] ?? from;
    const start = from?.start ?? directive.node.start;
    return {
      ...this.#sources.placeOf(directive.file.path, start),
      start,
      end: last === undefined ? start : last.start + last.raw.length,
    };
  }

  defaultOf(limit: Limit): Setting {
    let setting = this.#defaults.get(limit);
    if (setting === undefined) this.#defaults.set(limit, (setting = this.#makeDefault(limit)));
    return setting;
  }

  #makeDefault(limit: Limit): Setting {
    const { since } = limit;
    const text = since && isAtLeast(this.version, since.version) ? since.default : limit.default;
    const unit = UNIT_OF[limit.type];
    const value = text === null ? (UNIT_OF[limit.type] === 'text' ? '' : null) : READ[limit.type](text.split(' '));
    return {
      value,
      unit,
      written: null,
      meant: text === null ? 'not set' : inWords(value, unit),
      from: this.fromDefault(),
    };
  }

  fromDefault(): { readonly default: string } {
    return { default: `default of nginx ${this.version}` };
  }
}

export function unknownSetting(limit: Limit, why: string): Setting {
  return {
    value: null,
    unit: UNIT_OF[limit.type],
    written: null,
    meant: 'unknown',
    from: { unknown: why },
  };
}

function secondsOf(text: string): number | null {
  const milliseconds = parseMilliseconds(text);
  return milliseconds === null ? null : milliseconds / 1000;
}
