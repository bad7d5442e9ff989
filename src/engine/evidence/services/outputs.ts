import type { Ledger } from '../ledger.ts';
import { recordSaid, wordingOf, type Said, type Wording } from '../patterns.ts';
import type { LineReader } from '../reader.ts';
import { statusLine } from './status-lines.ts';

const UNIT = /^[^\w\s]{0,3} ?([\w@.\\-]{1,80}\.(?:service|socket))(?: - |$)/;
/** `rc-service php-fpm81 status` above what OpenRC answers, which names no service. */
const ASKED = /\b(?:rc-service|service|init\.d\/)\s?([\w.@-]{2,60}) status\s{0,4}$/;
const OPENRC = /^ \* status: (started|stopped|crashed)/;
const ACTIVE =
  /^\s{0,12}Active: (active|inactive|failed|activating|deactivating)(?: \(([\w-]{1,30})\))?(?: \(Result: (?<result>[\w-]{1,30})\))?/;
/** What systemd says of the process that ended, where the lines of the journal below it are cut. */
const MAIN_PID = /^\s{0,12}Main PID: \d{1,10} .{0,80}\(code=exited, status=(\d{1,3})/;
const DOCKER_ROW = /^[0-9a-f]{12}\s{1,20}\S/;
const DOCKER_STATE = /(?:Exited \((?<code>\d{1,3})\)|Restarting \((?<restart>\d{1,3})\)|(?<up>Up) (?:\d|About|Less))/;
const POD_ROW =
  /^(?<container>[\w.-]{3,120})\s{1,30}\d{1,3}\/\d{1,3}\s{1,12}(?<result>CrashLoopBackOff|Error|OOMKilled|Running|Completed|Evicted|\w{3,30}BackOff)\s{1,12}(?<count>\d{1,6})/;
const CONTAINER_HEAD = /^ {2}([a-z0-9][a-z0-9-]{0,62}):$/;
const INSPECTED_NAME = /^\s{0,12}"Name": "\/([\w.-]{1,120})"/;
/** Docker's `--format` of our collector: `/app OOMKilled=true ExitCode=137 RestartCount=3 … Memory=536870912`. */
const INSPECTED_ROW =
  /^\/([\w.-]{1,120}) OOMKilled=(true|false) ExitCode=(\d{1,3}) RestartCount=(\d{1,6})\b.{0,160}?(?:Memory=(\d{1,16}))?$/;
const PM2_STATE = /^(?:online|stopped|errored|stopping|launching|waiting restart)$/;

/** kubectl describe, docker inspect, cgroup cpu.stat */
const WORDINGS: readonly Wording[] = [
  { pattern: /^\s{0,40}"OOMKilled": true/, signature: 'container.oom-killed' },
  { pattern: /^\s{0,40}Reason: {1,24}OOMKilled/, signature: 'container.oom-killed' },
  {
    pattern: /^\s{0,40}Reason: {1,24}(?<result>CrashLoopBackOff|Error|ContainerCannotRun)/,
    signature: 'service.failed',
  },
  { pattern: /^\s{0,40}(?:Exit Code|"ExitCode"): {1,24}(?<code>[1-9]\d{0,2})\b/, signature: 'container.exited' },
  {
    pattern: /^\s{0,40}(?:Restart Count|"RestartCount"): {1,24}(?<count>[1-9]\d{0,6})\b/,
    signature: 'service.restarted',
  },
  { pattern: /(?:Back-off restarting failed container|CrashLoopBackOff)/, signature: 'service.failed' },
];

const SERVICE: Readonly<Record<string, Said['signature']>> = {
  active: 'service.active',
  inactive: 'service.inactive',
  failed: 'service.failed',
};

function dockerRow(text: string): Said | null {
  if (!DOCKER_ROW.test(text)) return null;
  const state = DOCKER_STATE.exec(text)?.groups;
  if (state === undefined) return null;
  const container = text.trim().split(/\s+/).at(-1) ?? '';
  if (state['up'] !== undefined) return { signature: 'service.active', fields: { container } };
  const code = Number(state['code'] ?? state['restart']);
  if (state['restart'] !== undefined) return { signature: 'service.restarted', fields: { container, code } };
  return { signature: 'container.exited', fields: { container, code } };
}

function podRow(text: string): Said | null {
  const row = POD_ROW.exec(text)?.groups;
  if (row === undefined) return null;
  const fields = { container: row['container'] ?? '', result: row['result'] ?? '', count: Number(row['count']) };
  if (row['result'] === 'OOMKilled') return { signature: 'container.oom-killed', fields };
  return {
    signature: row['result'] === 'Running' ? 'service.active' : row['result'] === 'Completed' ? null : 'service.failed',
    fields,
  };
}

/** `│ 0 │ app │ default │ 1.0.0 │ fork │ 812 │ 5D │ 15 │ online │ 0% │ 60mb │ www │` */
function pm2Row(text: string): Said | null {
  if (!text.startsWith('│')) return null;
  const cells = text.split('│').map((cell) => cell.trim());
  const at = cells.findIndex((cell) => PM2_STATE.test(cell));
  if (at === -1) return null;
  const fields = { service: cells[2] ?? '', count: Number(cells[at - 1]) || 0 };
  return { signature: cells[at] === 'online' ? 'service.active' : 'service.failed', fields };
}

function inspectedRow(ledger: Ledger, [, container = '', oom, code, restarts, memory]: RegExpExecArray): Said[] {
  if (Number(memory ?? 0) > 0) ledger.stateHost({ memoryBytes: Number(memory) });
  const said: Said[] = [];
  if (oom === 'true') said.push({ signature: 'container.oom-killed', fields: { container } });
  if (Number(code) > 0) said.push({ signature: 'container.exited', fields: { container, code: Number(code) } });
  if (Number(restarts) > 0)
    said.push({ signature: 'service.restarted', fields: { container, count: Number(restarts) } });
  return said;
}

/** Share of throttled periods from which a container is slowed down noticeably. */
const THROTTLED_SHARE = 0.05;

/** Reads what service managers and container tools print: systemctl, docker, kubectl, pm2, cgroup cpu.stat. */
export function serviceReader(ledger: Ledger, path: string): LineReader {
  let service = '';
  let container = '';
  let periods = 0;
  const record = (number: number, text: string, said: Said): true => {
    recordSaid(ledger, path, number, text, null, said);
    return true;
  };
  return {
    line(text, number) {
      const unit = UNIT.exec(text)?.[1];
      if (unit !== undefined) {
        service = unit;
        return true;
      }
      const asked = ASKED.exec(text)?.[1];
      if (asked !== undefined) service = asked;
      const openrc = OPENRC.exec(text)?.[1];
      if (openrc !== undefined && service !== '') {
        const signature =
          openrc === 'started' ? 'service.active' : openrc === 'stopped' ? 'service.inactive' : 'service.failed';
        return record(number, text, { signature, fields: { service } });
      }
      const active = ACTIVE.exec(text);
      if (active !== null) {
        const signature = SERVICE[active[1] ?? ''] ?? null;
        const result = active.groups?.['result'] ?? active[2];
        return record(number, text, { signature, fields: { service, ...(result === undefined ? {} : { result }) } });
      }
      const status = Number(MAIN_PID.exec(text)?.[1] ?? 0);
      if (status > 0) return record(number, text, { signature: 'service.failed', fields: { service, code: status } });
      container = CONTAINER_HEAD.exec(text)?.[1] ?? INSPECTED_NAME.exec(text)?.[1] ?? container;
      const memory = /^\s{0,40}"Memory": (\d{6,16}),?$/.exec(text)?.[1];
      if (memory !== undefined) ledger.stateHost({ memoryBytes: Number(memory) });
      const periodsNow = /^nr_periods (\d{1,15})$/.exec(text)?.[1];
      if (periodsNow !== undefined) periods = Number(periodsNow);
      const throttled = Number(/^nr_throttled (\d{1,15})$/.exec(text)?.[1] ?? 0);
      if (throttled > 0 && throttled > periods * THROTTLED_SHARE) {
        return record(number, text, { signature: 'container.throttled', fields: { count: throttled, total: periods } });
      }
      const inspected = INSPECTED_ROW.exec(text);
      if (inspected !== null) {
        for (const said of inspectedRow(ledger, inspected)) record(number, text, said);
        return true;
      }
      const row = dockerRow(text) ?? podRow(text) ?? pm2Row(text) ?? statusLine(text);
      if (row !== null) return record(number, text, row);
      const said = wordingOf(WORDINGS, text);
      if (said === null) return false;
      return record(number, text, { ...said, fields: container === '' ? said.fields : { container, ...said.fields } });
    },
    end: () => undefined,
  };
}
