import { parseAddress } from '../address.ts';
import { compileValue } from '../complex-value.ts';
import type { Call, Judgement } from '../judgement.ts';
import { parseCount, parseOffset, parseSize, parseTime } from '../../quantity.ts';
import { readRegex } from '../regex.ts';
import { after, allValues, invalidParameter, type Setter, type SetterTable } from './setter.ts';
import { passTo } from './upstream.ts';

const URI_REFUSED =
  '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block';

const proxyPass: Setter = (call, judgement) => {
  const [url = ''] = call.args;
  if (url.includes('$')) {
    judgement.value(call, 1);
    return;
  }
  const lower = url.toLowerCase();
  const https = lower.startsWith('https://');
  if (!https && !lower.startsWith('http://')) {
    judgement.object(call.directive, 'invalid URL prefix', 1);
    return;
  }
  const uri = passTo(call, judgement, url.slice(https ? 8 : 7), https ? 443 : 80, true);
  const kind = call.block.location?.kind;
  const nameless = call.block.kind === 'j' || call.block.kind === 'x' || kind === 'regex' || kind === 'named';
  if (uri !== null && uri !== '' && nameless) judgement.object(call.directive, URI_REFUSED, 1);
};

const grpcPass: Setter = (call, judgement) => {
  const [url = ''] = call.args;
  if (url.includes('$')) {
    judgement.value(call, 1);
    return;
  }
  const scheme = /^grpcs?:\/\//i.exec(url)?.[0] ?? '';
  passTo(call, judgement, url.slice(scheme.length), 0, false);
};

