import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Cause } from '../weighing.ts';
import { applicationElsewhere } from '../facts/application-listeners.ts';
import { listenerElsewhere } from '../facts/addresses.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf } from '../facts/lines.ts';
import { weightOf, word } from '../facts/signs.ts';
import { addressOf } from '../facts/upstream-field.ts';

/** nginx connects where the backend does not listen: another port, path, PHP version, address family or container. */
export const wrongAddress: Cause = {
  id: 'wrong-address',
  harm: 'gateway',
  explains: [
    'nginx.connect-refused',
    'nginx.connect-enoent',
    'nginx.connect-timeout',
    'nginx.connect-no-local-port',
    'access.502-not-connected',
  ],
  asks: ['pool-config', 'listeners', 'nginx-config', 'socket-file', 'containers', 'error-log'],
  weigh(facts) {
    const failed = facts.events('nginx.connect-refused', 'nginx.connect-enoent');
    const elsewhere = failed.length > 0 ? listenerElsewhere(facts, failed) : null;
    if (elsewhere !== null) {
      const listen = facts.pools[0]?.address ?? 'another address';
      const weight = weightOf('mechanism', failed, { listen });
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...elsewhere] };
    }
    const other = applicationElsewhere(facts, failed);
    if (other !== null) {
      const weight = weightOf(other.loopback ? 'mechanism' : 'effect', failed, { listen: other.listen }, 0.05);
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...linesOf(other.lines, 2)] };
    }
    if (failed.length > 0 && familyMismatch(failed)) return weightOf('effect', failed, { family: 'yes' }, 0.08);
    if (failed.length > 0 && loopbackInContainer(facts, failed))
      return weightOf('effect', failed, { container: 'yes' }, 0.05);
    if (failed.length > 0) return weightOf('bare', failed, {}, 0.08);
    const without = facts.events('nginx.connect-no-local-port');
    if (without.length > 0 && without.every((event) => addressOf(event).startsWith('[::1]')))
      return weightOf('effect', without, { family: 'yes' }, 0.08);
    const unconnected = facts.events('access.502-not-connected');
    return unconnected.length > 0 ? weightOf('bare', unconnected) : null;
  },
  sentence(args) {
    const address = word(args, 'upstreamAddress', 'an address where nothing listens');
    if (args['family'] === 'yes')
      return `nginx tries ${address} over IPv6, where the backend does not listen or this system has no address: write 127.0.0.1 instead of localhost.`;
    if (args['container'] === 'yes')
      return `nginx runs in a container and connects to its own ${address}; the backend lives in another one and must be named by its service.`;
    return `nginx connects to ${address}, but the backend listens on ${word(args, 'listen', 'another address')}.`;
  },
};

/** `localhost` became [::1] and 127.0.0.1: only the first of the two is refused (FACTS c6). */
function familyMismatch(failed: readonly EvidenceEvent[]): boolean {
  const addresses = failed.map(addressOf);
  return addresses.some((a) => a.startsWith('[::1]')) && !addresses.some((a) => a.startsWith('127.'));
}

/** Inside a container 127.0.0.1 is the container itself; the signs that nginx runs in one. */
function loopbackInContainer(facts: Facts, failed: readonly EvidenceEvent[]): boolean {
  const loopback = failed.filter((event) => /^(?:127\.|localhost)/.test(addressOf(event)));
  if (loopback.length === 0) return false;
  const signs = [
    loopback.some((event) => CONTAINER_PREFIX.test(event.text)),
    loopback.some((event) => BRIDGE_GATEWAY.test(event.text)),
    loopback.some((event) => Number(event.fields['pid'] ?? LARGE_PID) < LARGE_PID && PRIVATE_CLIENT.test(event.text)),
    [...facts.stack.documents.values()].some(({ path, text }) => /compose\.ya?ml$/.test(path) || mentionsDocker(text)),
    facts.pools.some((pool) => /^(?:0\.0\.0\.0|\[::\]):/.test(pool.address ?? '')),
  ];
  return signs.filter(Boolean).length >= 1 && !(signs.filter(Boolean).length === 1 && signs[4] === true);
}

/** `nginx_1  | `, `web-1 | `, as docker-compose prints them. */
const CONTAINER_PREFIX = /^[A-Za-z][A-Za-z0-9_.-]{0,40}[_.-]\d{1,3} {1,20}\|/;
/** Visitors of a published port come from the gateway of a docker network. */
const BRIDGE_GATEWAY = /, client: 172\.(?:1[6-9]|2[0-9]|3[01])\.\d{1,3}\.1, /;
const PRIVATE_CLIENT = /, client: (?:10|172|192\.168)\./;
/** A process namespace of its own begins at 1. */
const LARGE_PID = 64;

function mentionsDocker(text: string): boolean {
  const head = text.slice(0, 4000);
  return head.includes('CONTAINER ID') || /\bdocker(?:-compose| compose| logs| ps| run)\b/.test(head);
}
