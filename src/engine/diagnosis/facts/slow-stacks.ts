import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';

/** What a worker was waiting for when its stack was taken. */
export type Wait = 'database' | 'http' | 'cache' | 'session' | 'file' | 'mail' | 'sleep' | 'lock' | 'exec';

/** PHP's blocking calls by the name of the innermost frame, in lower case; a prefix match. */
const CALLS: readonly (readonly [string, Wait])[] = [
  ['session_', 'session'],
  ['sessionhandler', 'session'],
  ['pdo', 'database'],
  ['mysqli', 'database'],
  ['mysql_', 'database'],
  ['pg_', 'database'],
  ['oci_', 'database'],
  ['odbc_', 'database'],
  ['sqlsrv_', 'database'],
  ['sqlite', 'database'],
  ['mongodb', 'database'],
  ['mongo', 'database'],
  ['ldap_', 'database'],
  ['curl_', 'http'],
  ['soapclient', 'http'],
  ['dosoaprequest', 'http'],
  ['__dorequest', 'http'],
  ['file_get_contents', 'http'],
  ['fsockopen', 'http'],
  ['pfsockopen', 'http'],
  ['stream_', 'http'],
  ['socket_', 'http'],
  ['gethostby', 'http'],
  ['dns_', 'http'],
  ['ssh2_', 'http'],
  ['ftp_', 'http'],
  ['redis', 'cache'],
  ['memcache', 'cache'],
  ['predis', 'cache'],
  ['mail', 'mail'],
  ['imap_', 'mail'],
  ['flock', 'lock'],
  ['sem_acquire', 'lock'],
  ['exec', 'exec'],
  ['shell_exec', 'exec'],
  ['proc_', 'exec'],
  ['system', 'exec'],
  ['passthru', 'exec'],
  ['fread', 'file'],
  ['fgets', 'file'],
  ['fopen', 'file'],
  ['fwrite', 'file'],
  ['readfile', 'file'],
  ['scandir', 'file'],
  ['glob', 'file'],
  ['sleep', 'sleep'],
  ['usleep', 'sleep'],
];

export interface StackAgreement {
  readonly wait: Wait;
  /** The call that the most stacks stand in: `PDOStatement->execute`. */
  readonly call: string;
  readonly events: readonly EvidenceEvent[];
  readonly stacks: number;
  /** Share of all stacks that stand in this kind of call: 0..1. */
  readonly share: number;
}

/** The kind of call in which the most slow-log stacks stand, or null when there are none or none is a known wait. */
export function stackAgreement(facts: Facts): StackAgreement | null {
  const stacks = facts.events('slow.stack', 'php.session-lock');
  const byWait = new Map<Wait, { call: string; event: EvidenceEvent }[]>();
  for (const event of stacks) {
    const call = innermost(event);
    const wait = event.signature === 'php.session-lock' ? 'session' : waitOf(call);
    if (wait !== null) byWait.set(wait, [...(byWait.get(wait) ?? []), { call, event }]);
  }
  const best = [...byWait.entries()].sort((a, b) => b[1].length - a[1].length)[0];
  if (best === undefined) return null;
  const [wait, members] = best;
  return {
    wait,
    call: members[0]?.call ?? '',
    events: members.map(({ event }) => event),
    stacks: stacks.length,
    share: members.length / stacks.length,
  };
}

/** Innermost frame: `[0x00007f0c] execute() /srv/app/Db.php:12` is the first line with an address. */
function innermost(event: EvidenceEvent): string {
  for (const name of ['call', 'function', 'frame'] as const) {
    const named = event.fields[name];
    if (typeof named === 'string' && named !== '') return named.replace(/\(\)$/, '');
  }
  const at = event.text.indexOf('[0x');
  if (at === -1) return '';
  const close = event.text.indexOf('] ', at);
  const paren = close === -1 ? -1 : event.text.indexOf('()', close);
  return paren === -1 ? '' : event.text.slice(close + 2, paren);
}

/** Methods are printed without their class by the tracer (`execute() …`); a few names are telling all the same. */
const METHODS: Readonly<Record<string, Wait>> = {
  execute: 'database',
  query: 'database',
  prepare: 'database',
  fetch: 'database',
  fetchall: 'database',
  real_connect: 'database',
  real_query: 'database',
  begintransaction: 'database',
  commit: 'database',
  connect: 'database',
  request: 'http',
  send: 'http',
};

function waitOf(call: string): Wait | null {
  const name = call.toLowerCase();
  const method = name.slice(Math.max(name.lastIndexOf('>'), name.lastIndexOf(':'), name.lastIndexOf('\\')) + 1);
  for (const [prefix, wait] of CALLS) if (name.startsWith(prefix) || method.startsWith(prefix)) return wait;
  return METHODS[method] ?? null;
}
