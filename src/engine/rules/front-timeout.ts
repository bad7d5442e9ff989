import { readTimeoutName, readTimeoutSetting } from '../plan/current-limits.ts';
import { numberOf } from '../plan/values.ts';
import { isWritten } from '../stack/setting.ts';
import { setForPath } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'The balancer in front gives up before nginx',
  why:
    'Whoever waits longest must stand in front: with a balancer’s timeout at or below nginx’s read timeout the client gets the balancer’s own ' +
    '502 or 504, and nginx logs 499 or nothing.',
  source: 'ngx_http_upstream.c (client abort); the balancer’s idle timeout as stated',
};

export const frontTimeout: Rule = {
  name: 'front-timeout',
  messages: {
    lower:
      '{name} of {location} is {current} s, not below the balancer’s {front} s; {planned} s still covers the longest request.',
    'raise-front':
      'The balancer gives up after {front} s, but requests may take {longest} s: raise its timeout above {planned} s. No setting here cures that.',
  },
  check({ stack, plan }) {
    const front = stack.host.frontTimeoutSeconds;
    if (front === null) return [];
    return stack.paths.flatMap((path, at): RawFinding[] => {
      const planned = plan.paths[at];
      const name = readTimeoutName(path);
      const setting = readTimeoutSetting(path);
      const current = numberOf(setting);
      if (planned?.readTimeout == null || name === null || current === null || current < front) return [];
      const place = placeOf(path.location ?? path.pass ?? { path: '', line: 1, column: 1 }, setting);
      const { seconds: longest, assumed } = planned.longestRequest;
      const args = { name, current, front, planned: planned.readTimeout, location: planned.location, longest };
      if (planned.readTimeout >= front) {
        return assumed ? [] : [{ ...place, severity: 'warning', code: 'raise-front', args, fix: null }];
      }
      const alike = new Set(stack.paths.filter((_, other) => plan.paths[other]?.readTimeout === planned.readTimeout));
      const edits = setForPath(stack, path, name, `${String(planned.readTimeout)}s`, alike);
      const written = setting !== undefined && isWritten(setting);
      return [
        { ...place, severity: written ? 'warning' : 'info', code: 'lower', args, fix: { safety: 'reload', edits } },
      ];
    });
  },
};
