/** `127.0.0.1:9000`, `[::]:80`, `*:9000`, `/run/php.sock` and `@abstract` as nginx would name them. */
export function socketAddress(cell: string): string {
  if (cell.startsWith('/') || cell.startsWith('@')) return `unix:${cell}`;
  const colon = cell.lastIndexOf(':');
  if (colon === -1) return cell;
  const host = cell.slice(0, colon).replace(/%[\w.]{1,16}$/, '');
  const port = cell.slice(colon + 1);
  if (host === '*' || host === '') return `*:${port}`;
  return host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`;
}
