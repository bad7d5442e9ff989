import { accessFormatProblem } from './access-format.ts';
import { numberOf, textOf } from './pool-reading.ts';
import type { SectionReading } from './pool-reading.ts';

/** What FPM says of a pool, and the key whose line is to blame (the section's own when it is absent). */
export interface PoolComplaint {
  readonly key: string;
  readonly message: string;
}

interface PoolCheck {
  readonly key: string;
  /** FPM's words without the leading `[pool NAME] `, null when content. */
  readonly says: (pool: SectionReading, context: PoolContext) => string | null;
}

export interface PoolContext {
  /** Only a master that runs as root asks for `user`. */
  readonly root: boolean;
  readonly mechanism: string | null;
}

const PRIORITY_NOT_SET = 64;
const PATH_CHARACTERS = /^[A-Za-z0-9/_.~-]{0,4096}$/;

/** Every check of `fpm_conf_process_all_pools` that needs no look at the file system, in its order. */
const CHECKS: readonly PoolCheck[] = [
  {
    key: 'user',
    says: (pool, { root }) => (root && isAbsent(pool, 'user') ? 'user has not been defined' : null),
  },
  {
    key: 'listen',
    says: (pool) => (textOf(pool, 'listen') === '' ? 'no listen address have been defined!' : null),
  },
  {
    key: 'process.priority',
    says: (pool) => {
      const priority = numberOf(pool, 'process.priority');
      const set = priority !== null && pool.values.has('process.priority') && priority !== PRIORITY_NOT_SET;
      return set && (priority < -19 || priority > 20) ? 'process.priority must be included into [-19,20]' : null;
    },
  },
  {
    key: 'pm',
    says: (pool) => (isAbsent(pool, 'pm') ? 'the process manager is missing (static, dynamic or ondemand)' : null),
  },
  {
    key: 'pm.max_children',
    says: (pool) => (isBelow(pool, 'pm.max_children', 1) ? 'pm.max_children must be a positive value' : null),
  },
  spareCheck('pm.min_spare_servers'),
  spareCheck('pm.max_spare_servers'),
  {
    key: 'pm.max_spare_servers',
    says: withSpares((least, most, children) =>
      children >= 1 && (least > children || most > children)
        ? `pm.min_spare_servers(${least}) and pm.max_spare_servers(${most}) cannot be greater than pm.max_children(${children})`
        : null,
    ),
  },
  {
    key: 'pm.max_spare_servers',
    says: withSpares((least, most) =>
      most < least ? `pm.max_spare_servers(${most}) must not be less than pm.min_spare_servers(${least})` : null,
    ),
  },
  {
    key: 'pm.start_servers',
    says: withSpares((least, most, _children, start) =>
      start > 0 && least <= most && (start < least || start > most)
        ? `pm.start_servers(${start}) must not be less than pm.min_spare_servers(${least}) and not greater than pm.max_spare_servers(${most})`
        : null,
    ),
  },
  {
    key: 'pm.max_spawn_rate',
    says: (pool) =>
      pmIs(pool, 'dynamic') && isBelow(pool, 'pm.max_spawn_rate', 1)
        ? 'pm.max_spawn_rate must be a positive value'
        : null,
  },
  {
    key: 'pm',
    says: (pool, { mechanism }) =>
      pmIs(pool, 'ondemand') && (mechanism === 'poll' || mechanism === 'select')
        ? 'ondemand process manager can ONLY be used when events.mechanism is either epoll (Linux) or kqueue (*BSD).'
        : null,
  },
  {
    key: 'pm.process_idle_timeout',
    says: (pool) => {
      const idle = numberOf(pool, 'pm.process_idle_timeout');
      return pmIs(pool, 'ondemand') && idle !== null && idle < 1
        ? `pm.process_idle_timeout(${idle}s) must be greater than 0s`
        : null;
    },
  },
  {
    key: 'pm.status_path',
    says: (pool) => pathProblem(textOf(pool, 'pm.status_path'), 'status', textOf(pool, 'pm.status_listen') === ''),
  },
  { key: 'ping.path', says: (pool) => pathProblem(textOf(pool, 'ping.path'), 'ping', true) },
  {
    key: 'ping.response',
    says: (pool) =>
      textOf(pool, 'ping.path') && textOf(pool, 'ping.response') === ''
        ? "the ping response page '' is not long enough"
        : null,
  },
  {
    key: 'request_slowlog_timeout',
    says: (pool) =>
      hasNumber(pool, 'request_slowlog_timeout') ? slowlogProblem(pool, 'request_slowlog_timeout') : null,
  },
  {
    key: 'request_slowlog_timeout',
    says: (pool) => {
      const slow = numberOf(pool, 'request_slowlog_timeout');
      const terminate = numberOf(pool, 'request_terminate_timeout');
      return slow !== null && slow !== 0 && terminate !== null && terminate !== 0 && slow > terminate
        ? `'request_slowlog_timeout' (${slow}) can't be greater than 'request_terminate_timeout' (${terminate})`
        : null;
    },
  },
  {
    key: 'request_slowlog_trace_depth',
    says: (pool) =>
      hasNumber(pool, 'request_slowlog_trace_depth') ? slowlogProblem(pool, 'request_slowlog_trace_depth') : null,
  },
  {
    key: 'request_slowlog_trace_depth',
    says: (pool) => {
      const depth = numberOf(pool, 'request_slowlog_trace_depth');
      return depth !== null && depth < 0 ? `'request_slowlog_trace_depth' (${depth}) must be a positive value` : null;
    },
  },
  {
    key: 'access.log',
    says: (pool) =>
      pool.values.has('access.log') && textOf(pool, 'access.log') === ''
        ? 'failed to open access log (): No such file or directory (2)'
        : null,
  },
  {
    key: 'access.format',
    says: (pool) => {
      const format = textOf(pool, 'access.format');
      return textOf(pool, 'access.log') && format !== null && accessFormatProblem(format) !== null
        ? `wrong format for access.format '${format}'`
        : null;
    },
  },
];