/** `fastcgi_pass`, `uwsgi_pass`, `scgi_pass`, `memcached_pass`. */
const plainPass: Setter = (call, judgement) => {
  const [target = ''] = call.args;
  if (call.name === 'memcached_pass') judgement.useVariable(call, 'memcached_key', 0);
  if (target.includes('$') && call.name !== 'memcached_pass') {
    judgement.value(call, 1);
    return;
  }
  const secure = call.name === 'uwsgi_pass' ? (/^s?uwsgi:\/\//i.exec(target)?.[0] ?? '') : '';
  passTo(call, judgement, target.slice(secure.length), 0, false);
};

/** A pattern that is a regex after `~`, else a value. */
function patternOrValue(call: Call, judgement: Judgement, word: number, text: string): boolean {
  if (!text.startsWith('~')) return judgement.value(call, word, text);
  return judgement.regex(call, word, text.slice(text.startsWith('~*') ? 2 : 1));
}

const proxyRedirect: Setter = (call, judgement) => {
  const [from = '', to] = call.args;
  const { notes, own } = call.block;
  if (notes.get('proxy_redirect') === 'off') {
    judgement.duplicate(call);
    return;
  }
  if (to !== undefined) {
    notes.set('proxy_redirect', 'on');
    if (patternOrValue(call, judgement, 1, from)) judgement.value(call, 2, to);
    return;
  }
  if (from === 'off') {
    if (notes.has('proxy_redirect')) judgement.duplicate(call);
    notes.set('proxy_redirect', 'off');
    return;
  }
  if (from !== 'default') {
    invalidParameter(call, judgement, 1);
    return;
  }
  notes.set('proxy_redirect', 'on');
  const pass = own.get('proxy_pass')?.words[1]?.value;
  if (pass === undefined) {
    const message = '"proxy_redirect default" should be placed after the "proxy_pass" directive';
    judgement.object(call.directive, message);
  } else if (pass.includes('$')) {
    const message = '"proxy_redirect default" cannot be used with "proxy_pass" directive with variables';
    judgement.object(call.directive, message);
  }
};

const proxyCookie: Setter = (call, judgement) => {
  const [first = '', ...values] = call.args;
  const { notes } = call.block;
  const state = notes.get(call.name);
  if (state === 'off') {
    judgement.duplicate(call);
    return;
  }
  if (values.length === 0) {
    if (first !== 'off') invalidParameter(call, judgement, 1);
    else if (state !== undefined) judgement.duplicate(call);
    notes.set(call.name, 'off');
    return;
  }
  notes.set(call.name, 'on');
  if (!patternOrValue(call, judgement, 1, first)) return;
  if (call.name === 'proxy_cookie_flags') judgeCookieFlags(call, judgement, values);
  else judgement.value(call, 2);
};

const COOKIE_FLAG = /^(?:no)?(?:secure|httponly)$|^samesite(?:=(?:strict|lax|none))?$|^nosamesite$/i;

function judgeCookieFlags(call: Call, judgement: Judgement, flags: readonly string[]): void {
  for (const [at, flag] of flags.entries()) {
    if (!judgement.value(call, at + 2, flag)) return;
    if (compileValue(flag).variables.length === 0 && !COOKIE_FLAG.test(flag) && judgement.version < 1_020_000) {
      judgement.object(call.directive, `invalid parameter "${flag}"`, at + 2);
      return;
    }
  }
}

const cache: Setter = (call, judgement) => {
  const [zone = ''] = call.args;
  const protocol = call.name.slice(0, -'_cache'.length);
  if (zone === 'off') return;
  const store = call.block.own.get(`${protocol}_store`)?.words[1]?.value;
  if (store !== undefined && store !== 'off') {
    judgement.object(call.directive, `"${call.name}" directive is incompatible with "${protocol}_store"`);
    return;
  }
  if (!judgement.value(call, 1) || zone.includes('$')) return;
  judgement.zone(call, zone, `${protocol} cache`, null, 1);
};

const store: Setter = (call, judgement) => {
  const [path = ''] = call.args;
  const protocol = call.name.slice(0, -'_store'.length);
  if (path === 'off') return;
  if (path === '' && judgement.version >= 1_027_000) {
    judgement.object(call.directive, 'empty path', 1);
    return;
  }
  const cacheZone = call.block.own.get(`${protocol}_cache`)?.words[1]?.value;
  if (cacheZone !== undefined && cacheZone !== 'off') {
    judgement.object(call.directive, `"${call.name}" directive is incompatible with "${protocol}_cache"`);
    return;
  }
  if (path !== 'on') judgement.value(call, 1);
};

const CACHE_NUMBERS: Readonly<Record<string, (text: string) => boolean>> = {
  inactive: (text) => parseTime(text, 's') !== null,
  max_size: (text) => parseOffset(text) !== null,
  min_free: (text) => parseOffset(text) !== null,
  loader_files: (text) => parseCount(text) !== null,
  loader_sleep: (text) => parseTime(text, 'ms') !== null,
  loader_threshold: (text) => parseTime(text, 'ms') !== null,
  manager_files: (text) => parseCount(text) !== null,
  manager_sleep: (text) => parseTime(text, 'ms') !== null,
  manager_threshold: (text) => parseTime(text, 'ms') !== null,
};
/** nginx wants two pages, and its slab allocator fails with less than three. */
const MINIMUM_KEYS = 3 * 4096;

const cachePath: Setter = (call, judgement) => {
  const [, ...parameters] = call.args;
  const protocol = call.name.slice(0, -'_cache_path'.length);
  let zone = false;
  for (const [at, parameter] of parameters.entries()) {
    const word = at + 2;
    const keys = after(parameter, 'keys_zone=');
    const levels = after(parameter, 'levels=');
    const temp = after(parameter, 'use_temp_path=');
    const refuse = (message: string): void => {
      judgement.object(call.directive, message, word);
    };
    if (keys !== null) {
      const colon = keys.indexOf(':');
      const size = colon === -1 ? null : parseSize(keys.slice(colon + 1));
      if (size === null) {
        refuse(`invalid keys zone size "${parameter}"`);
        return;
      }
      if (size < MINIMUM_KEYS) {
        refuse(`keys zone "${parameter}" is too small`);
        return;
      }
      zone = colon > 0;
      if (zone) {
        const name = keys.slice(0, colon);
        const defined = judgement.zones.get(name);
        if (defined?.owner === `${protocol} cache` && defined.size !== null) {
          refuse(`duplicate zone "${name}"`);
          return;
        }
        if (!judgement.zone(call, name, `${protocol} cache`, size, word)) return;
      }
      continue;
    }
    if (levels !== null) {
      if (/^[12](?::[12]){0,2}$/.test(levels)) continue;
      refuse(`invalid "levels" "${parameter}"`);
      return;
    }
    if (temp !== null) {
      if (temp === 'on' || temp === 'off') continue;
      refuse(`invalid use_temp_path value "${parameter}", it must be "on" or "off"`);
      return;
    }
    const equals = parameter.indexOf('=');
    const name = parameter.slice(0, Math.max(equals, 0));
    const valid = CACHE_NUMBERS[name];
    if (valid === undefined) {
      invalidParameter(call, judgement, word);
      return;
    }
    if (!valid(parameter.slice(equals + 1))) {
      refuse(`invalid ${name} value "${parameter}"`);
      return;
    }
  }
  if (!zone) judgement.object(call.directive, `"${call.name}" must have "keys_zone" parameter`);
};

const cacheValid: Setter = (call, judgement) => {
  const codes = call.args.slice(0, -1);
  const time = call.args.at(-1) ?? '';
  if (parseTime(time, 's') === null) {
    judgement.object(call.directive, `invalid time value "${time}"`, call.args.length);
    return;
  }
  const wrong = codes.findIndex((code) => {
    const status = parseCount(code) ?? 0;
    return code !== 'any' && (status < 100 || status > 599);
  });
  if (wrong !== -1) judgement.object(call.directive, `invalid status "${codes[wrong] ?? ''}"`, wrong + 1);
};

const param: Setter = (call, judgement) => {
  const condition = call.args[2];
  if (condition !== undefined && condition !== 'if_not_empty') invalidParameter(call, judgement, 3);
  else judgement.value(call, 2);
};

/** `*_bind`: an address of this host, perhaps with a port, or `off`. */
const bind: Setter = (call, judgement) => {
  const [address = '', transparent] = call.args;
  if (address === 'off' && transparent === undefined) return;
  if (!judgement.value(call, 1)) return;
  if (!address.includes('$')) {
    const reading = parseAddress(address);
    const bound = 'address' in reading && (reading.address.family === 'inet' || reading.address.family === 'inet6');
    const bare = 'problem' in parseAddress(`[${address}]`) ? null : address;
    const bracketed = address.startsWith('[') && !/:\d{1,5}$/.test(address) && judgement.version < 1_025_000;
    if ((!bound && bare === null) || bracketed) {
      judgement.object(call.directive, `invalid address "${address}"`, 1);
      return;
    }
  }
  if (transparent !== undefined && transparent !== 'transparent') invalidParameter(call, judgement, 2);
};

const splitPathInfo: Setter = (call, judgement) => {
  const [pattern = ''] = call.args;
  const { captures, problem } = readRegex(pattern);
  if (problem !== null) {
    judgement.object(call.directive, `pcre2_compile() failed: ${problem} in "${pattern}"`, 1);
  } else if (captures !== 2) {
    judgement.object(call.directive, `pattern "${pattern}" must have 2 captures`, 1);
  }
};

const PROTOCOLS = ['fastcgi', 'proxy', 'uwsgi', 'scgi'];

/** Setters of the upstream protocols (`ngx_http_upstream.c`, `ngx_http_file_cache.c` and each module). */
export const PROXY_SETTERS: SetterTable = {
  proxy_pass: proxyPass,
  grpc_pass: grpcPass,
  fastcgi_pass: plainPass,
  uwsgi_pass: plainPass,
  scgi_pass: plainPass,
  memcached_pass: plainPass,
  tunnel_pass: allValues,
  proxy_redirect: proxyRedirect,
  proxy_cookie_path: proxyCookie,
  proxy_cookie_domain: proxyCookie,
  proxy_cookie_flags: proxyCookie,
  fastcgi_split_path_info: splitPathInfo,
  ...Object.fromEntries(
    PROTOCOLS.flatMap((protocol) => [
      [`${protocol}_cache`, cache],
      [`${protocol}_store`, store],
      [`${protocol}_cache_key`, allValues],
    ]),
  ),
};

/** Setters that several directives share, by the type of the fact. */
export const SHARED_SETTERS: SetterTable = {
  'cache-path': cachePath,
  'cache-valid': cacheValid,
  param,
  bind,
};
