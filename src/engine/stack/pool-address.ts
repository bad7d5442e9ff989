/**
 * FPM's `listen` as nginx would name it (`fpm_sockets_domain_from_address`): with a colon or of digits only it is TCP, everything
 * else a socket path. A lone port is on all addresses: `*:9000`.
 */
export function addressOf(listen: string): string | null {
  if (listen === '') return null;
  if (/^[0-9]+$/.test(listen)) return `*:${listen}`;
  return listen.includes(':') ? listen : `unix:${listen}`;
}
