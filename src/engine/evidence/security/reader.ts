import type { Ledger } from '../ledger.ts';
import type { Fields } from '../ledger.ts';
import { kernelReader } from '../kernel/reader.ts';
import type { LineReader } from '../reader.ts';

const MODE = /^(?:(Enforcing)|Permissive|Disabled)$|^(?:Current mode|SELinux status):\s{1,24}(\w{3,12})/;
const REFUSING: ReadonlySet<string> = new Set(['REJECT', 'DROP', 'reject', 'drop']);

/** The rule's verdict and port in iptables-save, nft and firewalld's rich rules; null for what lets through. */
function refusal(text: string): Fields | null {
  const words = text.trim().split(/[\s,;{}]+/, 64);
  const behind = (...names: readonly string[]): string | undefined => {
    const at = words.findIndex((word) => names.includes(word));
    return at === -1 ? undefined : words[at + 1];
  };
  const rule = words[0] === '-A' ? behind('-j', '--jump') : words.find((word) => REFUSING.has(word));
  if (rule === undefined || !REFUSING.has(rule) || words[0] === 'type') return null;
  const port = behind('--dport', '--dports', 'dport') ?? /port="?(\d{1,5})/.exec(text)?.[1];
  return {
    target: rule.toUpperCase(),
    ...(words[0] === '-A' ? { chain: words[1] ?? '' } : {}),
    ...(port === undefined ? {} : { port: /^\d{1,5}$/.test(port) ? Number(port) : port }),
  };
}

/** Reads getenforce, sestatus, ausearch, iptables-save, nft and firewall-cmd. */
export function securityReader(ledger: Ledger, path: string): LineReader {
  const kernel = kernelReader(ledger, path);
  return {
    line(text, number) {
      if (text.includes('avc: ')) return kernel.line(text, number);
      const mode = MODE.exec(text);
      if (mode !== null) {
        const enforcing = mode[1] !== undefined || mode[2] === 'enforcing';
        if (enforcing)
          ledger.record({ signature: 'security.enforcing', path, line: number, text, at: null, fields: {} });
        return true;
      }
      const fields = /^(?:-A |\s{1,16}\S|rule )/.test(text) && text.length < 2048 ? refusal(text) : null;
      if (fields !== null) ledger.record({ signature: 'firewall.reject', path, line: number, text, at: null, fields });
      return fields !== null;
    },
    end: () => undefined,
  };
}
