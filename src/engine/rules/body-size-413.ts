import { bodyLimitsFor } from '../plan/bodies.ts';
import { eventsOf, pathsOfEvent } from '../plan/paths-of-event.ts';
import { sizeWord } from '../plan/size-word.ts';
import { numberOf } from '../plan/values.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { isWritten } from '../stack/setting.ts';
import type { Stack } from '../stack/stack.ts';
import type { Edit } from '../text/edit.ts';
import { directivesNamed } from '../syntax/nginx/walk.ts';
import { replaceWritten, setInBlock, setPhpLimit } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'nginx refuses a request body (413)',
  why:
    'client_max_body_size is looked at in the first location that matches, before try_files sends the request on, so the server is the ' +
    'place for it. PHP’s post_max_size must not be smaller: then PHP runs the script with an empty $_POST and answers 200.',
  source: 'ngx_http_core_module.c (ngx_http_core_find_config_phase); main/SAPI.c, rfc1867.c',
};

export const bodySize413: Rule = {
  name: 'body-size-413',
  messages: {
    refused:
      'nginx refused a body of {bytes} bytes: client_max_body_size is {current}; {planned} is planned here and for PHP.',
  },
  check({ stack, evidence }) {
    const largest = new Map<RequestPath, number>();
    for (const event of eventsOf(evidence, ['nginx.body-too-large'])) {
      const bytes = Number(event.fields['bytes']);
      if (!Number.isFinite(bytes)) continue;
      for (const path of pathsOfEvent(stack, event)) largest.set(path, Math.max(bytes, largest.get(path) ?? 0));
    }
    const seen = new Set<string>();
    return [...largest]
      .flatMap(([path, bytes]) => refused(path, bytes, stack))
      .filter(({ fix }) => {
        const key = JSON.stringify(fix?.edits);
        return seen.has(key) ? false : seen.add(key);
      });
  },
};

function refused(path: RequestPath, bytes: number, stack: Stack): RawFinding[] {
  const setting = path.settings['client_max_body_size'];
  const current = numberOf(setting);
  if (current === null || current === 0 || current >= bytes) return [];
  const limits = bodyLimitsFor(bytes);
  const planned = sizeWord(limits.clientMaxBodySize, 'kmg');
  const edits: Edit[] = bodySizeEdits(path, planned, stack);
  const post = path.php?.settings['post_max_size'];
  const postBytes = numberOf(post);
  if (post !== undefined && postBytes !== null && postBytes > 0 && postBytes < limits.postMaxSize) {
    edits.push(...setPhpLimit(stack, path, 'post_max_size', sizeWord(limits.postMaxSize, 'KMG')));
  }
  const place = placeOf(path.server ?? path.location ?? { path: '', line: 1, column: 1 }, setting);
  const args = { bytes, current: setting?.written ?? sizeWord(current, 'kmg'), planned };
  return [
    { ...place, severity: 'error', code: 'refused', args, fix: edits.length ? { safety: 'reload', edits } : null },
  ];
}

/** In the location that states its own limit, else in the server, where every internal redirect of the request meets it. */
function bodySizeEdits(path: RequestPath, value: string, stack: Stack): Edit[] {
  const setting = path.settings['client_max_body_size'];
  const inLocation = directivesNamed(path.location?.node.nodes ?? [], 'client_max_body_size').length > 0;
  if (setting !== undefined && isWritten(setting) && inLocation) return [replaceWritten(setting, value)];
  const block = path.server ?? path.location;
  return block === null ? [] : setInBlock(stack, { path: block.path, node: block.node }, 'client_max_body_size', value);
}
