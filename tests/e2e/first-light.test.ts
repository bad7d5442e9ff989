import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { box, expect, findings, openSample, patch, test, verdict } from './site.ts';

const incident = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../samples/fastcgi-premature-close', name), 'utf8');

/** The article's incident as somebody would paste it: one blob with everything in it. */
const blob = [
  'etc/nginx/sites-available/api.example.com',
  'etc/php/8.2/fpm/pool.d/www.conf',
  'etc/php/8.2/fpm/php.ini',
  'var/log/nginx/error.log',
]
  .map((path) => `==> /${path} <==\n${incident(path)}\n`)
  .join('');

test('the bare page is empty and says where the text stays', async ({ page, site }) => {
  await page.goto(site.origin);
  await expect(box(page)).toBeVisible();
  await expect(page.getByText('sent nowhere')).toBeVisible();
  await expect(verdict(page)).toContainText('Nothing to judge yet');
  await expect(page.getByRole('list', { name: 'Documents' })).toHaveCount(0);
});

test('one filled-in blob yields documents, a verdict, findings and a patch', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(blob);
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('combobox', { name: 'Kind of /etc/php/8.2/fpm/pool.d/www.conf' })).toHaveValue('fpm');
  await expect(verdict(page).locator('.sentence')).not.toBeEmpty();
  await page.getByRole('spinbutton', { name: 'Longest request' }).fill('90');
  await expect(findings(page).first()).toBeVisible();
  await expect(patch(page)).toContainText('fastcgi_read_timeout');
  await expect(box(page)).toHaveValue('');
});

test('a paste needs no focus', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(site.origin);
  await page.evaluate((text) => navigator.clipboard.writeText(text), incident('var/log/nginx/error.log'));
  await page.locator('body').press('Control+v');
  await expect(verdict(page).locator('.sentence')).toBeVisible();
});

test('files and folders go in through the file inputs', async ({ page, site }) => {
  await page.goto(site.origin);
  await page.getByLabel('Add files').setInputFiles([
    { name: 'www.conf', mimeType: 'text/plain', buffer: Buffer.from(incident('etc/php/8.2/fpm/pool.d/www.conf')) },
    { name: 'error.log', mimeType: 'text/plain', buffer: Buffer.from(incident('var/log/nginx/error.log')) },
  ]);
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove www.conf' }).click();
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(1);
});

test('host facts recompute the plan live and show their arithmetic', async ({ page, site }) => {
  await openSample(page, site);
  const sizing = page.getByRole('region', { name: 'Sizing' });
  await expect(sizing).toContainText('245');
  await expect(page.getByRole('spinbutton', { name: 'Memory', exact: true })).toHaveValue('16');
  await page.getByRole('spinbutton', { name: 'Memory', exact: true }).fill('8');
  await expect(sizing).toContainText('81');
  await expect(page.getByRole('spinbutton', { name: 'Memory', exact: true })).toHaveAccessibleDescription(/GiB/);
});

test('each fix is a switch, and the download is the patch that is shown', async ({ page, site }) => {
  await openSample(page, site);
  await page.getByRole('radio', { name: 'Redacted' }).check();
  const saved = async (): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download patch' }).click();
    expect((await download).suggestedFilename()).toBe('stackengine.patch');
    return readFileSync(await (await download).path(), 'utf8');
  };
  const before = await saved();
  for (const line of before.split('\n').filter((one) => one.startsWith('+')))
    await expect(patch(page)).toContainText(line);
  const applied = page.getByRole('list', { name: 'Findings' }).getByRole('switch', { checked: true });
  const count = await applied.count();
  expect(count).toBeGreaterThan(0);
  await applied.first().click();
  await expect(applied).toHaveCount(count - 1);
  if (count > 1) expect(await saved()).not.toBe(before);
  else await expect(patch(page)).toContainText('Nothing to change');
});

test('the keyboard walks the findings', async ({ page, site }) => {
  await openSample(page, site);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Source' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Source' })).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('New incident forgets everything', async ({ page, site }) => {
  await openSample(page, site);
  await page.getByRole('button', { name: 'New incident' }).click();
  await expect(page.getByRole('list', { name: 'Findings' })).toHaveCount(0);
  await expect(page.getByRole('spinbutton', { name: 'Memory', exact: true })).toHaveValue('');
  await box(page).fill(incident('var/log/nginx/error.log'));
  await expect(verdict(page).locator('.sentence')).toBeVisible();
});

test('a log alone asks for the configs, and a text full of mistakes does not bury the patch', async ({
  page,
  site,
}) => {
  await page.goto(site.origin);
  await box(page).fill(incident('var/log/nginx/error.log'));
  await expect(patch(page)).toContainText('No config was given');
  await expect(patch(page).getByRole('button', { name: 'Copy command' })).toBeVisible();
  await page.getByRole('button', { name: 'New incident' }).click();
  await box(page).fill(`server { location / { fastcgi_pass ${'{ '.repeat(40)}\n`);
  await expect(findings(page).first()).toBeVisible();
  const folded = await findings(page).count();
  await page.getByRole('button', { name: /^Show all \d+ findings$/ }).click();
  await expect.poll(() => findings(page).count()).toBeGreaterThan(folded + 10);
});
