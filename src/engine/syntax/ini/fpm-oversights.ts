import { accessFormatProblem } from './access-format.ts';
import { blame } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { findPhpDirective, readPhpValue } from './php-values.ts';
import { textOf } from './pool-reading.ts';
import type { SectionReading } from './pool-reading.ts';
import { readFpmBoolean } from './quantity.ts';
import type { IniEntry } from './tree.ts';

const HIGHEST_PORT = 65_535;
/** A socket's path must fit `sockaddr_un`; FPM cuts it silently (`fpm_sockets.c`). */
const LONGEST_SOCKET_PATH = 107;

type Oversight = (value: string, pool: SectionReading) => string | null;

/** What `php-fpm -t` accepts and what then fails, or is not what was meant. */
const OVERSIGHTS: Readonly<Record<string, Oversight | undefined>> = {
  listen: listenOversight,
  'listen.mode': (value) =>
    value === '' || /^[0-7]{3,4}$/.test(value) ? null : `listen.mode is octal, as 0660; '${value}' is not`,
  'listen.allowed_clients': (value) => {
    const wrong = value.split(/[,\s]/).find((address) => address !== '' && !isAddress(address));
    return wrong === undefined ? null : `'${wrong}' is no IP address; PHP-FPM drops it from listen.allowed_clients`;
  },
  'ping.path': (value) =>
    value === ''
      ? 'an empty ping.path keeps every worker from starting: ping is set () but ping.response is not set'
      : null,
  'access.format': (value, pool) => (textOf(pool, 'access.log') === '' ? accessFormatProblem(value) : null),
};

export function findOversights(pool: SectionReading): Complaint[] {
  const found: Complaint[] = [];
  for (const [key, { value, entry }] of pool.values) {
    const says = OVERSIGHTS[key];
    const message = says && typeof value === 'string' ? says(value, pool) : null;
    if (message !== null) found.push(blame(entry, 'warning', message));
    else if (typeof value === 'string' && / #/.test(value)) found.push(blame(entry, 'warning', hashMessage(key)));
  }
  return [...found, ...pool.entries.flatMap(phpValueOversight)];
}

function hashMessage(key: string): string {
  return `# begins no comment: it and what follows are part of ${key}; comments begin with ;`;
}

function listenOversight(value: string): string | null {
  if (/ #/.test(value)) return hashMessage('listen');
  if (value.startsWith('unix:')) return `'${value}' is no socket path to PHP-FPM: write it without unix:`;
  if (value.includes(':') || /^[0-9]+$/.test(value)) {
    const port = value.slice(value.lastIndexOf(':') + 1);
    return /^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= HIGHEST_PORT
      ? null
      : `'${port}' is no port`;
  }
  return value.length > LONGEST_SOCKET_PATH ? `a socket path has at most ${LONGEST_SOCKET_PATH} bytes` : null;
}

function isAddress(text: string): boolean {
  if (text === 'any') return true;
  const parts = text.split('.');
  if (parts.length === 4) return parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) <= 255);
  return /^[0-9a-f:.]{2,45}$/i.test(text) && text.includes(':');
}

/** `php_admin_value[memory_limit] = 512MB` passes `-t`, and PHP refuses or misreads it in every worker. */
function phpValueOversight(entry: IniEntry): Complaint | [] {
  if (entry.subscript === null || entry.value === null || !/^php_(admin_)?(value|flag)$/.test(entry.key)) return [];
  const directive = findPhpDirective(entry.subscript);
  if (!directive || entry.value.includes('${')) return [];
  if (entry.key.endsWith('flag') && readFpmBoolean(entry.value).value !== null) return [];
  const reading = readPhpValue(directive, entry.value);
  const message = reading.refused ?? reading.warning;
  return message === null ? [] : blame(entry, 'warning', message, reading.corrected);
}

/** Pools that want one address under two names: `9000` beside `127.0.0.1:9000`. FPM compares the texts only. */
export function findSharedPorts(pools: readonly SectionReading[]): Complaint[] {
  const seen = new Map<string, { readonly pool: SectionReading; readonly address: string }>();
  return pools.flatMap((pool) => {
    const address = textOf(pool, 'listen');
    const entry = pool.values.get('listen')?.entry;
    const port =
      address === null
        ? null
        : /^(?:|0\.0\.0\.0:|127\.0\.0\.1:|\[::\]:|\[::1\]:|localhost:)([0-9]{1,5})$/.exec(address)?.[1];
    if (!port || !entry || address === null) return [];
    const other = seen.get(port);
    seen.set(port, other ?? { pool, address });
    if (!other || other.address === address) return [];
    return blame(entry, 'warning', `pool '${other.pool.name ?? ''}' listens on port ${port} too`);
  });
}
