import { accessLogsIn, logFormatsIn, type LogFormat } from '../../syntax/lines/log-format.ts';

const MOST_FORMATS = 64;

/** The access-log formats of the pasted configs, by name, and which log writes which. */
export class LogFormats {
  readonly #formats = new Map<string, LogFormat>();
  readonly #logs = new Map<string, string>();

  add(config: string): void {
    for (const format of logFormatsIn(config))
      if (this.#formats.size < MOST_FORMATS) this.#formats.set(format.name, format);
    for (const [path, name] of accessLogsIn(config)) if (this.#logs.size < MOST_FORMATS) this.#logs.set(path, name);
  }

  /** All formats that a log may have: the one its path is given in the config first, then those that say the most. */
  of(path: string): readonly LogFormat[] {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const own = [...this.#logs].find(([log]) => log === path || log.slice(log.lastIndexOf('/') + 1) === file)?.[1];
    const rank = ({ name, variables }: LogFormat): number => variables.length + (name === own ? 1000 : 0);
    return [...this.#formats.values()].sort((a, b) => rank(b) - rank(a));
  }
}
