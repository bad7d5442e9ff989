import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SITE, box, expect, test } from './site.ts';

// What the service worker fetches ahead for later is no part of the first load.
test.use({ serviceWorkers: 'block' });

const KIB = 1024;
const packed = (name: string): number => gzipSync(readFileSync(join(SITE, name)), { level: 9 }).length / KIB;

test('what is loaded before the engine is at most 40 KiB', async ({ page, site }) => {
  await page.goto(site.origin);
  await expect(box(page)).toBeVisible();
  const engineAt = (): number => site.received.findIndex((url) => url.includes('.worker-'));
  await expect.poll(engineAt).toBeGreaterThan(0);
  const early = site.received.slice(0, engineAt()).map((url) => (url === '/' ? '/index.html' : url));
  expect(early.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(0);
  expect(
    early.map(packed).reduce((sum, size) => sum + size, 0),
    early.join(' '),
  ).toBeLessThanOrEqual(40);
});

test('each chunk of the engine is at most 150 KiB', () => {
  const workers = readdirSync(join(SITE, 'assets')).filter((name) => /^(?:engine|analyst|judge)\.worker-/.test(name));
  expect(workers).toHaveLength(3);
  for (const name of workers) expect(packed(`assets/${name}`), name).toBeLessThanOrEqual(150);
});

test('nothing else of ours is large: only the editor is, and it waits until it is wanted', () => {
  const rest = readdirSync(join(SITE, 'assets')).filter(
    (name) => !/^(?:editor|engine\.|analyst\.|judge\.|codicon)/i.test(name),
  );
  for (const name of rest) expect(packed(`assets/${name}`), name).toBeLessThanOrEqual(40);
});
