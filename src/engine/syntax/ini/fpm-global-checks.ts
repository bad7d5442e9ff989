import { blame } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { numberOf, textOf } from './pool-reading.ts';
import type { SectionReading } from './pool-reading.ts';

/** `ZLOG_MIN_LIMIT` */
const LEAST_LOG_LIMIT = 512;
const PRIORITY_NOT_SET = 64;
/** On Linux (`fpm_event_pre_init`). */
const MECHANISMS = new Set(['epoll', 'poll', 'select']);

interface GlobalCheck {
  readonly key: string;
  readonly says: (global: SectionReading) => string | null;
}

/** The checks of `fpm_conf_post_process` on `[global]`. */
const CHECKS: readonly GlobalCheck[] = [
  {
    key: 'log_limit',
    says: (global) =>
      (numberOf(global, 'log_limit') ?? LEAST_LOG_LIMIT) < LEAST_LOG_LIMIT
        ? `log_limit must be greater than ${LEAST_LOG_LIMIT}`
        : null,
  },
  {
    key: 'process.max',
    says: (global) => ((numberOf(global, 'process.max') ?? 0) < 0 ? "process_max can't be negative" : null),
  },
  {
    key: 'process.priority',
    says: (global) => {
      const priority = numberOf(global, 'process.priority') ?? 0;
      return priority !== PRIORITY_NOT_SET && (priority < -19 || priority > 20)
        ? 'process.priority must be included into [-19,20]'
        : null;
    },
  },
  {
    key: 'events.mechanism',
    says: (global) => {
      const mechanism = textOf(global, 'events.mechanism') ?? '';
      return MECHANISMS.has(mechanism.toLowerCase())
        ? null
        : `event mechanism '${mechanism}' is not available on this system`;
    },
  },
];

export function checkGlobal(global: SectionReading): Complaint[] {
  return CHECKS.flatMap(({ key, says }) => {
    const entry = global.values.get(key)?.entry;
    const message = entry ? says(global) : null;
    return entry && message !== null ? blame(entry, 'error', message) : [];
  });
}
