import { test as base, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';

/** A server on loopback that writes down everything it is asked for. */
export interface Listener {
  readonly origin: string;
  readonly received: string[];
  readonly stop: () => Promise<void>;
}

/** The build under test; another directory can be named to try a build of the same page. */
export const SITE = process.env['SITE'] ?? join(import.meta.dirname, '../../dist/site');

/** Our own site as any static host would serve it. */
async function serveSite(): Promise<Listener> {
  const received: string[] = [];
  const { url, stop } = await serve(SITE, 0, (asked) => received.push(asked));
  return { origin: url.slice(0, -1), received, stop };
}

/** Somebody else's server, for what should never arrive there. */
async function serveStranger(): Promise<Listener> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('0');
  });
  server.on('upgrade', (request, socket) => {
    received.push(`UPGRADE ${request.url ?? ''}`);
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, received, stop };
}

export const test = base.extend<{ site: Listener; stranger: Listener }>({
  // Each closes the browser's context first: a server that goes away under an open page would be a test of its own.
  site: async ({ context }, use) => {
    const site = await serveSite();
    await use(site);
    await context.close();
    await site.stop();
  },
  stranger: async ({ context }, use) => {
    const stranger = await serveStranger();
    await use(stranger);
    await context.close();
    await stranger.stop();
  },
});

export { expect } from '@playwright/test';

export const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
export const patch = (page: Page) => page.getByRole('region', { name: 'Patch' });
export const findings = (page: Page) => page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
export const box = (page: Page) => page.getByRole('textbox', { name: 'Paste configs and logs' });

/** Waits until the sample's verdict stands on the page. */
export async function openSample(page: Page, site: Listener, name = 'fastcgi-premature-close'): Promise<void> {
  await page.goto(`${site.origin}/?sample=${name}`);
  await patch(page).getByRole('button', { name: 'Copy patch' }).waitFor();
}
