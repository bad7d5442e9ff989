import { pathsOfEvents } from '../plan/paths-of-event.ts';
import type { RequestPath } from '../stack/request-path.ts';
import type { Stack } from '../stack/stack.ts';
import type { NginxDirective } from '../syntax/nginx/tree.ts';
import { argumentsOf, directivesNamed } from '../syntax/nginx/walk.ts';
import { replaceArgs, insertAfter } from '../syntax/nginx/set.ts';
import { LineIndex } from '../text/span.ts';
import { plain } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

const USUAL = '$document_root$fastcgi_script_name';

export const docs: RuleDocs = {
  title: 'SCRIPT_FILENAME is missing or names another tree',
  why:
    'PHP-FPM opens what SCRIPT_FILENAME names; nothing or a wrong tree is "Primary script unknown" and 404. fastcgi_params of the usual ' +
    'packages does not set it (fastcgi.conf does). One fastcgi_param in a location hides all that stand outside.',
  source: 'fpm_main.c (init_request_info), ngx_http_fastcgi_module.c',
};

export const scriptFilename: Rule = {
  name: 'script-filename',
  messages: {
    missing: 'PHP-FPM did not find the script, and {location} passes no SCRIPT_FILENAME.',
    elsewhere:
      'PHP-FPM did not find the script: {location} passes SCRIPT_FILENAME {value}, which does not follow the root of the site.',
  },
  check({ stack, evidence }) {
    const met = pathsOfEvents(stack, evidence, ['php.script-unknown']);
    const seen = new Set<NginxDirective>();
    return [...met].flatMap((path) => {
      const node = path.location?.node;
      if (node === undefined || path.pass?.protocol !== 'fastcgi' || seen.has(node)) return [];
      seen.add(node);
      return finding(path, node, stack);
    });
  },
};

function finding(path: RequestPath, block: NginxDirective, stack: Stack): RawFinding[] {
  const { location } = path;
  const text = location === null ? undefined : stack.documents.get(location.path)?.text;
  if (location === null || text === undefined) return [];
  const parameters = directivesNamed(block.nodes, 'fastcgi_param');
  const written = parameters.find((one) => argumentsOf(one)[0] === 'SCRIPT_FILENAME');
  if (written !== undefined) {
    const value = argumentsOf(written)[1] ?? '';
    if (!value.startsWith('/')) return [];
    const edits = [{ path: location.path, ...replaceArgs(written, `SCRIPT_FILENAME ${USUAL}`) }];
    const place = { path: location.path, ...new LineIndex(text).positionAt(written.start) };
    const args = { location: location.label, value };
    return [{ ...place, severity: 'error', code: 'elsewhere', args, fix: { safety: 'decide', edits } }];
  }
  if (path.scriptFilename !== null || path.unknownIncludes.some((one) => one.path === location.path)) return [];
  const anchor = parameters.at(-1) ?? directivesNamed(block.nodes, 'include').at(-1);
  if (anchor === undefined) return [];
  const edits = [{ path: location.path, ...insertAfter(anchor, `fastcgi_param SCRIPT_FILENAME ${USUAL};`, text) }];
  return [
    {
      ...plain(location),
      severity: 'error',
      code: 'missing',
      args: { location: location.label },
      fix: { safety: 'reload', edits },
    },
  ];
}
