import { readAccessLine } from '../../syntax/lines/nginx-access.ts';
import type { LogFormat } from '../../syntax/lines/log-format.ts';
import { accessRequest, routeOf } from '../access/request.ts';
import type { AccessStatistics } from '../access/statistics.ts';
import type { KeptLine } from '../streamed.ts';

const MOST_ROUTES = 1000;
const LONGEST = 2048;

/** One line of each route, because a route's name must be taken from a redacted line. */
export class RouteLines {
  readonly formats: readonly LogFormat[];
  readonly #lines = new Map<string, KeptLine>();

  constructor(formats: readonly LogFormat[]) {
    this.formats = formats;
  }

  /** @returns null when the line is no request */
  routeIn(text: string): string | null {
    const fields = readAccessLine(text, this.formats);
    const request = fields === null ? null : accessRequest(fields);
    return request === null ? null : routeOf(request.uri);
  }

  saw(text: string, line: number): void {
    if (this.#lines.size >= MOST_ROUTES) return;
    const route = this.routeIn(text);
    if (route !== null && !this.#lines.has(route)) this.#lines.set(route, { line, text: text.slice(0, LONGEST) });
  }

  /** Lines of the routes that will be named. */
  of({ routes }: AccessStatistics): { readonly route: string; readonly kept: KeptLine }[] {
    const named = new Set([...routes.slowest, ...routes.failing].map(({ route }) => route));
    return [...this.#lines].filter(([route]) => named.has(route)).map(([route, kept]) => ({ route, kept }));
  }
}
