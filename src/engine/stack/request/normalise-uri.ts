/**
 * A path as nginx matches it: `%XX` decoded, `//` merged, `.` and `..` resolved (`ngx_http_parse_complex_uri`,
 * `merge_slashes on`). Bytes that are no UTF-8 become one character each.
 */
export function normaliseUri(path: string): string {
  const parts: string[] = [];
  const decoded = decode(path);
  const segments = decoded.split('/');
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1;
    if (segment === '..') parts.pop();
    if (segment === '.' || segment === '..' || segment === '') {
      if (isLast) parts.push('');
      continue;
    }
    parts.push(segment);
  }
  return `/${parts.join('/')}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
