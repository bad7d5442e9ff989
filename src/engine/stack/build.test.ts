import { describe, expect, it } from 'vitest';
import type { Document, DocumentKind } from '../text/document.ts';
import { UNKNOWN_HOST } from '../text/host.ts';
import type { Redacted } from '../text/redacted.ts';
import { buildStack } from './build.ts';

const doc = (path: string, text: string, kind: DocumentKind = 'nginx'): Document<Redacted> => ({
  path,
  kind,
  text: text as Redacted,
  recognisedBy: 'test',
});

describe('buildStack', () => {
  it('reads the article', () => {
    const stack = buildStack(
      [
        doc(
          'api',
          'server {\n listen 80;\n root /srv/api/public;\n location ~ \\.php$ {\n  fastcgi_pass 127.0.0.1:9000;\n fastcgi_buffers 8 32k;\n fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; include fastcgi_params;\n fastcgi_read_timeout 1m30s;\n } }\n',
        ),
        doc('www.conf', '[www]\nlisten = 9000\npm = static\npm.max_children = 5\n', 'fpm'),
      ],
      UNKNOWN_HOST,
    );
    const [path] = stack.paths;
    expect(stack.paths).toHaveLength(1);
    expect(path?.location?.label).toBe('location ~ \\.php$');
    expect(path?.pool?.name).toBe('www');
    expect(path?.scriptFilename).toBe('/srv/api/public$fastcgi_script_name');
    expect(path?.settings['fastcgi_read_timeout']).toMatchObject({ value: 90, written: '1m30s', meant: '90 s' });
    expect(path?.settings['fastcgi_busy_buffers_size']?.value).toBe(65_536);
    expect(path?.settings['pm.max_children']?.value).toBe(5);
  });
});
