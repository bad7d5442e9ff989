import type { Signature } from '../../evidence/signatures.ts';
import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Cause, Weight } from '../weighing.ts';
import type { Facts } from '../facts/facts.ts';
import { linesOf } from '../facts/lines.ts';
import { ofTheirSystem } from '../facts/machines.ts';
import { bySigns, says, weightOf, word } from '../facts/signs.ts';
import { addressOf, isIpv6 } from '../facts/upstream-field.ts';

/** A policy or a packet filter forbids the connection. */
export const selinuxFirewall: Cause = {
  id: 'selinux-firewall',
  harm: 'gateway',
  explains: [
    'nginx.connect-eacces-tcp',
    'nginx.connect-eacces-unix',
    'nginx.connect-not-permitted',
    'nginx.connect-no-route',
    'nginx.connect-timeout',
    'access.502-not-connected',
  ],
  asks: ['selinux', 'firewall', 'error-log'],
  weigh(facts) {
    const forbidden = facts.events('nginx.connect-eacces-tcp', 'nginx.connect-not-permitted');
    const denied = ofTheirSystem(
      facts.events('kernel.avc-denied').filter((event) => /nginx|httpd|php/i.test(event.text)),
      [...forbidden, ...facts.events('nginx.connect-eacces-unix')],
    );
    const rejected = facts.events('firewall.reject');
    const unreached = facts.events('nginx.connect-no-route', 'nginx.connect-timeout');
    if (denied.length > 0) return weightOf('mechanism', [...denied, ...forbidden], { avc: 'yes' }, 0.05);
    if (rejected.length > 0 && unreached.length + forbidden.length > 0)
      return weightOf('mechanism', [...rejected, ...unreached, ...forbidden], {}, 0.02);
    const enforcing = facts.events('security.enforcing');
    if (forbidden.length > 0) {
      const weight = weightOf(enforcing.length > 0 ? 'mechanism' : 'effect', forbidden, {}, 0.08);
      return { ...weight, lines: [...weight.lines, ...linesOf(enforcing, 1)] };
    }
    const shut = facts.events('nginx.connect-eacces-unix');
    if (shut.length > 0 && enforcing.length > 0) return weightOf('effect', [...shut, ...enforcing], {}, -0.05);
    if (unreached.length > 0) return weightOf('bare', unreached, {}, 0.06);
    return shut.length > 0 ? weightOf('bare', shut) : null;
  },
  sentence: (args) =>
    args['avc'] === 'yes'
      ? 'SELinux forbids nginx to connect to the backend: allow exactly that connection, do not switch SELinux off.'
      : `A security policy or packet filter forbids the connection to ${word(args, 'upstreamAddress', 'the backend')}.`,
};

/** What the second address of a name may end with. */
const ALSO_TRIED: readonly Signature[] = [
  'nginx.connect-refused',
  'nginx.connect-timeout',
  'nginx.connect-eacces-tcp',
  'nginx.reset-before-header',
  'nginx.eof-before-header',
  'nginx.read-header-timeout',
  'nginx.ssl-handshake',
];

function isIpv4(event: EvidenceEvent): boolean {
  return /^\d{1,3}\./.test(addressOf(event));
}

function isLoopback6(event: EvidenceEvent): boolean {
  return addressOf(event).startsWith('[::1]');
}

export const noRoute: Cause = {
  id: 'no-route',
  harm: 'gateway',
  explains: [
    'nginx.connect-no-route',
    'nginx.connect-net-unreachable',
    'nginx.connect-no-local-port',
    'access.502-not-connected',
  ],
  asks: ['firewall', 'containers', 'resolver', 'error-log'],
  weigh(facts) {
    const unreachable = facts.events('nginx.connect-net-unreachable');
    // Of a name with addresses of both families the other one is tried too, and decides.
    if (unreachable.length > 0 && unreachable.every(isIpv6) && facts.events(...ALSO_TRIED).some(isIpv4))
      return weightOf('bare', unreachable, {}, 0.06);
    if (unreachable.length > 0) return weightOf('mechanism', unreachable, {}, -0.04);
    const homeless = facts.events('nginx.connect-no-local-port');
    if (homeless.length > 0 && homeless.every(isIpv6) && !homeless.some(isLoopback6))
      return weightOf('effect', homeless, {}, 0.1);
    const lost = facts.events('nginx.connect-no-route');
    return lost.length > 0 ? weightOf('effect', lost, {}, 0.08) : null;
  },
  sentence: (args) =>
    `There is no way to ${word(args, 'upstreamAddress', 'the backend')}: the host or container is gone, its address changed, or a filter rejects the packets.`,
};

