/** Key as the text form prints it, value, and the pool's label where the form puts one on each line (metrics). */
export type StatusPair = readonly [key: string, value: string, pool: string | null];

const KEYS: ReadonlySet<string> = new Set([
  'pool',
  'process manager',
  'start since',
  'accepted conn',
  'listen queue',
  'max listen queue',
  'listen queue len',
  'idle processes',
  'active processes',
  'total processes',
  'max active processes',
  'max children reached',
  'slow requests',
  'state',
  'request duration',
  'requests',
  'pid',
]);

/** Names of OpenMetrics (fpm_status.c) and of the common exporter, in the words of the text form. */
const METRICS: Readonly<Record<string, string>> = {
  'accepted connections': 'accepted conn',
  'listen queue length': 'listen queue len',
  'process request duration': 'request duration',
};

const TEXT = /^([a-z][a-z ]{2,30}):\s{1,24}(\S.{0,500})$/;
const METRIC = /^phpfpm_([a-z_]{3,40})(?:\{([^}]{0,400})\})? (\d{1,15})(?:\.0{1,6})?\b/;
const JSON_PAIR = /"([a-z][a-z ]{2,30})" ?: ?(?:"([^"]{0,400})"|(\d{1,15}))/g;
const XML_PAIR = /<([a-z][a-z-]{2,30})>([^<]{1,400})<\//g;
const HTML_PAIR = /<th>([a-z][a-z ]{2,30})<\/th><td>([^<]{0,400})<\/td>/g;

function known(key: string, value: string, pool: string | null = null): StatusPair[] {
  return KEYS.has(key) ? [[key, value.trim(), pool]] : [];
}

/** What one line of a status page states: text and full, JSON, XML, HTML, OpenMetrics; [] when it is none of them. */
export function statusPairs(line: string): StatusPair[] {
  const text = TEXT.exec(line);
  if (text !== null) return known(text[1] ?? '', text[2] ?? '');
  const metric = METRIC.exec(line);
  if (metric !== null) {
    const name = (metric[1] ?? '').replaceAll('_', ' ');
    const pool = /pool="([^"]{1,120})"/.exec(metric[2] ?? '')?.[1] ?? null;
    return known(METRICS[name] ?? name, metric[3] ?? '', pool);
  }
  if (line.includes('<th>')) return [...line.matchAll(HTML_PAIR)].flatMap((m) => known(m[1] ?? '', m[2] ?? ''));
  if (line.includes('</'))
    return [...line.matchAll(XML_PAIR)].flatMap((m) => known((m[1] ?? '').replaceAll('-', ' '), m[2] ?? ''));
  if (line.includes('":')) return [...line.matchAll(JSON_PAIR)].flatMap((m) => known(m[1] ?? '', m[2] ?? m[3] ?? ''));
  return [];
}
