import { parseAddress } from '../address.ts';
import { compileValue } from '../complex-value.ts';
import type { Call, Judgement } from '../judgement.ts';
import { parseCount, parseSize, parseTime } from '../../quantity.ts';
import { after, invalidParameter, type Setter, type SetterTable } from './setter.ts';

const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];
const DEBUG_LEVELS = [
  'debug_core',
  'debug_alloc',
  'debug_mutex',
  'debug_event',
  'debug_http',
  'debug_mail',
  'debug_stream',
];
const FACILITIES =
  `kern user mail daemon auth intern lpr news uucp clock authpriv ftp ntp audit alert cron local0 local1
local2 local3 local4 local5 local6 local7`.split(/\s/);
const SEVERITIES = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'];

/** Levels of an `error_log` (`ngx_log_set_levels`). */
export function logLevels(call: Call, judgement: Judgement): void {
  let chosen: 'none' | 'level' | 'debug' = 'none';
  for (const [at, level] of call.args.entries()) {
    if (at === 0) continue;
    if (LEVELS.includes(level)) {
      if (chosen !== 'none') {
        judgement.object(call.directive, `duplicate log level "${level}"`, at + 1);
        return;
      }
      chosen = 'level';
    } else if (DEBUG_LEVELS.includes(level) && chosen !== 'level') {
      chosen = 'debug';
    } else {
      judgement.object(call.directive, `invalid log level "${level}"`, at + 1);
      return;
    }
  }
}

/** `syslog:server=…,facility=…` (`ngx_syslog_parse_args`); false when nginx refuses it. */
export function readSyslog(call: Call, judgement: Judgement): boolean {
  const problem = syslogProblem((call.args[0] ?? '').slice('syslog:'.length));
  if (problem === null) return true;
  judgement.object(call.directive, problem, 1);
  return false;
}

function syslogProblem(text: string): string | null {
  const seen = new Set<string>();
  for (const parameter of text.split(',')) {
    const equals = parameter.indexOf('=');
    const key = equals === -1 ? parameter : parameter.slice(0, equals);
    const value = parameter.slice(equals + 1);
    if (key === 'nohostname' && equals === -1) continue;
    if (equals === -1 || !['server', 'facility', 'severity', 'tag'].includes(key)) {
      return `unknown syslog parameter "${parameter}"`;
    }
    if (seen.has(key)) return `duplicate syslog "${key}"`;
    seen.add(key);
    if (key === 'server') {
      const reading = parseAddress(value, { defaultPort: 514 });
      if ('problem' in reading) return `${reading.problem} in syslog server "${value}"`;
    }
    if (key === 'facility' && !FACILITIES.includes(value)) return `unknown syslog facility "${value}"`;
    if (key === 'severity' && !SEVERITIES.includes(value)) return `unknown syslog severity "${value}"`;
    if (key === 'tag' && value.length > 32) return 'syslog tag length exceeds 32';
    if (key === 'tag' && !/^\w{0,32}$/.test(value)) {
      return 'syslog "tag" only allows alphanumeric characters and underscore';
    }
  }
  return seen.has('server') ? null : 'no syslog server specified';
}

const logFormat: Setter = (call, judgement) => {
  const [name = '', ...pieces] = call.args;
  const { logFormats } = judgement.names(call.world);
  if (logFormats.has(name) && name !== 'combined') {
    judgement.object(call.directive, `duplicate "log_format" name "${name}"`, 1);
    return;
  }
  if (name === 'combined') {
    judgement.object(call.directive, 'duplicate "log_format" name "combined"', 1);
    return;
  }
  logFormats.add(name);
  for (const [at, piece] of pieces.entries()) {
    const escape = at === 0 ? after(piece, 'escape=') : null;
    if (escape !== null) {
      if (['json', 'none', 'default'].includes(escape)) continue;
      judgement.object(call.directive, `unknown log format escaping "${escape}"`, 2);
      return;
    }
    if (!formatPiece(call, judgement, at + 2, piece)) return;
  }
};

