/** One way of writing a value elsewhere: what stands in the text, and the part of it that gives the value away. */
interface Written {
  readonly text: string;
  readonly core: string;
}

const plainly = (text: string): Written => ({ text, core: text });

/** Base64 of something that holds the value: the letters at either end depend on what stands beside it. */
function base64(value: string, lead: number): Written {
  const size = Buffer.byteLength(value);
  const text = Buffer.from(`${' '.repeat(lead)}${value}${' '.repeat((6 - ((lead + size) % 3)) % 3)}`).toString(
    'base64',
  );
  return { text, core: text.slice(Math.ceil((lead * 8) / 6), Math.floor(((lead + size) * 8) / 6)) };
}

/** Below this an encoded value is so short that it may stand somewhere by chance. */
const ENCODED_FROM = 9;

/** The seven ways; RFC 3986, RFC 4648, RFC 8259 and HTML's own names for its five marks. */
export function writtenWays(value: string): Written[] {
  const once = encodeURIComponent(value);
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  const ways = [
    plainly(value),
    plainly(once),
    plainly(encodeURIComponent(once)),
    ...[0, 1, 2].map((lead) => base64(value, lead)),
    plainly(Buffer.from(value).toString('hex')),
    plainly(JSON.stringify(value).slice(1, -1)),
    plainly(value.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)),
  ];
  return value.length < ENCODED_FROM ? ways.slice(0, 1) : ways;
}
