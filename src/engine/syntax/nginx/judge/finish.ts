import { builtInVariables, type VariableWorld } from '../../../knowledge/nginx/variables.ts';
import { inForce, type Block } from './blocks.ts';
import type { Judgement, ListenAddress, Pass } from './judgement.ts';
import { nearest } from './suggest.ts';

/** What nginx checks only when everything is read: names that are used must be defined somewhere. */
export function judgeNames(judgement: Judgement): void {
  for (const world of ['http', 'stream'] as const) {
    judgeVariables(world, judgement);
    for (const listen of judgement.names(world).listens.values()) judgeCertificates(listen, judgement);
  }
  if (!judgement.includesMissing) {
    for (const [name, { size, use }] of judgement.zones) {
      if (size === null) judgement.object(use.directive, `zero size shared memory zone "${name}"`, use.word);
    }
    for (const [name, use] of judgement.threadPools) {
      if (name !== 'default' && !judgement.definedThreadPools.has(name)) {
        judgement.object(use.directive, `unknown thread pool "${name}"`, use.word);
      }
    }
  }
  for (const pass of judgement.passes) judgePass(pass, judgement);
}

function judgeVariables(world: VariableWorld, judgement: Judgement): void {
  const { variables, variableUses } = judgement.names(world);
  const reported = new Set<string>();
  for (const { name, directive, word } of variableUses) {
    if (reported.has(name) || judgement.isKnownVariable(world, name)) continue;
    reported.add(name);
    if (judgement.includesMissing) continue;
    const similar = nearest(name, [...variables.keys(), ...builtInVariables(world)]);
    const hint = similar === null ? '' : `, did you mean "$${similar}"?`;
    judgement.object(directive, `unknown "${name}" variable${hint}`, word);
  }
}

function judgePass({ call, address }: Pass, judgement: Judgement): void {
  const known = judgement.names(call.world).upstreams.has(address.host.toLowerCase());
  if (known && address.hasPort) {
    judgement.object(call.directive, `upstream "${address.host}" may not have port ${address.port}`, 1);
  } else if (!known && address.port === 0 && address.family !== 'unix') {
    if (address.family === 'name' && judgement.includesMissing) return;
    judgement.object(call.directive, `no port in upstream "${address.host}"`, 1);
  }
}

/** `listen ... ssl` needs a certificate in the server that answers first on that address (`ngx_http_ssl_init`). */
function judgeCertificates(listen: ListenAddress, judgement: Judgement): void {
  if (listen.ssl === null) return;
  const answering = listen.defaultServer ?? listen.servers[0];
  if (answering === undefined || hasCertificate(answering) || judgement.includesMissing) return;
  const rejects = (server: Block): boolean => inForce(server, 'ssl_reject_handshake')?.words[1]?.value === 'on';
  const guilty = rejects(answering)
    ? listen.servers.find((server) => !hasCertificate(server) && !rejects(server))
    : answering;
  if (guilty === undefined) return;
  const { directive } = listen.ssl.block === guilty ? listen.ssl : { directive: guilty.own.get('listen') };
  judgement.object(
    directive ?? listen.ssl.directive,
    'no "ssl_certificate" is defined for the "listen ... ssl" directive',
  );
}

function hasCertificate(server: Block): boolean {
  return inForce(server, 'ssl_certificate') !== undefined;
}
