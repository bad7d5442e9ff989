import { isCidr } from '../address.ts';
import { compileValue } from '../complex-value.ts';
import { parseCount, parseSize, parseTime } from '../../quantity.ts';
import { after, allValues, invalidParameter, invalidValue, type Setter, type SetterTable } from './setter.ts';

const addHeader: Setter = (call, judgement) => {
  if (!judgement.value(call, 2)) return;
  const always = call.args[2];
  if (always !== undefined && always !== 'always') invalidParameter(call, judgement, 3);
};

const ONE_DAY = 24 * 60 * 60;

const expires: Setter = (call, judgement) => {
  const modified = call.args.length === 2;
  if (modified && call.args[0] !== 'modified') {
    invalidValue(call, judgement);
    return;
  }
  const word = call.args.length;
  const text = call.args.at(-1) ?? '';
  if (!judgement.value(call, word) || compileValue(text).variables.length > 0) return;
  if (!modified && ['epoch', 'max', 'off'].includes(text)) return;
  const daily = text.startsWith('@');
  if (daily && modified) {
    const message = '"expires" directive daily time cannot be used with "modified" parameter';
    judgement.object(call.directive, message, word);
    return;
  }
  const time = parseTime(/^[@+-]/.test(text) ? text.slice(1) : text, 's');
  if (time === null) invalidValue(call, judgement, word);
  else if (daily && time > ONE_DAY) {
    judgement.object(call.directive, '"expires" directive daily time value must be less than 24 hours', word);
  }
};

const accessRule: Setter = (call, judgement) => {
  const [address = ''] = call.args;
  if (address !== 'all' && address !== 'unix:' && !isCidr(address)) invalidParameter(call, judgement, 1);
};

const realIpFrom: Setter = (call, judgement) => {
  const [address = ''] = call.args;
  if (address === 'unix:' || isCidr(address)) return;
  // A name is resolved while the configuration is read; it is assumed to exist. An address with a mask is no name.
  if (address === '' || address.includes('/')) {
    judgement.object(call.directive, `host not found in set_real_ip_from "${address}"`, 1);
  }
};

const subFilter: Setter = (call, judgement) => {
  if (call.args[0] === '') judgement.object(call.directive, 'empty search pattern', 1);
  else allValues(call, judgement);
};

const validReferers: Setter = (call, judgement) => {
  const keys = (call.block.notes.get('referers') as Set<string> | undefined) ?? new Set<string>();
  call.block.notes.set('referers', keys);
  for (const [at, referer] of call.args.entries()) {
    if (referer === '') {
      judgement.object(call.directive, 'invalid referer ""', at + 1);
      return;
    }
    if (['none', 'blocked', 'server_names'].includes(referer)) continue;
    if (referer.startsWith('~')) {
      if (referer === '~') judgement.object(call.directive, 'empty regex in "~"', at + 1);
      else if (!judgement.regex(call, at + 1, referer.slice(1))) return;
      continue;
    }
    const slash = referer.indexOf('/');
    const host = (slash === -1 ? referer : referer.slice(0, slash)).toLowerCase();
    if (keys.has(host)) {
      judgement.object(call.directive, `conflicting parameter "${host}"`, at + 1);
      return;
    }
    const stars = host.split('*').length - 1;
    const wildcard = host.startsWith('*.') || host.endsWith('.*');
    if (stars > 1 || (stars === 1 && !wildcard) || host.includes('..')) {
      judgement.object(call.directive, `invalid hostname or wildcard "${host}"`, at + 1);
      return;
    }
    keys.add(host);
  }
};

const authRequestSet: Setter = (call, judgement) => {
  const [target = ''] = call.args;
  if (!target.startsWith('$') || target === '$') {
    judgement.object(call.directive, `invalid variable name "${target}"`, 1);
    return;
  }
  judgement.defineVariable(call, target.slice(1), 1);
  judgement.value(call, 2);
};

const mirror: Setter = (call, judgement) => {
  const { notes } = call.block;
  const state = notes.get('mirror');
  const off = call.args[0] === 'off';
  if (state === 'off' || (off && state !== undefined)) judgement.duplicate(call);
  notes.set('mirror', off ? 'off' : 'on');
};

const userIdExpires: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  if (text !== 'max' && text !== 'off' && parseTime(text, 's') === null) invalidValue(call, judgement);
};

const userIdMark: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  if (text === 'off' || /^[0-9A-Za-z=]$/.test(text)) return;
  judgement.object(call.directive, '"userid_mark" directive value must be "off" or a single letter, digit or "="', 1);
};