export function checkAcrossKeys(pool: SectionReading, context: PoolContext): PoolComplaint[] {
  return CHECKS.flatMap(({ key, says }) => {
    const message = says(pool, context);
    return message === null ? [] : { key, message: `[pool ${pool.name ?? ''}] ${message}` };
  });
}

function isAbsent(pool: SectionReading, key: string): boolean {
  return !pool.values.has(key) && !pool.unclear.has(key) && !pool.includes;
}

function pmIs(pool: SectionReading, manager: string): boolean {
  return textOf(pool, 'pm') === manager;
}

function isBelow(pool: SectionReading, key: string, least: number): boolean {
  const value = numberOf(pool, key);
  return value !== null && value < least;
}

function hasNumber(pool: SectionReading, key: string): boolean {
  return pool.values.has(key) && numberOf(pool, key) !== 0;
}

function spareCheck(key: 'pm.min_spare_servers' | 'pm.max_spare_servers'): PoolCheck {
  return {
    key,
    says: (pool) => {
      const value = numberOf(pool, key);
      return pmIs(pool, 'dynamic') && value !== null && value <= 0 ? `${key}(${value}) must be a positive value` : null;
    },
  };
}

/** Checks that compare the spare limits run only where each is sane by itself. */
function withSpares(
  says: (least: number, most: number, children: number, start: number) => string | null,
): PoolCheck['says'] {
  return (pool) => {
    const least = numberOf(pool, 'pm.min_spare_servers');
    const most = numberOf(pool, 'pm.max_spare_servers');
    const children = numberOf(pool, 'pm.max_children');
    if (!pmIs(pool, 'dynamic') || least === null || most === null || children === null || least <= 0 || most <= 0)
      return null;
    return says(least, most, children, numberOf(pool, 'pm.start_servers') ?? 0);
  };
}

function pathProblem(path: string | null, name: string, mustBeLong: boolean): string | null {
  if (!path) return null;
  if (!path.startsWith('/')) return `the ${name} path '${path}' must start with a '/'`;
  if (mustBeLong && path.length < 2) return `the ${name} path '${path}' is not long enough`;
  if (PATH_CHARACTERS.test(path)) return null;
  return `the ${name} path '${path}' must contain only the following characters '[alphanum]/_-.~'`;
}

function slowlogProblem(pool: SectionReading, key: string): string | null {
  return textOf(pool, 'slowlog') === '' ? `'slowlog' must be specified for use with '${key}'` : null;
}
