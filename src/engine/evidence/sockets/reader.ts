import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';
import { socketAddress } from './address.ts';

/** `LISTEN 129 128 127.0.0.1:9000 0.0.0.0:*` of ss, with `tcp`/`u_str` in front when several families are shown. */
const SS =
  /^(?:(?:tcp|udp|u_str|u_seq|u_dgr|v_str)\s{1,8})?LISTEN\s{1,16}(\d{1,9})\s{1,16}(\d{1,9})\s{1,24}(\S{1,200})\s{1,40}\S/;
/** `tcp 0 0 127.0.0.1:9000 0.0.0.0:* LISTEN 811/php-fpm: master`: netstat shows the queue, not its length. */
const NETSTAT = /^tcp6?\s{1,8}(\d{1,9})\s{1,10}\d{1,9}\s(\S{1,120})\s{1,40}\S{1,120}\s{1,16}LISTEN/;
const NETSTAT_UNIX =
  /^unix\s{1,8}\d{1,6}\s{1,10}\[ ACC \]\s{1,12}\w{3,10}\s{1,12}LISTENING\s{1,12}\d{1,12}(?:\s{1,12}\d{1,9}\/\S{1,40})?\s{1,12}(\S{1,200})/;
const PROCESS = /\(\("([^"]{1,60})"|\s(?:\d{1,10})\/([\w.:-]{1,60})/;
/** netstat -s, nstat */
const OVERFLOWED =
  /^(?:(\d{1,15}) times the listen queue of a socket overflowed|(\d{1,15}) SYNs to LISTEN sockets (?:dropped|ignored)|TcpExtListen(?:Overflows|Drops)\s{1,24}(\d{1,15}))/;

/** Reads ss, netstat and the kernel's overflow counters: who listens, and whose accept queue is full (Recv-Q beyond Send-Q). */
export function socketReader(ledger: Ledger, path: string): LineReader {
  const listening = (line: number, text: string, address: string, queue: number, length: number | null): true => {
    const match = PROCESS.exec(text);
    const process = match?.[1] ?? match?.[2];
    const fields = {
      address,
      queue,
      ...(length === null ? {} : { limit: length }),
      ...(process === undefined ? {} : { process }),
    };
    ledger.record({ signature: 'sockets.listening', path, line, text, at: null, fields });
    if (length !== null && length > 0 && queue >= length)
      ledger.record({ signature: 'sockets.queue-full', path, line, text, at: null, fields });
    return true;
  };
  return {
    line(text, number) {
      const trimmed = text.trimStart();
      const ss = SS.exec(trimmed);
      if (ss !== null) return listening(number, text, socketAddress(ss[3] ?? ''), Number(ss[1]), Number(ss[2]));
      const netstat = NETSTAT.exec(trimmed);
      if (netstat !== null) return listening(number, text, socketAddress(netstat[2] ?? ''), Number(netstat[1]), null);
      const unix = NETSTAT_UNIX.exec(trimmed);
      if (unix !== null) return listening(number, text, socketAddress(unix[1] ?? ''), 0, null);
      const overflow = OVERFLOWED.exec(trimmed);
      if (overflow === null)
        return /^(?:tcp6?|u_\w{3}|unix|ESTAB|TIME-WAIT|CLOSE-WAIT|SYN-\w{4}|Netid|State|Proto|Active)\s/.test(trimmed);
      const count = Number(overflow[1] ?? overflow[2] ?? overflow[3]);
      if (count > 0)
        ledger.record({ signature: 'sockets.overflowed', path, line: number, text, at: null, fields: { count } });
      return true;
    },
    end: () => undefined,
  };
}
