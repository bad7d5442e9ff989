import { bodyLimitsFor, postSizeFor } from '../plan/bodies.ts';
import { eventsOf, pathsOfEvents } from '../plan/paths-of-event.ts';
import { sizeWord } from '../plan/size-word.ts';
import { numberOf } from '../plan/values.ts';
import type { RequestPath } from '../stack/request-path.ts';
import { isWritten, type Setting } from '../stack/setting.ts';
import { setPhpLimit } from './edits.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs, RuleInput } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Body limits of nginx and PHP that contradict each other',
  why:
    'A body that nginx lets through and PHP does not gives 200 with an empty $_POST. So client_max_body_size ≤ post_max_size, ' +
    'and upload_max_filesize + the form around it ≤ post_max_size. 0 is unlimited to both.',
  source: 'main/SAPI.c, main/rfc1867.c; ngx_http_core_module.c',
};

export const postMaxSize: Rule = {
  name: 'post-max-size',
  messages: {
    exceeded: 'A POST of {bytes} bytes exceeded post_max_size = {post}: the script ran with an empty $_POST.',
    'below-nginx':
      'nginx lets bodies of {body} through (client_max_body_size), PHP takes {post} (post_max_size): larger ones arrive as an empty $_POST.',
    'below-upload':
      'upload_max_filesize = {upload} does not fit into post_max_size = {post}: such an upload arrives as an empty $_POST.',
  },
  check(input) {
    const refused = pathsOfEvents(input.stack, input.evidence, ['nginx.body-too-large']);
    const seen = new Set<string>();
    return input.stack.paths
      .filter((path) => path.pass?.protocol === 'fastcgi' && !refused.has(path))
      .flatMap((path) => contradiction(path, input))
      .filter(({ path, line, column }) => {
        const key = JSON.stringify([path, line, column]);
        return seen.has(key) ? false : seen.add(key);
      });
  },
};

function contradiction(path: RequestPath, { stack, evidence }: RuleInput): RawFinding[] {
  const setting = path.php?.settings['post_max_size'];
  const post = numberOf(setting);
  if (setting === undefined || post === null || post <= 0) return [];
  const body = path.settings['client_max_body_size'];
  const upload = path.php?.settings['upload_max_filesize'];
  const bodyBytes = numberOf(body) ?? 0;
  const uploadBytes = numberOf(upload) ?? 0;
  const exceeded = Math.max(
    0,
    ...eventsOf(evidence, ['php.post-too-large']).map(({ fields }) => Number(fields['bytes']) || 0),
  );
  const needed = Math.max(
    bodyBytes,
    exceeded > post ? bodyLimitsFor(exceeded).postMaxSize : 0,
    isSet(upload) && uploadBytes >= post ? postSizeFor(uploadBytes) : 0,
  );
  const place = placeOf(path.location ?? { path: '', line: 1, column: 1 }, setting, body);
  const args = { post: size(setting), body: size(body), upload: size(upload), bytes: exceeded };
  const edits = () => setPhpLimit(stack, path, 'post_max_size', sizeWord(needed, 'KMG'));
  if (exceeded > post)
    return [{ ...place, severity: 'error', code: 'exceeded', args, fix: { safety: 'reload', edits: edits() } }];
  const code = bodyBytes > post ? 'below-nginx' : uploadBytes >= post ? 'below-upload' : null;
  if (code === null) return [];
  const other = code === 'below-nginx' ? body : upload;
  if (!isSet(other)) return [];
  const both = isSet(setting);
  return [{ ...place, severity: 'warning', code, args, fix: both ? { safety: 'reload', edits: edits() } : null }];
}

function isSet(setting: Setting | undefined): boolean {
  return setting !== undefined && isWritten(setting);
}

function size(setting: Setting | undefined): string {
  return setting?.written ?? sizeWord(numberOf(setting) ?? 0, 'KMG');
}
