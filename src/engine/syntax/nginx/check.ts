import type { Problem } from '../problem.ts';
import { parseNginx } from './parse.ts';

export type NginxContext = 'main' | 'events' | 'http' | 'server' | 'location' | 'upstream' | 'stream';

export interface CheckNginxOptions {
  /** Where the text would be included; inferred from its directives when omitted. */
  readonly context?: NginxContext;
  /** "1.22" when omitted. */
  readonly version?: string;
}

/** Would this nginx load the text? */
export function checkNginx(text: string, _options: CheckNginxOptions = {}): { accepted: boolean; problems: Problem[] } {
  const { problems } = parseNginx(text);
  return {
    accepted: problems.length === 0,
    problems: problems.map(({ message, line }) => ({ message, line, column: 1, directive: null, severity: 'error' })),
  };
}
