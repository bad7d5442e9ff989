import { GiB, KiB, MiB, type Bytes } from '../../text/units.ts';
import type { Ledger } from '../ledger.ts';

const UNITS: Readonly<Record<string, number>> = { '': KiB, b: 1, k: KiB, m: MiB, g: GiB, t: GiB * 1024 };

/** `15Gi`, `15900M`, `16384000` of free: a bare number is KiB unless `unit` says otherwise. */
export function memoryBytes(cell: string | undefined, unit = ''): Bytes | null {
  const match = /^(\d{1,16}(?:\.\d{1,3})?)([BKMGTkmgt]?)i?B?$/.exec(cell ?? '');
  if (match === null) return null;
  const letter = (match[2] ?? '').toLowerCase();
  return Math.round(Number(match[1]) * (UNITS[letter === '' ? unit : letter] ?? KiB));
}

const TOP_TOTAL = /^(KiB|MiB|GiB) Mem ?:\s{1,8}(\d{1,12}(?:\.\d)?) total/;
const CPUS = /^CPU\(s\):\s{1,24}(\d{1,5})$/;
const BOOT = /^btime (\d{9,11})$/;

/** Facts of the machine that stand as single lines in several outputs (top, lscpu, /proc/stat). */
export function memoryFact(ledger: Ledger, text: string): boolean {
  const total = TOP_TOTAL.exec(text);
  if (total !== null)
    ledger.stateHost({
      memoryBytes: Math.round(Number(total[2]) * (UNITS[(total[1] ?? 'k').charAt(0).toLowerCase()] ?? KiB)),
    });
  const cpus = CPUS.exec(text)?.[1];
  if (cpus !== undefined) ledger.stateHost({ cores: Number(cpus) });
  const boot = BOOT.exec(text)?.[1];
  if (boot !== undefined) ledger.bootAt ??= Number(boot);
  return total !== null || cpus !== undefined || boot !== undefined;
}
