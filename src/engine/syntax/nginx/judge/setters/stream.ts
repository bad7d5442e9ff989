import { allValues, type Setter, type SetterTable } from './setter.ts';
import { set } from './rewrite.ts';
import { passTo } from './upstream.ts';

const proxyPass: Setter = (call, judgement) => {
  const [target = ''] = call.args;
  call.block.notes.set('handler', true);
  if (target.includes('$')) judgement.value(call, 1);
  else passTo(call, judgement, target, 0, false);
};

const pass: Setter = (call, judgement) => {
  call.block.notes.set('handler', true);
  judgement.value(call, 1);
};

const returns: Setter = (call, judgement) => {
  call.block.notes.set('handler', true);
  allValues(call, judgement);
};

/** Setters of the stream modules that differ from their http namesakes. */
export const STREAM_SETTERS: SetterTable = { proxy_pass: proxyPass, pass, return: returns, set };
