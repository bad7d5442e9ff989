import { defaultSetting, withValue } from './pool-settings.ts';
import { findFpmKey } from '../syntax/ini/fpm-values.ts';
import { isPhpBefore } from '../syntax/ini/php-version.ts';
import type { Setting } from './setting.ts';

const SPARE_KEYS = ['pm.start_servers', 'pm.min_spare_servers', 'pm.max_spare_servers'] as const;

/**
 * Values that FPM computes from others after reading (`fpm_conf_process_all_pools`):
 * start servers between the spare limits, none of them under ondemand, `pong`, the log format.
 */
export function derivedSettings(settings: Record<string, Setting>, version: string): void {
  const pm = settings['pm']?.value;
  const [start, least, most] = SPARE_KEYS.map((key) => settings[key]);
  if (start && least && most) {
    if (pm === 'dynamic' && isNumber(start) && isNumber(least) && isNumber(most) && start.value <= 0) {
      settings['pm.start_servers'] = withValue(start, least.value + Math.trunc((most.value - least.value) / 2));
    }
    if (pm === 'ondemand') for (const key of SPARE_KEYS) clear(settings, key, 0);
  }
  if (settings['ping.path']?.value === '') clear(settings, 'ping.response', '');
  if (settings['access.log']?.value === '' && settings['access.format']?.written === null)
    clear(settings, 'access.format', '');
  const depth = settings['request_slowlog_trace_depth'];
  const standard = findFpmKey('pool', 'request_slowlog_trace_depth');
  if (depth?.value === 0 && standard) {
    settings['request_slowlog_trace_depth'] = withValue(depth, defaultSetting(standard, version).value ?? 20);
  }
  const backlog = settings['listen.backlog'];
  if (pm === 'ondemand' && isPhpBefore(version, '8.2') && backlog && isNumber(backlog) && backlog.value < 511) {
    settings['listen.backlog'] = withValue(backlog, 511);
  }
}

function isNumber(setting: Setting): setting is Setting<number> & { readonly value: number } {
  return typeof setting.value === 'number';
}

function clear(settings: Record<string, Setting>, key: string, value: number | string): void {
  const setting = settings[key];
  if (setting && setting.value !== null) settings[key] = withValue(setting, value);
}
