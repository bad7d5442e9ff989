import { commandOf } from '../../intake/headings.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

/** `srw-rw---- 1 www-data www-data 0 Jan 15 03:47 /run/php/php8.2-fpm.sock` */
const SOCKET =
  /^(s[rwxsStT-]{9})[.+@]? {1,4}\d{1,6} {1,8}(\S{1,64}) {1,16}(\S{1,64}) {1,16}\d{1,16} .{8,24}? (\S{0,240}[\w.@-])$/;
const MISSING =
  /^(?:ls|cat|stat|tail|head): (?:cannot (?:access|open|stat|statx) )?['‘"]?(\/[^'’":]{1,240})['’"]?.{0,24}: No such file or directory/;
/** `/dev/sda1 20G 20G 0 100% /var` and the same of `df -i`. */
const FULL = /^(\S{1,120})\s{1,40}\S{1,20}\s{1,20}\S{1,20}\s{1,20}\S{1,20}\s{1,8}(\d{1,3})%\s{1,8}(\/\S{0,200})$/;
/** Images and pseudo file systems are full by nature. */
const ALWAYS_FULL = /^(?:\/dev\/loop\d|squashfs|iso9660|efivarfs|udev|devtmpfs)|^\/snap\b/;
const FULL_PERCENT = 98;
const DIRECTORY = /^(\/[^:]{1,240}):$/;

/** Reads `ls -l` of sockets, `df`, `find … -mtime`: what is there, what is full, what changed. */
export function fileReader(ledger: Ledger, path: string): LineReader {
  let command = '';
  let directory = '';
  const record = (
    signature: 'files.socket' | 'files.missing' | 'files.changed' | 'disk.full',
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
        directory = /\bls\s{1,4}(?:-\w{1,8}\s{1,4}){1,3}(\/\S{1,240})/.exec(asked)?.[1] ?? '';
        return true;
      }
      directory = DIRECTORY.exec(text)?.[1] ?? directory;
      const socket = SOCKET.exec(text);
      if (socket !== null) {
        const name = socket[4] ?? '';
        const file =
          name.startsWith('/') || directory === ''
            ? name
            : directory.endsWith(`/${name}`)
              ? directory
              : `${directory.replace(/\/$/, '')}/${name}`;
        return record('files.socket', number, text, {
          address: `unix:${file}`,
          mode: socket[1] ?? '',
          owner: socket[2] ?? '',
          group: socket[3] ?? '',
        });
      }
      const missing = MISSING.exec(text)?.[1];
      if (missing !== undefined) return record('files.missing', number, text, { address: missing });
      const full = FULL.exec(text);
      if (full !== null) {
        if (Number(full[2]) < FULL_PERCENT || ALWAYS_FULL.test(full[1] ?? '') || ALWAYS_FULL.test(full[3] ?? ''))
          return true;
        return record('disk.full', number, text, { address: full[3] ?? '', percent: Number(full[2]) });
      }
      if (/\bfind\b/.test(command) && /-[mc](?:time|min)\b/.test(command) && /^\/\S{1,300}$/.test(text))
        return record('files.changed', number, text, { address: text });
      return false;
    },
    end: () => undefined,
  };
}
