import { commandOf } from '../../intake/headings.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

const SYSCTL = /^((?:net|fs|vm|kernel)\.[a-z0-9_./-]{3,80}) ?= ?(-?\d{1,20}(?:[ \t]{1,4}\d{1,20}){0,2})/;
/** /proc/PID/limits; `ulimit -a` of bash and of dash. */
const OPEN_FILES =
  /^(?:Max open files\s{2,24}|open files\s{2,30}\(-n\)\s{1,4}|nofiles?(?:\(descriptors\))?\s{1,24}|-n: file descriptors\s{1,24})(\d{1,12}|unlimited)/;
const IN_USE = /^open files in use: (\d{1,12})/;
/** `lsof -p PID | wc -l` of a process; a header line of lsof counts with it. */
const NUMBER = /^\s{0,8}(\d{1,12}|unlimited)\s{0,4}$/;

/** Reads sysctl, ulimit, /proc/PID/limits and counts of open files. */
export function limitReader(ledger: Ledger, path: string): LineReader {
  let command = '';
  const record = (
    signature: 'limits.open-files' | 'limits.descriptors-used' | 'limits.sysctl',
    line: number,
    text: string,
    fields: Record<string, string | number>,
  ): true => {
    ledger.record({ signature, path, line, text, at: null, fields });
    return true;
  };
  return {
    line(text, number) {
      const asked = commandOf(text);
      if (asked !== null) {
        command = asked;
        return true;
      }
      const sysctl = SYSCTL.exec(text);
      if (sysctl !== null) {
        const value = (sysctl[2] ?? '').replace(/\s+/g, ' ');
        return record('limits.sysctl', number, text, {
          name: sysctl[1] ?? '',
          value: /^-?\d{1,15}$/.test(value) ? Number(value) : value,
        });
      }
      const files = OPEN_FILES.exec(text)?.[1];
      if (files !== undefined)
        return record('limits.open-files', number, text, files === 'unlimited' ? {} : { limit: Number(files) });
      const used = IN_USE.exec(text)?.[1];
      if (used !== undefined) return record('limits.descriptors-used', number, text, { count: Number(used) });
      const value = NUMBER.exec(text)?.[1];
      if (value === undefined) return false;
      if (/\bulimit\b.{0,10}-n\b|\bulimit -n/.test(command))
        return record('limits.open-files', number, text, value === 'unlimited' ? {} : { limit: Number(value) });
      if (!/\blsof\b|\/fd\b/.test(command) || value === 'unlimited') return false;
      return record('limits.descriptors-used', number, text, { count: Number(value) });
    },
    end: () => undefined,
  };
}
