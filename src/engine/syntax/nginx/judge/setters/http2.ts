import { parseCount } from '../../quantity.ts';
import { isFlag } from '../slots.ts';
import type { Setter, SetterTable } from './setter.ts';

/** Server push went with nginx 1.25.1; since then these are read over with a warning. */
const PUSH_ENDED = 1_025_001;

const push: Setter = (call, judgement) => {
  if (judgement.version >= PUSH_ENDED) return;
  const { notes } = call.block;
  const state = notes.get('http2_push');
  if (call.args[0] === 'off') {
    if (state === 'uri')
      judgement.object(call.directive, '"http2_push" directive "off" parameter cannot be used with URI');
    else if (state === 'off') judgement.duplicate(call);
    notes.set('http2_push', 'off');
  } else if (state === 'off') {
    judgement.object(call.directive, '"http2_push" directive URI cannot be used with "off" parameter');
  } else {
    notes.set('http2_push', 'uri');
    judgement.value(call, 1);
  }
};

const pushes: Setter = (call, judgement) => {
  if (judgement.version >= PUSH_ENDED || parseCount(call.args[0] ?? '') !== null) return;
  judgement.object(call.directive, '"http2_max_concurrent_pushes" directive invalid number', 1);
};

const preload: Setter = (call, judgement) => {
  const [value = ''] = call.args;
  if (judgement.version >= PUSH_ENDED || isFlag(value)) return;
  const message = `invalid value "${value}" in "http2_push_preload" directive, it must be "on" or "off"`;
  judgement.object(call.directive, message, 1);
};

/** Setters of `ngx_http_v2_module.c` that later versions turned into nothing. */
export const HTTP2_SETTERS: SetterTable = {
  http2_push: push,
  http2_max_concurrent_pushes: pushes,
  http2_push_preload: preload,
};
