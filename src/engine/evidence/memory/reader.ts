import type { Bytes } from '../../text/units.ts';
import { commandOf } from '../../intake/headings.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { memoryBytes, memoryFact } from './facts.ts';

/** Below this share of the total nothing is left to give: the next allocation may end in a kill. */
const EXHAUSTED = 0.03;

const MEMINFO = /^(MemTotal|MemAvailable):\s{1,16}(\d{1,14}) kB/;
/** The collector shows these files one by one: the name stands in the path, the value alone in the text. */
const CGROUP_FILE = /memory\.(max|current|limit_in_bytes|usage_in_bytes)$/;
const CGROUP =
  /^(?:memory\.)?(max|current|limit_in_bytes|usage_in_bytes|oom_kill)\s{0,2}[: =]\s{0,8}(\d{1,19})\s{0,4}$/;
/** cgroup v1 writes a huge number for "no limit". */
const NO_LIMIT = 2 ** 60;

/** Reads free, /proc/meminfo and the memory files of a cgroup. */
export function memoryReader(ledger: Ledger, path: string): LineReader {
  let titles: readonly string[] = [];
  let unit = '';
  let total: Bytes | null = null;
  let limit: Bytes | null = null;
  const left = (line: number, text: string, of: Bytes | null, available: Bytes | null): void => {
    if (of === null || available === null || available >= of * EXHAUSTED) return;
    ledger.record({
      signature: 'memory.exhausted',
      path,
      line,
      text,
      at: null,
      fields: { bytes: available, limit: of },
    });
  };
  return {
    line(text, number) {
      const command = commandOf(text);
      if (command !== null) {
        unit = /free\s.{0,20}-(?:\w{0,3})([bkmg])/.exec(command)?.[1] ?? '';
        return true;
      }
      const words = text.trim().split(/\s+/);
      if (words[0] === 'total' && words.includes('free')) {
        titles = words;
        return true;
      }
      if (words[0] === 'Mem:') {
        total = memoryBytes(words[1], unit);
        if (total !== null) ledger.stateHost({ memoryBytes: total });
        const column = titles.indexOf('available') + 1;
        left(number, text, total, column === 0 ? null : memoryBytes(words[column], unit));
        return true;
      }
      const meminfo = MEMINFO.exec(text);
      if (meminfo !== null) {
        const bytes = Number(meminfo[2]) * 1024;
        if (meminfo[1] === 'MemTotal') {
          total = bytes;
          ledger.stateHost({ memoryBytes: bytes });
        } else left(number, text, total, bytes);
        return true;
      }
      const file = CGROUP_FILE.exec(path)?.[1];
      const cgroup = CGROUP.exec(file === undefined ? text : `${file} ${text}`);
      if (cgroup === null) return memoryFact(ledger, text);
      const value = Number(cgroup[2]);
      if (cgroup[1] === 'oom_kill' && value > 0)
        ledger.record({
          signature: 'container.oom-killed',
          path,
          line: number,
          text,
          at: null,
          fields: { count: value },
        });
      if ((cgroup[1] === 'max' || cgroup[1] === 'limit_in_bytes') && value < NO_LIMIT) {
        limit = value;
        ledger.stateHost({ memoryBytes: value });
      }
      if (cgroup[1] === 'current' || cgroup[1] === 'usage_in_bytes')
        left(number, text, limit, limit === null ? null : limit - value);
      return true;
    },
    end: () => undefined,
  };
}
