import type { Level } from '../inherit/level.ts';
import type { Setting } from '../setting.ts';
import type { LimitReader } from './read.ts';

/** User of the worker processes (directive `user`); `nobody` is what nginx is built with unless told otherwise. */
export function nginxUser(main: Level | null, reader: LimitReader): Setting<string> {
  const found = main?.find('user');
  if (found?.kind === 'written') {
    const value = found.directive.args[0] ?? '';
    const words = found.directive.node.words.slice(1).map((word) => word.raw);
    return {
      value,
      unit: 'text',
      written: words.join(' '),
      meant: value,
      from: reader.writtenAt(found.directive, 1, 3),
    };
  }
  if (found?.kind === 'absent') {
    return { value: 'nobody', unit: 'text', written: null, meant: 'nobody', from: reader.fromDefault() };
  }
  const unknown = found === undefined ? 'nginx.conf was not pasted' : `include ${found.include.pattern} was not pasted`;
  return { value: null, unit: 'text', written: null, meant: 'unknown', from: { unknown } };
}
