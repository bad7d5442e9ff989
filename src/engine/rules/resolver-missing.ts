import { eventsOf, pathsOfEvents } from '../plan/paths-of-event.ts';
import type { Stack } from '../stack/stack.ts';
import { argumentsOf, nameOf, walk } from '../syntax/nginx/walk.ts';
import { setInBlock } from './edits.ts';
import { plain, placeOfEvent } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'A name in a variable, and no resolver',
  why:
    'A *_pass with a variable resolves its host name at each request, through the resolver directive only: neither /etc/hosts nor ' +
    '/etc/resolv.conf is read. Without one: "no resolver defined to resolve" and 502. Which resolver is right, no config says.',
  source: 'ngx_http_upstream.c (ngx_http_upstream_init_request), ngx_resolver.c',
};

export const resolverMissing: Rule = {
  name: 'resolver-missing',
  messages: {
    reuse:
      '{target} names its host in a variable and no resolver applies; elsewhere this configuration uses {resolver}.',
    none: '{target} names its host in a variable and no resolver applies: add "resolver ADDRESS;", or write the host literally.',
  },
  check({ stack, evidence }) {
    const events = eventsOf(evidence, ['nginx.no-resolver']);
    const [event] = events;
    if (event === undefined) return [];
    const met = pathsOfEvents(stack, evidence, ['nginx.no-resolver']);
    const paths = stack.paths.filter((path) => path.pass?.target.includes('$') === true && met.has(path));
    const resolver = resolverIn(stack);
    if (paths.length === 0) {
      return [
        { ...placeOfEvent(event), severity: 'error', code: 'none', args: { target: 'A pass directive' }, fix: null },
      ];
    }
    return paths.flatMap((path): RawFinding[] => {
      const block = path.server ?? path.location;
      if (path.pass === null || block === null) return [];
      const place = plain(path.pass);
      const { target } = path.pass;
      if (hasResolver(path.server?.node.nodes ?? []) || hasResolver(path.location?.node.nodes ?? [])) return [];
      if (resolver === null) return [{ ...place, severity: 'error', code: 'none', args: { target }, fix: null }];
      const edits = setInBlock(stack, { path: block.path, node: block.node }, 'resolver', resolver);
      return [
        { ...place, severity: 'error', code: 'reuse', args: { target, resolver }, fix: { safety: 'decide', edits } },
      ];
    });
  },
};

/** The resolver that another part of the configuration uses, as written. */
function resolverIn(stack: Stack): string | null {
  let found: string | null = null;
  for (const file of stack.nginxFiles.values()) {
    walk(file.nodes, (directive) => {
      if (nameOf(directive) === 'resolver' && found === null) found = argumentsOf(directive).join(' ');
      return undefined;
    });
  }
  return found;
}

function hasResolver(nodes: Parameters<typeof walk>[0]): boolean {
  return nodes.some((node) => node.kind === 'directive' && nameOf(node) === 'resolver');
}
