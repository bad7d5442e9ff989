import { parseAddress } from '../address.ts';
import { compileValue } from '../complex-value.ts';
import { parseCount, parseOffset, parseTime } from '../../quantity.ts';
import { logLevels, readSyslog } from './logging.ts';
import { after, allValues, invalidParameter, invalidValue, type Setter, type SetterTable } from './setter.ts';

const errorLog: Setter = (call, judgement) => {
  if ((call.args[0] ?? '').startsWith('syslog:') && !readSyslog(call, judgement)) return;
  logLevels(call, judgement);
};

const rootOrAlias: Setter = (call, judgement) => {
  const [path = ''] = call.args;
  const other = call.name === 'root' ? 'alias' : 'root';
  if (call.block.own.has(other)) {
    const message = `"${call.name}" directive is duplicate, "${other}" directive was specified earlier`;
    judgement.object(call.directive, message);
    return;
  }
  if (call.name === 'alias' && call.block.location?.kind === 'named') {
    judgement.object(call.directive, 'the "alias" directive cannot be used inside the named location');
    return;
  }
  const forbidden = /\$\{?(document_root|realpath_root)/.exec(path)?.[1];
  if (forbidden !== undefined) {
    judgement.object(call.directive, `the $${forbidden} variable cannot be used in the "${call.name}" directive`, 1);
    return;
  }
  judgement.value(call, 1, call.name === 'root' && path.endsWith('/') ? path.slice(0, -1) : path);
};

const errorPage: Setter = (call, judgement) => {
  const { args } = call;
  const answer = args.at(-2) ?? '';
  let codes = args.length - 1;
  if (answer.startsWith('=')) {
    codes--;
    if (codes === 0 || (answer.length > 1 && parseCount(answer.slice(1)) === null)) {
      judgement.object(call.directive, `invalid value "${answer}"`, args.length - 1);
      return;
    }
  }
  if (!judgement.value(call, args.length)) return;
  for (let at = 0; at < codes; at++) {
    const text = args[at] ?? '';
    const code = parseCount(text);
    if (code === null || code === 499) {
      judgement.object(call.directive, `invalid value "${text}"`, at + 1);
      return;
    }
    if (code < 300 || code > 599) {
      judgement.object(call.directive, `value "${text}" must be between 300 and 599`, at + 1);
      return;
    }
  }
};

const aio: Setter = (call, judgement) => {
  const [mode = ''] = call.args;
  if (mode === 'off' || mode === 'threads') return;
  const pool = after(mode, 'threads=');
  if (mode === 'on') {
    judgement.object(call.directive, '"aio on" is unsupported on this platform', 1);
  } else if (pool === null) {
    invalidValue(call, judgement);
  } else if (judgement.value(call, 1, pool) && compileValue(pool).variables.length === 0) {
    judgement.threadPools.set(pool, judgement.use(call, pool, 1));
  }
};

const directio: Setter = (call, judgement) => {
  const [size = ''] = call.args;
  if (size !== 'off' && parseOffset(size) === null) invalidValue(call, judgement);
};

const openFileCache: Setter = (call, judgement) => {
  let off = false;
  let max = 0;
  for (const [at, parameter] of call.args.entries()) {
    const count = after(parameter, 'max=');
    const inactive = after(parameter, 'inactive=');
    if (count !== null) max = parseCount(count) ?? 0;
    if (parameter === 'off') off = true;
    else if (count === null ? inactive === null || parseTime(inactive, 's') === null : max === 0) {
      judgement.object(call.directive, `invalid "open_file_cache" parameter "${parameter}"`, at + 1);
      return;
    }
  }
  if (!off && max === 0) judgement.object(call.directive, '"open_file_cache" must have the "max" parameter');
};

const keepaliveTimeout: Setter = (call, judgement) => {
  const [timeout = '', header] = call.args;
  if (parseTime(timeout, 'ms') === null) invalidValue(call, judgement);
  else if (header !== undefined && parseTime(header, 's') === null) invalidValue(call, judgement, 2);
};

/** `resolver` of every module (`ngx_resolver_create`). */
const resolver: Setter = (call, judgement) => {
  let servers = 0;
  const families = new Map<string, boolean>();
  for (const [at, parameter] of call.args.entries()) {
    const valid = after(parameter, 'valid=');
    const family = /^(ipv[46])=(.{0,4})/.exec(parameter);
    const knowsIpv4 = judgement.version >= 1_023_001;
    if (valid !== null) {
      if (parseTime(valid, 's') === null) {
        judgement.object(call.directive, `invalid parameter: ${parameter}`, at + 1);
        return;
      }
    } else if (family !== null && (family[1] === 'ipv6' || knowsIpv4)) {
      const [whole, name = '', value = ''] = family;
      if (whole !== parameter || (value !== 'on' && value !== 'off')) {
        judgement.object(call.directive, `invalid parameter: ${parameter}`, at + 1);
        return;
      }
      families.set(name, value === 'on');
    } else if (parameter.includes('=')) {
      judgement.object(call.directive, `host not found in resolver "${parameter}"`, at + 1);
      return;
    } else {
      const reading = parseAddress(parameter, { defaultPort: 53 });
      if ('problem' in reading) {
        judgement.object(call.directive, `${reading.problem} in resolver "${parameter}"`, at + 1);
        return;
      }
      servers++;
    }
  }
  if (families.get('ipv4') === false && families.get('ipv6') === false) {
    judgement.object(call.directive, '"ipv4" and "ipv6" cannot both be "off"');
  } else if (servers === 0) {
    judgement.object(call.directive, 'no name servers defined');
  }
};

const disableSymlinks: Setter = (call, judgement) => {
  let mode: string | null = null;
  let from: string | null = null;
  for (const [at, parameter] of call.args.entries()) {
    if (['off', 'on', 'if_not_owner'].includes(parameter)) mode = parameter;
    else if (parameter.startsWith('from=')) {
      from = parameter.slice(5);
      if (!judgement.value(call, at + 1, from)) return;
    } else {
      invalidParameter(call, judgement, at + 1);
      return;
    }
  }
  if (mode === null) {
    judgement.object(call.directive, '"disable_symlinks" must have "off", "on" or "if_not_owner" parameter');
  } else if (call.args.length === 2 && from === null) {
    judgement.object(call.directive, `duplicate parameters "${call.args.join(' ')}"`);
  } else if (from !== null && mode === 'off') {
    judgement.object(call.directive, '"from=" cannot be used with "off" parameter');
  }
};

const serverName: Setter = (call, judgement) => {
  const names = judgement.serverNames.get(call.block) ?? [];
  judgement.serverNames.set(call.block, names);
  for (const [at, name] of call.args.entries()) {
    names.push({ name, use: call.directive });
    const star = name.startsWith('*') && (name.length < 3 || name.charAt(1) !== '.');
    if (star || name === '.') {
      judgement.object(call.directive, `server name "${name}" is invalid`, at + 1);
      return;
    }
    if (name.startsWith('~')) {
      if (name === '~') judgement.object(call.directive, 'empty regex in server name "~"', at + 1);
      else if (!judgement.regex(call, at + 1, name.slice(1))) return;
    }
  }
};

/** `ngx_hash_add_key`: a leading dot or `*.`, or a trailing `.*`, but not both; no other star and no two dots in a row. */
export function isBadWildcard(name: string): boolean {
  if (name.includes('..')) return true;
  const star = name.indexOf('*');
  if (star === -1) return false;
  if (name.indexOf('*', star + 1) !== -1) return true;
  return !(name.startsWith('*.') || name.endsWith('.*')) || name.length < 3;
}

const tryFiles: Setter = (call, judgement) => {
  allValues(call, judgement);
  const last = call.args.at(-1) ?? '';
  if (!last.startsWith('=')) return;
  const code = parseCount(last.slice(1));
  if (code === null || code > 999) judgement.object(call.directive, `invalid code "${last}"`, call.args.length);
};

const index: Setter = (call, judgement) => {
  for (const [at, name] of call.args.entries()) {
    if (name === '') {
      judgement.object(call.directive, 'index "" in "index" directive is invalid', at + 1);
      return;
    }
    if (!judgement.value(call, at + 1)) return;
  }
};

const gzipDisable: Setter = (call, judgement) => {
  for (const [at, pattern] of call.args.entries()) {
    if (pattern !== 'msie6' && !judgement.regex(call, at + 1, pattern)) return;
  }
};

const METHODS = `GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH`.split(' ');

const limitExcept: Setter = (call, judgement) => {
  const known = judgement.version >= 1_021_001 ? [...METHODS, 'CONNECT'] : METHODS;
  const wrong = call.args.findIndex((method) => !known.includes(method.toUpperCase()));
  if (wrong !== -1) judgement.object(call.directive, `invalid method "${call.args[wrong] ?? ''}"`, wrong + 1);
};

/** Setters of `ngx_http_core_module.c` and the small modules around it. */
export const CORE_SETTERS: SetterTable = {
  error_log: errorLog,
  root: rootOrAlias,
  alias: rootOrAlias,
  error_page: errorPage,
  aio,
  directio,
  open_file_cache: openFileCache,
  keepalive_timeout: keepaliveTimeout,
  resolver,
  disable_symlinks: disableSymlinks,
  server_name: serverName,
  try_files: tryFiles,
  index,
  gzip_disable: gzipDisable,
  limit_except: limitExcept,
};