const charset: Setter = (call, judgement) => {
  const [name = ''] = call.args;
  if (name.startsWith('$')) judgement.useVariable(call, name.slice(1).toLowerCase(), 1);
};

const BROWSERS = ['msie', 'gecko', 'opera', 'safari', 'konqueror'];

const modernBrowser: Setter = (call, judgement) => {
  const [browser = '', version] = call.args;
  if (version === undefined) {
    if (browser !== 'unlisted')
      judgement.object(call.directive, `"modern_browser" needs a version for "${browser}"`, 1);
  } else if (!BROWSERS.includes(browser)) {
    judgement.object(call.directive, `unknown browser name "${browser}"`, 1);
  } else if (!/^\d{1,4}(?:\.\d{1,4}){0,3}\.?$/.test(version)) {
    judgement.object(call.directive, `invalid browser version "${version}"`, 2);
  }
};

const DAV_WHO = ['user', 'group', 'all'];

/** `dav_access`, `*_store_access` (`ngx_conf_set_access_slot`). */
const access: Setter = (call, judgement) => {
  for (const [at, parameter] of call.args.entries()) {
    const [who = '', mode = ''] = parameter.split(':', 2);
    if (DAV_WHO.includes(who) && (mode === 'rw' || mode === 'r')) continue;
    judgement.object(call.directive, `invalid value "${parameter}"`, at + 1);
    return;
  }
};

/** Digits of a file's name that may become folders. */
const DEEPEST_PATH = 10;

/** `*_temp_path PATH [level1 [level2 [level3]]]` (`ngx_conf_set_path_slot`). */
const path: Setter = (call, judgement) => {
  let total = 0;
  for (const [at, level] of call.args.entries()) {
    if (at === 0) continue;
    const number = parseCount(level) ?? 0;
    total += number;
    if (number > 0 && total <= DEEPEST_PATH) continue;
    invalidValue(call, judgement, at + 1);
    return;
  }
};

const predicate: Setter = (call, judgement) => {
  allValues(call, judgement);
};

const complexSize: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  if (!judgement.value(call, 1) || compileValue(text).variables.length > 0) return;
  if (parseSize(text) === null) judgement.object(call.directive, `"${call.name}" directive invalid value`, 1);
};

const IMAGE_OPERATIONS: Readonly<Record<string, number>> = { off: 1, test: 1, size: 1, rotate: 2, resize: 3, crop: 3 };

const imageFilter: Setter = (call, judgement) => {
  const [operation = '', ...sizes] = call.args;
  const words = IMAGE_OPERATIONS[operation];
  if (words === undefined || words !== call.args.length) {
    invalidParameter(call, judgement, 1);
    return;
  }
  for (const [at, size] of sizes.entries()) {
    if (!judgement.value(call, at + 2)) return;
    const known =
      compileValue(size).variables.length > 0 ||
      (operation === 'rotate' ? ['90', '180', '270'].includes(size) : size === '-' || (parseCount(size) ?? 0) > 0);
    if (!known) {
      invalidParameter(call, judgement, at + 2);
      return;
    }
  }
};

const gunzipStatic: Setter = (call, judgement) => {
  const [text = ''] = call.args;
  if (after(text, '$') !== null) judgement.value(call, 1);
};

/** Only the value is compiled, and only when a server inherits it. */
const setHeader: Setter = (call, judgement) => {
  judgement.value(call, call.args.length);
};

/** Setters of the content and filter modules. */
export const CONTENT_SETTERS: SetterTable = {
  add_header: addHeader,
  add_trailer: addHeader,
  proxy_set_header: setHeader,
  grpc_set_header: setHeader,
  proxy_set_body: setHeader,
  expires,
  allow: accessRule,
  deny: accessRule,
  set_real_ip_from: realIpFrom,
  sub_filter: subFilter,
  valid_referers: validReferers,
  auth_request_set: authRequestSet,
  auth_basic_user_file: allValues,
  mirror,
  userid_expires: userIdExpires,
  userid_mark: userIdMark,
  charset,
  source_charset: charset,
  override_charset: gunzipStatic,
  modern_browser: modernBrowser,
  image_filter: imageFilter,
};

/** Setters that several directives share, by the type of the fact. */
export const SHARED_CONTENT_SETTERS: SetterTable = {
  predicate,
  complex: allValues,
  'complex-size': complexSize,
  access,
  path,
};