const UNRESOLVED: readonly Signature[] = ['nginx.dns-failed', 'nginx.no-resolver', 'nginx.host-not-found'];

/** Somebody saw that a restart of nginx, which resolves its names anew, mends it. */
function keptAddress(facts: Facts, failed: readonly EvidenceEvent[]): Weight | null {
  const told = (facts.evidence.told ?? []).filter(({ signature }) => signature === 'told.nginx-restart-helps');
  const remote = failed.filter((event) => /^(?!127\.)\d{1,3}(?:\.\d{1,3}){3}(?::|$)/.test(addressOf(event)));
  if (told.length === 0 || remote.length === 0) return null;
  return weightOf('effect', [...remote, ...told], { kept: 'yes' }, 0.12);
}

export const dnsResolve: Cause = {
  id: 'dns-resolve',
  harm: 'gateway',
  explains: ['nginx.dns-failed', 'nginx.no-resolver', 'nginx.host-not-found', 'nginx.connect-no-route', 'nginx.emerg'],
  asks: ['resolver', 'nginx-config', 'containers', 'error-log'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: UNRESOLVED });
    if (seen !== null) return { ...seen, nuance: 0.03, failures: facts.count(...UNRESOLVED) };
    const lost = facts.events('nginx.connect-no-route');
    const helped = keptAddress(facts, [...lost, ...facts.events('nginx.connect-refused', 'nginx.connect-timeout')]);
    if (helped !== null) return helped;
    return lost.length > 0 ? weightOf('bare', lost, {}, 0.1) : null;
  },
  sentence(args) {
    if (args['kept'] === 'yes')
      return `nginx goes on using the address ${word(args, 'upstreamAddress', 'of the backend')} that the name had when nginx started: resolve it at run time (resolver and a variable), or reload nginx with every new backend.`;
    const name = word(args, 'host', 'the backend');
    return `nginx could not resolve the name of ${name}: the name, the resolver, or an address that changed since nginx started.`;
  },
};

export const ephemeralPorts: Cause = {
  id: 'ephemeral-ports',
  harm: 'gateway',
  explains: ['nginx.connect-no-local-port'],
  asks: ['listeners', 'nginx-config'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: ['nginx.connect-no-local-port'] });
    // A machine without an address of IPv6 says the same of every IPv6 backend (ip6_dst_lookup: EADDRNOTAVAIL).
    return seen !== null && facts.events('nginx.connect-no-local-port').every(isIpv6)
      ? { ...seen, level: 'effect' }
      : seen;
  },
  sentence: () =>
    'nginx ran out of local ports for connections to the backend: reuse connections (keepalive), or use a unix socket.',
};

export const sslHandshakeUpstream: Cause = {
  id: 'ssl-handshake-upstream',
  harm: 'gateway',
  explains: ['nginx.ssl-handshake', 'nginx.ssl-verify', 'access.502-other'],
  asks: ['nginx-config', 'error-log'],
  weigh(facts) {
    const weight = bySigns(facts, { mechanism: ['nginx.ssl-handshake', 'nginx.ssl-verify'] });
    if (weight === null) return null;
    const plain = says(facts.events('nginx.ssl-handshake'), 'wrong version number');
    return { ...weight, args: { ...weight.args, ...(plain ? { plain: 'yes' } : {}) } };
  },
  sentence: (args) =>
    args['plain'] === 'yes'
      ? 'nginx speaks TLS to a port that does not: the backend expects plain HTTP there.'
      : 'The TLS handshake with the backend failed: server name (SNI), protocol version, or certificate.',
};
