import type { IniFile } from '../../syntax/ini/tree.ts';
import { directoryOf } from '../include/find-files.ts';
import type { PlacedDirective } from '../include/placed.ts';
import { isSpecialSection, isUserIni } from '../php-layers.ts';
import { phpLimits } from '../php-limits-for.ts';
import type { PhpLimits } from '../php-limits.ts';
import type { Pool } from '../pool.ts';
import type { LimitReader } from './read.ts';

/** Where a request enters PHP. */
interface PhpDoor {
  readonly pool: Pool | null;
  readonly fastcgiParams: readonly PlacedDirective[];
  readonly scriptFilename: string | null;
  readonly host: string | null;
}

export type PhpBehind = (door: PhpDoor) => PhpLimits | null;

const OVERRIDES = new Set(['PHP_VALUE', 'PHP_ADMIN_VALUE']);

/** PHP's limits behind a door, worked out once for all doors that are alike; null when nothing of PHP was pasted. */
export function phpBehind(iniFiles: readonly IniFile[], reader: LimitReader): PhpBehind {
  // Only sections for paths and hosts and `.user.ini` ask who is asking.
  const isAsked = iniFiles.some(
    (file) => isUserIni(file) || file.nodes.some((node) => node.kind === 'section' && isSpecialSection(node.name)),
  );
  const known = new Map<Pool | null, Map<string, PhpLimits>>();
  return ({ pool, fastcgiParams, scriptFilename, host }) => {
    if (pool === null && iniFiles.length === 0) return null;
    const params = fastcgiParams.filter(({ args }) => OVERRIDES.has(args[0] ?? ''));
    const places = params.map(({ node, file }) => `${file.path}:${node.start}`);
    const asking = isAsked ? [directoryOf(scriptFilename ?? ''), host ?? ''] : [];
    const key = [...asking, ...places].join('\n');
    const ofPool = known.get(pool) ?? new Map<string, PhpLimits>();
    known.set(pool, ofPool);
    let limits = ofPool.get(key);
    if (limits === undefined) {
      const overrides = params.map((each) => ({
        name: each.args[0] ?? '',
        value: each.args[1] ?? '',
        from: reader.writtenAt(each, 2, 3),
      }));
      limits = phpLimits(pool, iniFiles, overrides, { scriptFilename, host });
      ofPool.set(key, limits);
    }
    return limits;
  };
}