/** In a log format `$1` is no capture but a variable of that name. */
function formatPiece(call: Call, judgement: Judgement, word: number, piece: string): boolean {
  const { variables, problem } = compileValue(piece);
  if (problem !== null) {
    const message = problem === 'invalid variable name' ? `invalid parameter "${piece}"` : problem;
    judgement.object(call.directive, message, word);
    return false;
  }
  for (const name of variables) judgement.useVariable(call, name, word);
  const capture = /\$\{?([1-9])/.exec(piece)?.[1];
  if (capture !== undefined) judgement.useVariable(call, capture, word);
  return true;
}

const accessLog: Setter = (call, judgement) => {
  const [target = '', format, ...parameters] = call.args;
  if (target === 'off') {
    if (call.args.length > 1) invalidParameter(call, judgement, 2);
    return;
  }
  const syslog = target.startsWith('syslog:');
  if (syslog ? !readSyslog(call, judgement) : !judgement.value(call, 1)) return;
  const known = [...judgement.names(call.world).logFormats].map((name) => name.toLowerCase());
  const wanted = format ?? (call.world === 'http' ? 'combined' : null);
  if (wanted === null) {
    judgement.object(call.directive, 'log format is not specified');
    return;
  }
  if (!known.includes(wanted.toLowerCase()) && !judgement.includesMissing) {
    judgement.object(call.directive, `unknown log format "${wanted}"`, 2);
    return;
  }
  let size = 0;
  let flush = 0;
  for (const [at, parameter] of parameters.entries()) {
    const word = at + 3;
    const buffer = after(parameter, 'buffer=');
    const time = after(parameter, 'flush=');
    const condition = after(parameter, 'if=');
    if (buffer !== null) {
      size = parseSize(buffer) ?? 0;
      if (size === 0) {
        judgement.object(call.directive, `invalid buffer size "${buffer}"`, word);
        return;
      }
    } else if (time !== null) {
      flush = parseTime(time, 'ms') ?? 0;
      if (flush === 0) {
        judgement.object(call.directive, `invalid flush time "${time}"`, word);
        return;
      }
    } else if (parameter === 'gzip' || parameter.startsWith('gzip=')) {
      size = size === 0 ? 64 * 1024 : size;
      const level = parameter === 'gzip' ? 1 : (parseCount(parameter.slice(5)) ?? 0);
      if (level < 1 || level > 9) {
        judgement.object(call.directive, `invalid compression level "${parameter.slice(5)}"`, word);
        return;
      }
    } else if (condition !== null) {
      if (!judgement.value(call, word, condition)) return;
    } else {
      invalidParameter(call, judgement, word);
      return;
    }
  }
  if (flush !== 0 && size === 0) {
    judgement.object(call.directive, `no buffer is defined for access_log "${target}"`);
  } else if (size !== 0 && syslog) {
    judgement.object(call.directive, 'logs to syslog cannot be buffered', 1);
  } else if (size !== 0 && compileValue(target).variables.length > 0) {
    judgement.object(call.directive, 'buffered logs cannot have variables in name', 1);
  }
};

const openLogFileCache: Setter = (call, judgement) => {
  let off = false;
  let max = 0;
  for (const [at, parameter] of call.args.entries()) {
    const count = after(parameter, 'max=') ?? after(parameter, 'min_uses=');
    const time = after(parameter, 'inactive=') ?? after(parameter, 'valid=');
    if (parameter === 'off') off = true;
    else if (count === null ? time === null || parseTime(time, 's') === null : parseCount(count) === null) {
      judgement.object(call.directive, `invalid "open_log_file_cache" parameter "${parameter}"`, at + 1);
      return;
    }
    if (parameter.startsWith('max=')) max = parseCount(parameter.slice(4)) ?? 0;
  }
  if (!off && max === 0) judgement.object(call.directive, '"open_log_file_cache" must have "max" parameter');
};

/** Setters of `ngx_http_log_module.c` and its stream twin. */
export const LOG_SETTERS: SetterTable = {
  log_format: logFormat,
  access_log: accessLog,
  open_log_file_cache: openLogFileCache,
};
