import { hostFacts } from '../plan/host-facts.ts';
import { longestRequest } from '../plan/longest-request.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { numberOf } from '../plan/values.ts';
import { isWritten } from '../stack/setting.ts';
import { replaceWritten, setGlobalKey } from './edits.ts';
import { placeOf, placeOfEvent } from './places.ts';
import type { Rule, RuleDocs } from './rule.ts';

/** A closed connection this close to a reload belongs to it, in seconds. */
const SAME_MOMENT = 2;

export const docs: RuleDocs = {
  title: 'A reload of PHP-FPM kills requests in flight',
  why:
    'With process_control_timeout = 0 (the default) a reload ends the workers at once: nginx answers 502, and php-fpm.log shows nothing but ' +
    '"Reloading in progress". With at least the longest request no request is lost, but new ones wait until the old workers are done. ' +
    'The reload that brings the value in still kills: drain first, or accept it once. A restart kills whatever the value.',
  source: 'fpm_process_ctl.c (fpm_pctl)',
};

export const processControlTimeout: Rule = {
  name: 'process-control-timeout',
  messages: {
    killed:
      'A reload of PHP-FPM ended requests in flight: process_control_timeout is {current} s; {planned} s lets the longest request finish.',
    'not-here':
      'A reload of PHP-FPM ended requests in flight: set process_control_timeout = {planned}s in [global] of php-fpm.conf, which is not in the paste.',
  },
  check({ stack, evidence }) {
    const reloads = eventsOf(evidence, ['fpm.reloading', 'fpm.emergency-restart']);
    const closed = eventsOf(evidence, [
      'nginx.reset-before-header',
      'nginx.eof-before-header',
      'access.502-closed-before-header',
    ]);
    const event = reloads.find(({ at }) =>
      closed.some((one) => at === null || one.at === null || Math.abs(one.at - at) <= SAME_MOMENT),
    );
    if (event === undefined || stack.pools.length === 0) return [];
    const setting = stack.pools[0]?.settings['process_control_timeout'];
    const current = numberOf(setting) ?? 0;
    const planned = Math.ceil(longestRequest(hostFacts(stack, evidence), evidence).seconds);
    if (current >= planned) return [];
    const edits =
      setting !== undefined && isWritten(setting)
        ? [replaceWritten(setting, `${String(planned)}s`)]
        : setGlobalKey(stack, 'process_control_timeout', `${String(planned)}s`);
    const place = placeOf(placeOfEvent(event), setting);
    const args = { current, planned };
    if (edits.length === 0) return [{ ...place, severity: 'error', code: 'not-here', args, fix: null }];
    return [{ ...place, severity: 'error', code: 'killed', args, fix: { safety: 'reload', edits } }];
  },
};
