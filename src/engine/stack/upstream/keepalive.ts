import type { Level } from '../inherit/level.ts';
import type { LimitReader } from '../limits/read.ts';
import type { UpstreamRef } from '../request-path.ts';
import type { Setting } from '../setting.ts';

/** `keepalive` of an explicit upstream as a setting; nothing for addresses written directly. */
export function keepaliveSetting(
  upstream: UpstreamRef | null,
  http: Level | null,
  reader: LimitReader,
): Readonly<Record<string, Setting>> {
  const block = http?.block.named('upstream').find((each) => each.node === upstream?.node);
  if (upstream?.node == null || block === undefined) return {};
  const written = block.block?.last('keepalive');
  if (written) return { keepalive: reader.word(written, 1, 'count') };
  const { keepalive } = upstream;
  const meant = keepalive === null ? 'off' : String(keepalive);
  return { keepalive: { value: keepalive ?? 0, unit: 'count', written: null, meant, from: reader.fromDefault() } };
}
