import type { Plugin } from 'vite';

/**
 * What the built page may do: run its own scripts and blob workers, and reach nothing.
 * `'unsafe-inline'` is for styles only (the editor sets them); images are `data:` because an image of our own
 * origin could carry a query to our own server.
 * @param script sources of scripts: `'self'` for the site, hashes for the single file
 */
export function policyOf(script: string): string {
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    "font-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The tag must come before anything it should govern. Only at build: the dev server needs a websocket. */
export function withPolicyTag(html: string, policy: string): string {
  return html.replace(
    '<meta charset="utf-8" />',
    `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** The policy as a tag in the page, and as a header file with what a tag cannot say (`frame-ancestors`, `sandbox` is not needed). */
export function sitePolicy(): Plugin {
  const policy = policyOf("'self'");
  return {
    name: 'site-policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (html) => withPolicyTag(html, policy) },
    generateBundle() {
      const headers = [
        `Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
        'Referrer-Policy: no-referrer',
        'X-Content-Type-Options: nosniff',
        'Cross-Origin-Opener-Policy: same-origin',
      ];
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${headers.map((h) => `  ${h}\n`).join('')}` });
    },
  };
}
