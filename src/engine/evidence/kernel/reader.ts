import { readEnvelope } from '../../syntax/lines/envelope.ts';
import { fieldsOf, recordSaid, wordingOf, type Wording } from '../patterns.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

/** mm/oom_kill.c (3.x to 6.x), arch/x86/mm/fault.c, arch/x86/kernel/traps.c, net/ipv4/tcp_input.c, security/selinux/avc.c */
const WORDINGS: readonly Wording[] = [
  {
    pattern:
      /(?<process>[\w.:@/+-]{1,40})\[(?<pid>\d{1,10})\]:? segfault at (?<fault>[0-9a-f]{1,16})(?:.{0,120}? in (?<library>[^\s[]{1,80}))?/,
    signature: 'kernel.segfault',
  },
  {
    pattern:
      /traps: (?<process>[\w.:@/+-]{1,40})\[(?<pid>\d{1,10})\] (?<trap>general protection|trap [\w ]{3,30}|invalid opcode)/,
    signature: 'kernel.segfault',
  },
  { pattern: /Possible SYN flooding on port (?:[\w.:[\]]{1,60}:)?(?<port>\d{1,5})/, signature: 'kernel.syn-flood' },
  {
    pattern:
      /avc: {1,2}denied {1,2}\{ (?<permission>[\w ]{1,60}) \}.{0,200}?comm="(?<process>[^"]{1,60})"(?:.{0,300}?(?:dest|src)=(?<port>\d{1,5}))?(?:.{0,600}?tclass=(?<class>\w{1,40}))?/,
    signature: 'kernel.avc-denied',
  },
];

const KILLED =
  /(?<cgroup>Memory cgroup out of memory: )?(?:Out of memory(?: \([^)]{1,40}\))?: )?Kill(?:ed)? process (?<pid>\d{1,10})(?:, UID \d{1,10},)? \((?<process>[^)]{1,60})\)(?:.{0,200}?anon-rss:(?<anonKb>\d{1,14})kB)?/;
const CONSTRAINT =
  /oom-kill:constraint=(?<constraint>\w{1,40}).{0,400}?(?:,task_memcg=(?<unit>[^,]{1,300}))?,task=(?<process>[^,]{1,60}),pid=(?<pid>\d{1,10})/;
const OLD_CGROUP =
  /^(?:\[[^\]]{1,40}\] )?(?:Task in \S{1,200} killed as a result of limit of |memory: usage \d{1,14}kB, limit \d{1,14}kB)/;
const CLOCK = /^\[ {0,8}(\d{1,10}\.\d{6})\] ?/;
const EPOCH = /audit\((\d{9,11})\.\d{3}:/;

/**
 * Reads kernel messages from dmesg, syslog and journal. One kill is told in two or three lines (`oom-kill:`, `Kill process`,
 * `Killed process`): they count once, by pid. Times counted from boot become instants only when the boot's time is stated.
 */
export function kernelReader(ledger: Ledger, path: string): LineReader {
  let inCgroup = false;
  let unit = '';
  let lastPid: string | undefined;
  return {
    line(text, number) {
      const envelope = readEnvelope(text, ledger.year);
      const clock = CLOCK.exec(text.slice(envelope.start, envelope.start + 40));
      const body = text.slice(envelope.start + (clock?.[0].length ?? 0), envelope.end).slice(0, 4096);
      const audit = EPOCH.exec(body)?.[1];
      const sinceBoot = clock === null || ledger.bootAt === null ? null : ledger.bootAt + Number(clock[1]);
      const at = envelope.at ?? (audit === undefined ? sinceBoot : Number(audit));

      const constraint = CONSTRAINT.exec(body)?.groups;
      if (constraint !== undefined) {
        inCgroup = constraint['constraint'] === 'CONSTRAINT_MEMCG';
        unit = constraint['unit'] ?? '';
        return true;
      }
      if (OLD_CGROUP.test(body)) {
        inCgroup = true;
        return true;
      }
      const killed = KILLED.exec(body)?.groups;
      if (killed !== undefined) {
        if (killed['pid'] === lastPid) return true;
        lastPid = killed['pid'];
        const cgroup = inCgroup || killed['cgroup'] !== undefined;
        const { anonKb, pid = 0, process = '' } = fieldsOf(killed);
        const fields = {
          pid,
          process,
          ...(typeof anonKb === 'number' ? { bytes: anonKb * 1024 } : {}),
          ...(unit === '' ? {} : { unit }),
        };
        ledger.record({
          signature: cgroup ? 'kernel.cgroup-oom-kill' : 'kernel.oom-kill',
          path,
          line: number,
          text,
          at,
          fields,
        });
        inCgroup = false;
        unit = '';
        return true;
      }
      const said = wordingOf(WORDINGS, body);
      if (said !== null) recordSaid(ledger, path, number, text, at, said);
      return said !== null || clock !== null;
    },
    end: () => undefined,
  };
}
