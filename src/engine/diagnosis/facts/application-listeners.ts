import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';
import { addressOf, normalAddress, protocolOf } from './upstream-field.ts';

/** Programs that serve HTTP behind nginx, as `ss -p` and they themselves name them. */
const APPLICATION =
  /^(?:application|node|next|npm|gunicorn|uvicorn|hypercorn|daphne|python|ruby|puma|java|dotnet|beam)/i;
const LOOPBACK = /^(?:127\.|localhost|\[?::1)/;

export interface Mismatch {
  readonly lines: readonly EvidenceEvent[];
  /** It listens at the right port, but on its own loopback only. */
  readonly loopback: boolean;
  readonly listen: string;
}

/** Where an application behind `proxy_pass` says that it listens, when that is not where the refused requests went; else null. */
export function applicationElsewhere(facts: Facts, refused: readonly EvidenceEvent[]): Mismatch | null {
  const wanted = refused
    .filter((event) => protocolOf(event) === 'proxy')
    .map(addressOf)
    .filter((address) => /:\d{1,5}$/.test(address));
  const listening = facts
    .events('sockets.listening')
    .filter(({ fields }) => APPLICATION.test(String(fields['process'])));
  const [first] = listening;
  if (first === undefined || wanted.length === 0) return null;
  const same = listening.filter((event) => wanted.some((address) => portOf(address) === portOf(listenOf(event))));
  if (same.length === 0) return { lines: listening, loopback: false, listen: listenOf(first) };
  const shut = same.filter((event) => LOOPBACK.test(listenOf(event)));
  if (shut.length < same.length || wanted.some((address) => LOOPBACK.test(address))) return null;
  return { lines: shut, loopback: true, listen: listenOf(shut[0] ?? first) };
}

function listenOf({ fields }: EvidenceEvent): string {
  return normalAddress(String(fields['address'] ?? ''));
}

function portOf(address: string): string {
  return address.slice(address.lastIndexOf(':') + 1);
}
