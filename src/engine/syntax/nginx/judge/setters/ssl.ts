import { parseSize } from '../../quantity.ts';
import { parseCount, parseTime } from '../../quantity.ts';
import { after, allValues, invalidParameter, type Setter, type SetterTable } from './setter.ts';

/** `shared:name:size` → name and size; null when it is not of that form. */
function readShared(text: string): { name: string; size: number } | null {
  const [, name = '', sizeText = ''] = /^shared:([^:]{1,200}):(.{0,40})$/.exec(text) ?? [];
  const size = parseSize(sizeText);
  return name === '' || size === null ? null : { name, size };
}

const MINIMUM_CACHE = 8 * 4096;

const sessionCache: Setter = (call, judgement) => {
  for (const [at, parameter] of call.args.entries()) {
    if (['off', 'none', 'builtin'].includes(parameter)) continue;
    const builtin = after(parameter, 'builtin:');
    if (builtin !== null && parseCount(builtin) !== null) continue;
    const shared = readShared(parameter);
    if (shared === null) {
      judgement.object(call.directive, `invalid session cache "${parameter}"`, at + 1);
      return;
    }
    if (shared.size < MINIMUM_CACHE) {
      judgement.object(call.directive, `session cache "${parameter}" is too small`, at + 1);
      return;
    }
    if (!judgement.zone(call, shared.name, `${call.world} ssl`, shared.size, at + 1)) return;
  }
};

const ocspCache: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  if (text === 'off') return;
  const shared = readShared(text);
  if (shared === null) judgement.object(call.directive, `invalid OCSP cache "${text}"`, 1);
  else if (shared.size < MINIMUM_CACHE) judgement.object(call.directive, `OCSP cache "${text}" is too small`, 1);
  else judgement.zone(call, shared.name, `${call.world} ocsp`, shared.size, 1);
};

const certificateCache: Setter = (call, judgement) => {
  let max = 0;
  let off = false;
  for (const [at, parameter] of call.args.entries()) {
    const count = after(parameter, 'max=');
    const time = after(parameter, 'inactive=') ?? after(parameter, 'valid=');
    if (count !== null && (parseCount(count) ?? 0) > 0) max = parseCount(count) ?? 0;
    else if (parameter === 'off') off = true;
    else if (time === null || parseTime(time, 's') === null) {
      invalidParameter(call, judgement, at + 1);
      return;
    }
  }
  if (!off && max === 0) judgement.object(call.directive, `"${call.name}" must have the "max" parameter`);
};

/** Setters of the three ssl modules; certificates and keys are assumed to exist. */
export const SSL_SETTERS: SetterTable = {
  ssl_session_cache: sessionCache,
  ssl_ocsp_cache: ocspCache,
  ssl_certificate_cache: certificateCache,
  proxy_ssl_certificate_cache: certificateCache,
  grpc_ssl_certificate_cache: certificateCache,
  uwsgi_ssl_certificate_cache: certificateCache,
  ssl_certificate: allValues,
  ssl_certificate_key: allValues,
};
