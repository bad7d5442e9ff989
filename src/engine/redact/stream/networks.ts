import { fateOfIpv4, isLoneResolver } from '../address/ipv4.ts';
import type { AliasBook } from '../alias/alias-book.ts';
import { LOOK_CLOSELY } from './bytes/layout.ts';

/**
 * What becomes of the clients of a /24, without a look at each of them, where private addresses stay.
 * @param network its upper 24 bits
 * @returns the upper 24 bits of its alias, which are its own where it stays; `LOOK_CLOSELY` where it depends on the address
 */
export function aliasOfClients(network: number, book: AliasBook): number {
  const first = network * 256;
  // Single addresses that stay share their network with others.
  if (isLoneResolver(first)) return LOOK_CLOSELY;
  if (fateOfIpv4(first + 1) !== 'public') return network;
  const alias = book.ipv4.aliasOfNetwork(first);
  return alias === null ? LOOK_CLOSELY : alias / 256;
}
