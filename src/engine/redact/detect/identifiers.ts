import type { Detector } from '../find.ts';
import { isHost } from './hosts.ts';
import { whereHinted } from './hints.ts';

/** Digits of a card pass Luhn's check and begin as the schemes' ranges do. */
export function isCard(digits: string): boolean {
  if (!/^(?:4|5[1-5]|2[2-7]|3[47]|3[0689]|6(?:011|4|5|2))/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A number as one dials it from abroad: the code of a country, and a group longer than those of a dump, or marks between. */
const DIALLED =
  /^00(?:1|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|7|8[1246]|9[0-58])[ /-](?:.{0,40}[0-9]{5}|[0-9]{1,5}[/-])/;

interface Rule {
  readonly name: string;
  readonly class: string;
  readonly hints: readonly string[];
  readonly pattern: RegExp;
  /** Canonical value, or null to leave the match alone. */
  readonly read: (match: RegExpExecArray) => string | null;
}

const RULES: readonly Rule[] = [
  {
    name: 'card',
    class: 'card',
    hints: [],
    pattern:
      /(?<![0-9A-Za-z_.#*:-])(?:[0-9]{4}[ -][0-9]{4}[ -][0-9]{4}[ -][0-9]{1,7}|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5}|[0-9]{13,19})(?![0-9A-Za-z_.]|-[0-9])/g,
    read: ([written]) => {
      const digits = written.replace(/[ -]/g, '');
      return isCard(digits) ? digits : null;
    },
  },
  {
    name: 'mac',
    class: 'mac',
    hints: [':', '-'],
    pattern:
      /(?<![0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})(?![0-9A-Fa-f]|[:-][0-9A-Fa-f])/g,
    // Digits with dashes alone are a date and a time.
    read: ([written]) => (/^[0-9-]{1,20}$/.test(written) ? null : macOf(written)),
  },
  {
    name: 'mac-header',
    class: 'mac',
    hints: ['MAC='],
    pattern: /(?<=MAC=(?:[0-9a-fA-F]{2}:){0,6})[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?=:)/g,
    read: ([written]) => macOf(written),
  },
  {
    name: 'mac-dotted',
    class: 'mac',
    hints: ['.'],
    pattern: /(?<![0-9A-Za-z.:])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![0-9A-Za-z.])/g,
    read: ([written]) => macOf(written),
  },
  {
    name: 'phone',
    class: 'phone',
    hints: ['+', '%2B'],
    pattern: /(?<![0-9A-Za-z+)/])(?:\+|%2B)[1-9][0-9]{0,3}(?:[ .-]?\(?[0-9]{1,4}\)?){2,6}(?![0-9A-Za-z:])/g,
    read: ([written]) => {
      const digits = written.replace(/^%2B/, '').replace(/[^0-9]/g, '');
      return digits.length >= 9 && digits.length <= 15 && !/^1555010/.test(digits) ? digits : null;
    },
  },
  {
    name: 'phone-parameter',
    class: 'phone',
    hints: ['hone', 'el', 'TEL', 'obil', 'msisdn', 'sms', 'SMS', 'andy', 'ax'],
    pattern:
      /(?:phone|phonenumber|phone_number|telephone|telefon|mobile?|msisdn|(?<![A-Za-z])(?:tel|handy|fax|sms))["']?(?:=|"?\s?:[ \t]{0,4}"?|\.?:? )["']?((?:%2B|\+)?\(?[0-9][0-9 ()./-]{6,18}[0-9])(?![0-9.:])/gi,
    read: (match) => {
      const digits = (match[1] ?? '').replace(/^%2B/, '').replace(/[^0-9]/g, '');
      return /^1555010/.test(digits) || digits.length < 7 ? null : digits;
    },
  },
  {
    name: 'phone-abroad',
    class: 'phone',
    hints: ['00'],
    pattern: /(?<![0-9A-Za-z+./:_-])00[1-9][0-9]{0,2}[ /-][0-9]{2,5}(?:[ /-][0-9]{2,8}){1,4}(?![0-9A-Za-z:.])/g,
    // Rows of a dump are made of groups of one length.
    read: ([written]) => (DIALLED.test(written) ? written.replace(/[^0-9]/g, '') : null),
  },
  {
    name: 'phone-in-prose',
    class: 'phone',
    hints: ['tele', 'Tele', 'ruf', 'all ', 'each ', 'urchwahl', 'otline', 'él', 'hone', 'el.', 'Fon'],
    pattern:
      /(?<![A-Za-z])(?:telefonisch|telefon|telefonnummer|tel\.?|tél\.?|fon|rückruf|anruf|durchwahl|hotline|rufnummer|call(?: me| us)?|reach (?:me|us)|phone|téléphone|teléfono|telefono)(?: (?:unter|on|at|au|al))?(?: ?:)? (\(?0[1-9][0-9]{0,4}\)? ?[ /-] ?[0-9]{2,8}(?:[ -][0-9]{1,6}){0,4})(?![0-9A-Za-z:])/gi,
    read: (match) => {
      const digits = (match[1] ?? '').replace(/[^0-9]/g, '');
      return digits.length < 7 ? null : digits;
    },
  },
  {
    name: 'phone-in-brackets',
    class: 'phone',
    hints: ['('],
    pattern: /(?<![0-9A-Za-z(])\([2-9][0-9]{2}\) ?[2-9][0-9]{2}-[0-9]{4}(?![0-9-])/g,
    read: ([written]) => written.replace(/[^0-9]/g, ''),
  },
  {
    name: 'aws-arn',
    class: 'aws-account',
    hints: ['arn:', 'arn%3A'],
    pattern:
      /(?:arn:aws[a-z-]{0,10}:[a-z0-9-]{1,30}:[a-z0-9-]{0,20}:|arn%3Aaws[a-z-]{0,10}%3A[a-z0-9-]{1,30}%3A[a-z0-9-]{0,20}%3A)([0-9]{12})(?![0-9])/g,
    read: (match) => account(match[1]),
  },
  {
    name: 'aws-url',
    class: 'aws-account',
    hints: ['amazonaws.com', 'signin.aws', 'awsapps'],
    pattern:
      /amazonaws\.com(?:\.cn)?\/([0-9]{12})(?![0-9])|(?<![0-9A-Za-z])([0-9]{12})(?=\.(?:dkr\.ecr|signin\.aws|s3-control))/g,
    read: (match) => account(match[1] ?? match[2]),
  },
  {
    name: 'aws-account-name',
    class: 'aws-account',
    hints: ['ccount'],
    pattern: /(?:aws_?)?account_?(?:id|number)?["']?\s{0,2}[=:]\s{0,2}["']?([0-9]{12})(?![0-9])/gi,
    read: (match) => account(match[1]),
  },
  {
    name: 'distinguished-name',
    class: 'certificate-name',
    hints: ['CN=', 'CN =', 'O=', 'O ='],
    pattern:
      /(?:^|[\s,/"'(;+:=])(?:CN|OU|O|L|ST|SN|GN|UID|DC|serialNumber|SERIALNUMBER|STREET|street|postalCode) ?= ?((?:[^\s,/"'<>=;+?\\)*]|\\,| (?![A-Za-z]{1,14} ?=|[(]))(?:[^,/"'<>=;+?\n\\)*]|'s(?= )){0,80})/g,
    read: (match) => nameInCertificate((match[1] ?? '').trimEnd()),
  },
  {
    name: 'directory-name',
    class: 'certificate-name',
    hints: ['cn=', 'dc=', 'ou='],
    pattern: /(?<=[\s,'"(=])(?:cn|ou|dc|uid)=([A-Za-z][^\s,"'<>=;+?\\)*]{0,80})/g,
    read: (match) => nameInCertificate(match[1] ?? ''),
  },
];

/** Class 21. */
export const IDENTIFIERS: readonly Detector[] = RULES.map((rule) =>
  whereHinted(rule.name, rule.hints, ({ text }, found) => {
    for (const match of text.matchAll(rule.pattern)) {
      const value = rule.read(match);
      if (value === null) continue;
      const written = (match[1] ?? match[2] ?? match[0]).trimEnd();
      const start = match.index + match[0].lastIndexOf(written);
      found.push({ start, end: start + written.length, class: rule.class, value });
    }
  }),
);

/** Broadcast, empty and documentation addresses stay. */
function macOf(written: string): string | null {
  const digits = written.toLowerCase().replace(/[^0-9a-f]/g, '');
  if (/^(?:ff)+$/.test(digits) || /^0+$/.test(digits) || digits.startsWith('00005e0053') || digits.startsWith('02005e'))
    return null;
  return digits;
}

function account(digits: string | undefined): string | null {
  return digits === undefined || digits.startsWith('000000') ? null : digits;
}

/** Names of people, firms and places; a host inside a name is found as a host. */
function nameInCertificate(name: string): string | null {
  if (
    name === '' ||
    /^(?:unit-[0-9]+|\*|\$.*|[A-Z]{2})$/.test(name) ||
    name.includes('@') ||
    isHost(name.replace(/^\*\./, ''))
  )
    return null;
  if (
    /^(?:Let's Encrypt|DigiCert|Sectigo|GlobalSign|Google Trust|Amazon|ISRG|Internet Security Research|R[0-9]{1,2}$|E[0-9]{1,2}$|localhost|Cloudflare|GTS |Baltimore|(?:The )?USERTrust|COMODO|DST Root|Digital Signature Trust|IdenTrust|Entrust|GeoTrust|Thawte|RapidSSL|Symantec|VeriSign|Starfield|GoDaddy|Go Daddy|ZeroSSL|SSL\.com|SSL Corp|Buypass|Actalis|Certum|SwissSign|QuoVadis|Microsoft|T-TeleSec|D-TRUST|HARICA|Encryption Everywhere|Debian Snakeoil)/i.test(
      name,
    ) ||
    /\.(?:example|invalid)$/.test(name)
  )
    return null;
  return name;
}
