import type { Ledger } from '../ledger.ts';
import { wordingOf, recordSaid, type Wording } from '../patterns.ts';
import { kernelReader } from '../kernel/reader.ts';
import type { LineReader } from '../reader.ts';

const WORDINGS: readonly Wording[] = [
  {
    pattern: /^Enforcing$|^Current mode:\s{1,24}enforcing|^SELinux status:\s{1,24}enforcing/,
    signature: 'security.enforcing',
  },
  { pattern: /^(?:Permissive|Disabled)$/, signature: null },
  {
    pattern:
      /^-A (?<chain>INPUT|OUTPUT|FORWARD|[A-Z][\w-]{1,40})\b.{0,200}?--dports? (?<port>[\d:,]{1,60}).{0,200}? -j (?<target>REJECT|DROP)\b/,
    signature: 'firewall.reject',
  },
  {
    pattern: /^-A (?<chain>INPUT|OUTPUT|FORWARD|[A-Z][\w-]{1,40})\b.{0,200}? -j (?<target>REJECT|DROP)\b/,
    signature: 'firewall.reject',
  },
  {
    pattern: /^\s{0,16}(?:tcp dport (?<port>[\d,{} -]{1,60}) )?.{0,120}\b(?<target>reject|drop)(?: with .{1,40})?$/,
    signature: 'firewall.reject',
  },
  {
    pattern: /^\s{0,8}rule .{0,200}port="?(?<port>\d{1,5})"?.{0,120}\b(?<target>reject|drop)/,
    signature: 'firewall.reject',
  },
];

/** Reads getenforce, ausearch, iptables-save, nft and firewall-cmd. */
export function securityReader(ledger: Ledger, path: string): LineReader {
  const kernel = kernelReader(ledger, path);
  return {
    line(text, number) {
      if (text.includes('avc: ')) return kernel.line(text, number);
      const said = wordingOf(WORDINGS, text.slice(0, 4096));
      if (said !== null) recordSaid(ledger, path, number, text, null, said);
      return said !== null;
    },
    end: () => undefined,
  };
}
