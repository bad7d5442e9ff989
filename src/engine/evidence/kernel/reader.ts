import { readEnvelope } from '../../syntax/lines/envelope.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { isTaskTitles, taskOf } from './task-table.ts';
import { constraintOf, killOf, kernelStatement, type Constraint } from './wordings.ts';

/** The name a syslog daemon puts in front, seconds since boot, the CPU or thread that spoke. */
const CLOCK = /^(?:kernel: ?)?(?:\[ {0,8}(\d{1,10}\.\d{1,9})\] ?)?(?:\[ {0,5}[TC]\d{1,8}\] ?)?/;
const EPOCH = /audit\((\d{9,11})\.\d{3}:/;

/**
 * Reads kernel messages from dmesg, syslog and journal. One kill is told in two or three lines (`oom-kill:`, `Kill process`,
 * `Killed process`): they count once, by pid. Times counted from boot become instants only when the boot's time is stated.
 */
export function kernelReader(ledger: Ledger, path: string): LineReader {
  let reason: Constraint | null = null;
  let lastPid: number | null = null;
  let inTable = false;
  return {
    line(text, number) {
      const envelope = readEnvelope(text, ledger.year);
      const clock = CLOCK.exec(text.slice(envelope.start, envelope.start + 80));
      const body = text.slice(envelope.start + (clock?.[0].length ?? 0), envelope.end).slice(0, 4096);
      const ticks = clock?.[1];
      const audit = EPOCH.exec(body)?.[1];
      const sinceBoot = ticks === undefined || ledger.bootAt === null ? null : ledger.bootAt + Number(ticks);
      const at = envelope.at ?? (audit === undefined ? sinceBoot : Number(audit));
      const base = { path, line: number, text, at };

      if (isTaskTitles(body)) {
        inTable = true;
        return true;
      }
      const task = inTable ? taskOf(body) : null;
      if (task !== null) {
        if (task.workerBytes !== null) ledger.sawWorkerMemory(task.workerBytes);
        return true;
      }
      inTable = false;
      const constraint = constraintOf(body);
      if (constraint !== null) {
        reason = constraint;
        return true;
      }
      const kill = killOf(body);
      if (kill !== null) {
        if (kill.pid === lastPid) return true;
        lastPid = kill.pid;
        const unit = reason?.unit ?? '';
        const fields = {
          pid: kill.pid,
          process: kill.process,
          ...(kill.bytes === null ? {} : { bytes: kill.bytes }),
          ...(unit === '' ? {} : { unit }),
        };
        const cgroup = kill.cgroup || reason?.cgroup === true;
        ledger.record({ ...base, signature: cgroup ? 'kernel.cgroup-oom-kill' : 'kernel.oom-kill', fields });
        reason = null;
        return true;
      }
      const statement = kernelStatement(body);
      if (statement !== null) ledger.record({ ...base, ...statement });
      return statement !== null || ticks !== undefined;
    },
    end: () => undefined,
  };
}
