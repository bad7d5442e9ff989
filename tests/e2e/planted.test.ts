import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeLink } from '../../src/share/link.ts';
import { plantSecrets } from '../redaction/planted.ts';
import { writtenWays } from '../redaction/written-ways.ts';
import { SITE, box, expect, patch, test, verdict } from './site.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_007);

/** A short value stands somewhere by chance, in a script or in a number of the layout. */
const TELLS_FROM = 8;

/** Everything that a page leaves behind in the browser, and everything that shows what it was about. */
async function tracesOf(page: Page): Promise<Record<string, string>> {
  const kept = await page.evaluate(async () => {
    const stores = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = '' }) => {
        const opened = await new Promise<IDBDatabase>((done, failed) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => {
            done(request.result);
          };
          request.onerror = () => {
            failed(new Error(name));
          };
        });
        const all = [...opened.objectStoreNames].map(
          (store) =>
            new Promise((done) => {
              const request = opened.transaction(store).objectStore(store).getAll();
              request.onsuccess = () => {
                done(request.result);
              };
            }),
        );
        return [name, await Promise.all(all)];
      }),
    );
    return {
      storage: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, stores]),
      window: JSON.stringify([window.name, history.state, location.href, document.title, document.referrer]),
      requests: JSON.stringify(performance.getEntries().map((entry) => entry.name)),
      dom: document.documentElement.outerHTML,
      text: document.body.innerText,
      fields: [...document.querySelectorAll('input, textarea')]
        .map((field) => (field as HTMLInputElement).value)
        .join('\n'),
    };
  });
  return { ...kept, url: page.url() };
}

/** What the caches hold besides the files of the site, byte for byte. */
async function strangeInCaches(page: Page): Promise<string> {
  const cached = await page.evaluate(async () => {
    const found: { path: string; body: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bytes = new Uint8Array((await (await cache.match(request))?.arrayBuffer()) ?? []);
        const body = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
        found.push({ path: request.url.slice(location.origin.length), body });
      }
    }
    return found;
  });
  const strange = cached.filter(({ path, body }) => {
    const file = join(SITE, path === '/' ? 'index.html' : path);
    return path.includes('?') || readFileSync(file, 'latin1') !== body;
  });
  return JSON.stringify(strange);
}

function listen(context: BrowserContext): string[] {
  const said: string[] = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(error.error().stack ?? error.error().message));
  return said;
}

async function downloaded(page: Page, press: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: press }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('planted secrets of every class leave by no way', async ({ page, site, context }) => {
  test.slow();
  console.log(`planted: seed ${seed}`);
  const { paste, secrets, rows } = plantSecrets(seed);
  const said = listen(context);
  await page.goto(site.origin);
  await box(page).fill(paste);
  await page.getByRole('spinbutton', { name: 'Longest request' }).fill('90');
  await expect(patch(page)).toContainText('fastcgi_read_timeout', { timeout: 30_000 });
  await page.getByRole('radio', { name: 'Redacted' }).check();
  const diff = await downloaded(page, 'Download patch');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Share link' });
  await expect(field).toHaveValue(/#s1\./, { timeout: 30_000 });
  const link = await field.inputValue();
  const file = await downloaded(page, 'Download as a file');
  const markdown = await downloaded(page, 'Download as Markdown');
  const decoded = await decodeLink(link.slice(link.indexOf('#')));
  const other = await context.newPage();
  await other.goto(link);
  await expect(verdict(other).locator('.sentence')).toBeVisible();

  const places: Record<string, string> = {
    link,
    decoded: JSON.stringify(decoded),
    diff,
    file,
    markdown: `${markdown}\n${markdown.replaceAll('\\', '')}`,
    console: said.join('\n'),
    caches: await strangeInCaches(page),
    ...named('here', await tracesOf(page)),
    ...named('there', await tracesOf(other)),
  };
  // What was planted did get as far as the link, as aliases: otherwise nothing was tried.
  expect([...rows]).toEqual(expect.arrayContaining(Array.from({ length: 15 }, (_, at) => at + 1)));
  expect(places['decoded']?.match(/REDACTED_/g)?.length).toBeGreaterThan(secrets.length);
  expect(places['there text']?.match(/REDACTED_/g)?.length).toBeGreaterThan(secrets.length);
  expect(found(secrets, { paste }).length).toBeGreaterThan(secrets.length);
  expect(found(secrets, places)).toEqual([]);
});

const named = (where: string, traces: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(traces).map(([name, text]) => [`${where} ${name}`, text]));

/** `place: value as written` for all that must not be there. */
function found(secrets: readonly string[], places: Readonly<Record<string, string>>): string[] {
  const needles = new Set(
    secrets
      .filter((secret) => secret.length >= TELLS_FROM)
      .flatMap((secret) => writtenWays(secret).map(({ core }) => core)),
  );
  return Object.entries(places).flatMap(([place, text]) =>
    [...needles].filter((needle) => text.includes(needle)).map((needle) => `${place}: ${needle}`),
  );
}
