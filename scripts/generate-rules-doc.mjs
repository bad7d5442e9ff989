/** Writes docs/rules.md from the rules and their cases; tests/rules/page.test.ts fails when it is out of date. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false },
});
const { rulesPage } = await server.ssrLoadModule('/scripts/rules-page.ts');
await server.close();
writeFileSync(new URL('../docs/rules.md', import.meta.url), rulesPage());
