import { gzipSync } from 'node:zlib';
import { box, expect, patch, test, verdict } from './site.ts';

const POOL = `[www]
user = www-data
listen = /run/php/php8.2-fpm.sock
pm = dynamic
pm.max_children = 5
pm.start_servers = 9
pm.min_spare_servers = 1
pm.max_spare_servers = 3
env[DB_PASSWORD] = Tr0ub4dor-and-3
env[TENANT] = bluebird
`;

test('a secret is listed, kept only after a second question, and the preview says so', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(POOL);
  const redaction = page.getByRole('region', { name: 'Redaction' });
  await redaction.getByText(/secrets in env/).click();
  await redaction.getByRole('button', { name: /^Keep / }).click();
  await expect(redaction.getByRole('heading', { name: 'Kept as they are' })).toHaveCount(0);
  await redaction.getByRole('button', { name: 'It is a secret: keep it anyway' }).click();
  await expect(redaction.getByRole('heading', { name: 'Kept as they are' })).toBeVisible();
  await expect(redaction).toContainText('Tr0ub4dor-and-3');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('1 secret was kept readable');
  await page.getByRole('button', { name: 'Close' }).click();
  await redaction.getByRole('button', { name: 'Replace again' }).click();
  await expect(redaction).not.toContainText('Tr0ub4dor-and-3');
});

test('a word of the user’s own is replaced everywhere', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(POOL);
  await page.getByRole('textbox', { name: 'Also replace' }).fill('bluebird');
  await page.getByRole('button', { name: 'Replace everywhere' }).click();
  await expect(page.getByRole('region', { name: 'Redaction' })).toContainText('words you chose');
  await expect(patch(page)).not.toContainText('bluebird');
});

test('a packed log is read like any other', async ({ page, site }) => {
  await page.goto(site.origin);
  const line =
    '2024/01/15 03:47:22 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream\n';
  await page
    .getByLabel('Add files')
    .setInputFiles({ name: 'error.log.2.gz', mimeType: 'application/gzip', buffer: gzipSync(line) });
  await expect(verdict(page).locator('.sentence')).toBeVisible();
  await expect(verdict(page)).toContainText('Connection refused');
});

test('the collector is copied as it is', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.origin);
  await page.getByRole('button', { name: 'Copy collector' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^#!\/bin\/sh\n/);
});
