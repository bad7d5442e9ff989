import type { PlacedDirective } from '../include/placed.ts';
import { Level } from '../inherit/level.ts';
import { compilePattern, type Pattern } from '../pattern/pattern.ts';
import type { LocationRef } from '../request-path.ts';

export type Modifier = LocationRef['modifier'];

/** One `location` block with the locations nested in it. */
export interface LocationNode {
  readonly level: Level;
  readonly directive: PlacedDirective;
  readonly modifier: Modifier;
  readonly match: string;
  /** null for all but `~` and `~*`, and for patterns that cannot be read. */
  readonly pattern: Pattern | null;
  readonly nested: readonly LocationNode[];
}

const MODIFIERS: readonly Modifier[] = ['=', '^~', '~*', '~'];

/** Arguments of `location` as `ngx_http_core_location` reads them: the modifier may stand in front without a blank. */
export function parseLocation(args: readonly string[]): { modifier: Modifier; match: string } {
  const [first = '', second] = args;
  if (second !== undefined) {
    const modifier = MODIFIERS.find((each) => each === first) ?? '';
    return { modifier, match: second };
  }
  const modifier = first.startsWith('@') ? '@' : (MODIFIERS.find((each) => first.startsWith(each)) ?? '');
  return { modifier, match: modifier === '@' ? first : first.slice(modifier.length) };
}

/** The locations right in a server or location. */
export function locationsOf(level: Level): LocationNode[] {
  return level.block.named('location').map((directive) => {
    const inside = new Level('location', level, directive);
    const { modifier, match } = parseLocation(directive.args);
    const pattern = modifier.startsWith('~') ? compilePattern(match, modifier === '~*') : null;
    return { level: inside, directive, modifier, match, pattern, nested: locationsOf(inside) };
  });
}

/** As people write it: `location ~ \.php$`. */
export function labelOf(modifier: Modifier, match: string): string {
  return modifier === '' || modifier === '@' ? `location ${match}` : `location ${modifier} ${match}`;
}
