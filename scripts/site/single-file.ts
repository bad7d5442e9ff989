import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { policyOf, withPolicyTag } from './policy.ts';

/** Puts every script and style into the page itself, so that one file opened from disk is the whole product. */
export function singleFile(): Plugin {
  return {
    name: 'single-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('index.html is missing from the build');
        let html = String(page.source);
        const hashes: string[] = [];
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') {
            const code = escapeForScript(file.code);
            hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
            html = replaceTag(html, 'script', name, () => '');
            html = html.replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
          } else if (name.endsWith('.css')) {
            html = replaceTag(html, 'link', name, () => `<style>${String(file.source)}</style>`);
          } else continue;
          Reflect.deleteProperty(bundle, name);
        }
        page.source = withPolicyTag(html.replace(/\s*<link rel="manifest"[^>]*>/, ''), policyOf(hashes.join(' ')));
        page.fileName = 'incident.html';
      },
    },
  };
}

/** A script element ends at the first `</script`, even inside a string. */
function escapeForScript(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

function replaceTag(html: string, tag: 'script' | 'link', file: string, by: () => string): string {
  const end = tag === 'script' ? '></script>' : '>';
  const at = html.indexOf(file);
  if (at === -1) return html;
  const start = html.lastIndexOf(`<${tag}`, at);
  const stop = html.indexOf(end, at) + end.length;
  return html.slice(0, start) + by() + html.slice(stop);
}
