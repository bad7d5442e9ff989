import { FPM_MESSAGES, type FpmMessage } from '../../knowledge/log-messages-fpm.ts';
import type { FpmLogLine } from '../../syntax/lines/fpm-log.ts';
import type { Fields } from '../ledger.ts';
import { phpStatements } from '../php/classify.ts';
import type { Signature } from '../signatures.ts';

type FpmSignature = Extract<Signature, `fpm.${string}`>;

export interface FpmStatement {
  readonly signature: Signature;
  readonly fields: Fields;
}

const TABLE: readonly (FpmMessage & { readonly signature: FpmSignature })[] = FPM_MESSAGES;

const SETTING = /setting \((\d{1,10})\)/;
const BUSY = /spawning (\d{1,6}) children, there are (\d{1,6}) idle, and (\d{1,6}) total/;
const THRESHOLD = /threshold \((\d{1,6}) in (\d{1,8}) sec\)/;
const ADDRESS = /for address '([^']{1,200})'|already listen on (\S{1,200})/;
const ERRNO = /\((\d{1,3})\)$/;

function fieldsOf(line: FpmLogLine): Record<string, string | number> {
  const message = line.message.text;
  const setting = SETTING.exec(message);
  const busy = BUSY.exec(message);
  const threshold = THRESHOLD.exec(message);
  const address = ADDRESS.exec(message);
  const facts: Record<string, string | number | null | undefined> = {
    level: line.level,
    pool: line.pool?.text,
    pid: line.child,
    script: line.script?.text,
    request: line.request?.text,
    seconds: line.seconds,
    signal: line.signal,
    code: line.code,
    limit: setting?.[1] ?? threshold?.[1],
    pm: setting === null ? undefined : message.includes('pm.max_children') ? 'dynamic' : 'ondemand',
    spawning: busy?.[1],
    idle: busy?.[2],
    total: busy?.[3],
    within: threshold?.[2],
    address: address?.[1] ?? address?.[2],
    errno: ERRNO.exec(message)?.[1],
  };
  const fields: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(facts)) {
    if (value === undefined || value === null) continue;
    fields[name] = ['limit', 'spawning', 'idle', 'total', 'within', 'errno'].includes(name) ? Number(value) : value;
  }
  return fields;
}

const DISALLOWED = /Connection disallowed: IP address '([^']{1,80})'/;
/** zlog(…, "[%s:%d] …") of fpm_conf.c: an error at a line of a file is one of the configuration. */
const AT_LINE = /^\[\/[^\]]{1,200}\.conf:\d{1,6}\] /;
const NO_MEMORY = /mmap\(\) failed: \[12\]|^(?:"?)Out of memory|Cannot allocate memory/;

/** What a child wrote to its stderr: the pool's guard, the allocator, PHP, or just words. */
function said(text: string, fields: Record<string, string | number>): FpmStatement[] {
  const client = DISALLOWED.exec(text)?.[1];
  if (client !== undefined) return [{ signature: 'fpm.connection-disallowed', fields: { ...fields, client } }];
  if (NO_MEMORY.test(text)) return [{ signature: 'fpm.mmap-failed', fields }];
  const php = phpStatements(text);
  if (php.length > 0) return php.map(({ signature, fields: own }) => ({ signature, fields: { ...fields, ...own } }));
  return [{ signature: 'fpm.child-stderr', fields }];
}

/** Gives a record of php-fpm.log its name and typed facts; what a child said may be several statements. */
export function fpmStatements(line: FpmLogLine): FpmStatement[] {
  const fields = fieldsOf(line);
  const message = line.message.text;
  const row = TABLE.find(
    ({ starts, contains }) =>
      (starts === undefined || message.startsWith(starts)) && (contains === undefined || message.includes(contains)),
  );
  const named = row?.signature ?? 'fpm.other';
  // Of its configuration alone FPM speaks as an alert (fpm_conf.c).
  const refused =
    named === 'fpm.other' && (line.level === 'ALERT' || (line.level === 'ERROR' && AT_LINE.test(message)));
  const signature = refused ? 'fpm.config-error' : named;
  // A child whose stderr is the log itself speaks there in its own words.
  if (signature === 'fpm.other' && DISALLOWED.test(message)) return said(message, fields);
  return signature === 'fpm.child-stderr' && line.said !== null
    ? said(line.said.text, fields)
    : [{ signature, fields }];
}
