import { fieldsOf } from '../patterns.ts';
import type { Fields } from '../ledger.ts';
import type { Signature } from '../signatures.ts';

export interface KernelStatement {
  readonly signature: Extract<Signature, `kernel.${string}`>;
  readonly fields: Fields;
}

const SEGFAULT = /^(?<process>[^[\s]+)\[(?<pid>\d{1,10})\]:? segfault at (?<fault>[0-9a-f]{1,16})/;
const TRAP = /^traps: (?<process>[^[\s]+)\[(?<pid>\d{1,10})\] (?<trap>general protection|trap|invalid opcode)/;
const FLOOD = /^(?:TCP: )?(?:request_sock_\w{1,10}: )?[Pp]ossible SYN flooding on port (\S{1,60}?)\.? /;
const AUDIT = /^(?:node=\S{1,90} )?(?:audit[:(]|type=\w|avc: )/;
const DENIED = /avc: {1,2}denied {1,2}\{ ([^{}]{1,60}) \}/;
const COMMAND = / comm="([^"]{1,60})"/;
const PORT = / (?:dest|src)=(\d{1,5})\b/;
const CLASS = / tclass=(\w{1,40})/;

/** `… error 6 in opcache.so[7f+1]` */
function libraryIn(body: string): string | undefined {
  const at = body.indexOf(' in ');
  const end = at === -1 ? -1 : body.indexOf('[', at);
  return end === -1 ? undefined : body.slice(at + 4, end).trim();
}

/** arch/x86/mm/fault.c, arch/x86/kernel/traps.c, net/ipv4/tcp_input.c, security/selinux/avc.c */
export function kernelStatement(body: string): KernelStatement | null {
  const fault = SEGFAULT.exec(body) ?? TRAP.exec(body);
  if (fault !== null) {
    const library = libraryIn(body);
    return { signature: 'kernel.segfault', fields: { ...fieldsOf(fault.groups), ...fieldsOf({ library }) } };
  }
  const flood = FLOOD.exec(body)?.[1];
  if (flood !== undefined)
    return { signature: 'kernel.syn-flood', fields: fieldsOf({ port: flood.split(':').at(-1) }) };
  const permission = AUDIT.test(body) ? DENIED.exec(body)?.[1] : undefined;
  if (permission === undefined) return null;
  const facts = {
    permission,
    process: COMMAND.exec(body)?.[1],
    port: PORT.exec(body)?.[1],
    class: CLASS.exec(body)?.[1],
  };
  return { signature: 'kernel.avc-denied', fields: fieldsOf(facts) };
}

/** The kernel's words stand at the beginning: a sentence that quotes them is no kernel message. */
const KILLED =
  /^(?:(?:Memory cgroup )?[Oo]ut of memory(?: \(\w{1,40}\))?: )?(?:Kill(?:ed)?|oom_reaper: reaped) process (\d{1,10})(?:, UID \d{1,10},)? \(([^)]{1,60})\)/;
const ANON = / anon-rss:(\d{1,14})kB/;

export interface Kill {
  readonly pid: number;
  readonly process: string;
  readonly cgroup: boolean;
  /** Anonymous memory of the victim, null where the line does not say. */
  readonly bytes: number | null;
}

/** mm/oom_kill.c, 3.x to 6.x: "Kill process" announces, "Killed process" reports. */
export function killOf(body: string): Kill | null {
  const match = KILLED.exec(body);
  if (match === null) return null;
  const anon = ANON.exec(body)?.[1];
  return {
    pid: Number(match[1]),
    process: match[2] ?? '',
    cgroup: body.includes('Memory cgroup out of memory'),
    bytes: anon === undefined ? null : Number(anon) * 1024,
  };
}

export interface Constraint {
  readonly cgroup: boolean;
  readonly unit: string;
}

const OLD_CGROUP = /^(?:Task in \S{1,200} killed as a result of limit of |memory: usage \d{1,14}kB, limit \d{1,14}kB)/;

/** The line before the kill: whether a cgroup's limit was the reason, and whose. */
export function constraintOf(body: string): Constraint | null {
  const constraint = /^oom-kill:constraint=(\w{1,40})/.exec(body)?.[1];
  if (constraint !== undefined) {
    return { cgroup: constraint === 'CONSTRAINT_MEMCG', unit: /,task_memcg=([^,]{1,300})/.exec(body)?.[1] ?? '' };
  }
  return OLD_CGROUP.test(body) ? { cgroup: true, unit: '' } : null;
}
