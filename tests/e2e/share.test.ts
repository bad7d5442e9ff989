import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { box, expect, openSample, patch, test, verdict } from './site.ts';

/** What stands in the incident below and must not leave. */
const SECRETS = ['Tr0ub4dor-and-3', 'shop.customer-name.com', '81.2.69.142', 'ops@customer-name.com'];
const INCIDENT = `==> /etc/nginx/conf.d/shop.conf <==
# ask ops@customer-name.com
server {
    listen 80;
    server_name shop.customer-name.com;
    location ~ \\.php$ {
        fastcgi_pass unix:/run/php/php8.2-fpm.sock;
        fastcgi_read_timeout 30s;
    }
}

==> /etc/php/8.2/fpm/pool.d/www.conf <==
[www]
user = www-data
listen = /run/php/php8.2-fpm.sock
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
request_terminate_timeout = 20s
env[DB_PASSWORD] = Tr0ub4dor-and-3

==> /var/log/nginx/error.log <==
2024/01/15 03:47:22 [error] 18345#18345: *9821 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 81.2.69.142, server: shop.customer-name.com, request: "POST /pay?token=Tr0ub4dor-and-3 HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock", host: "shop.customer-name.com"

==> /var/log/php8.2-fpm.log <==
[15-Jan-2024 03:47:22] WARNING: [pool www] child 18901, script '/var/www/shop.customer-name.com/pay.php' (request: "POST /pay.php") execution timed out (20.4 sec), terminating
[15-Jan-2024 03:47:22] WARNING: [pool www] child 18901 exited on signal 15 (SIGTERM) after 35.2 seconds from start
`;

async function share(page: Page, origin: string): Promise<string> {
  await page.goto(origin);
  await box(page).fill(INCIDENT);
  await page.getByRole('spinbutton', { name: 'Longest request' }).fill('90');
  await patch(page).getByRole('button', { name: 'Copy patch' }).waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = page.getByRole('textbox', { name: 'Share link' });
  await expect(field).toHaveValue(/#s1\./);
  return field.inputValue();
}

/** Changed lines of a diff as they stand on the page. */
const changes = (page: Page, region: string): Promise<string[]> =>
  page.getByRole('region', { name: region, exact: true }).locator('ins, del').allInnerTexts();

test('a shared link shows the same diff elsewhere, and none of the secrets', async ({ page, site, browser }) => {
  const link = await share(page, site.origin);
  expect(page.url()).toBe(`${site.origin}/`);
  expect(link.startsWith(`${site.origin}/#s1.`)).toBe(true);
  const here = await changes(page, 'Patch');
  expect(here.length).toBeGreaterThan(0);

  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const other = await elsewhere.newPage();
  const said: string[] = [];
  other.on('console', (message) => said.push(message.text()));
  await other.goto(link);
  await expect(other.getByText('From a link, redacted, read-only.')).toBeVisible();
  expect(await changes(other, 'Patch')).toEqual(here);
  expect(await verdict(other).locator('.sentence').innerText()).not.toBe('');
  expect(other.url()).toBe(`${site.origin}/`);
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const html = await other.content();
  const kept = await other.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
  for (const secret of SECRETS) expect(html + kept + said.join('\n')).not.toContain(secret);
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await other.getByRole('button', { name: 'New incident' }).click();
  await expect(box(other)).toBeVisible();
  await elsewhere.close();
});

test('the private patch has the real values, the shared one aliases', async ({ page, site }) => {
  await share(page, site.origin);
  await page.getByRole('button', { name: 'Close' }).click();
  const saved = async (): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download patch' }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  expect(await saved()).toContain('Tr0ub4dor-and-3');
  await page.getByRole('radio', { name: 'Redacted' }).check();
  expect(await saved()).not.toContain('Tr0ub4dor-and-3');
  expect(await patch(page).innerText()).not.toContain('Tr0ub4dor-and-3');
});

test('the preview is what the other side gets; leaving out makes it shorter', async ({ page, site }) => {
  const link = await share(page, site.origin);
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toContainText('characters');
  await expect(dialog.getByRole('region', { name: 'Shared verdict' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('checkbox', { name: /log lines/ }).check();
  const field = page.getByRole('textbox', { name: 'Share link' });
  await expect.poll(async () => (await field.inputValue()).length).toBeLessThan(link.length);
});

test('a passphrase locks the link', async ({ page, site, context }) => {
  await share(page, site.origin);
  await page.getByLabel('Passphrase').fill('correct horse');
  const field = page.getByRole('textbox', { name: 'Share link' });
  await expect(field).toHaveValue(/#s1e\./);
  const other = await context.newPage();
  await other.goto(await field.inputValue());
  await other.getByLabel('Passphrase').fill('wrong');
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(other.getByRole('alert')).toContainText('does not open');
  await other.getByLabel('Passphrase').fill('correct horse');
  await other.getByRole('button', { name: 'Open' }).click();
  await expect(patch(other)).toContainText('+');
});

test('a cut or altered link says so and shows nothing else', async ({ page, site, context }) => {
  test.slow();
  const link = await share(page, site.origin);
  const fragment = link.slice(link.indexOf('#') + 1);
  const seed = Date.now() % 100_000;
  console.log(`seed ${seed}`);
  const other = await context.newPage();
  for (let i = 0; i < 40; i++) {
    const length = 4 + ((seed * (i + 1) * 7919) % (fragment.length - 5));
    await other.goto('about:blank');
    await other.goto(`${site.origin}/#${fragment.slice(0, length)}`);
    await expect(other.getByRole('alert')).toContainText('incomplete');
    await expect(patch(other)).toHaveCount(0);
  }
  const at = Math.floor(fragment.length / 2);
  const flipped = fragment.slice(0, at) + (fragment[at] === 'A' ? 'B' : 'A') + fragment.slice(at + 1);
  await other.goto('about:blank');
  await other.goto(`${site.origin}/#${flipped}`);
  await expect(other.getByRole('alert')).toContainText('altered');
});

test('a link opens without the server and without the editor', async ({ page, site, context }) => {
  const link = await share(page, site.origin);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  expect(site.received.filter((url) => /editor/i.test(url))).toEqual([]);
  await site.stop();
  const other = await context.newPage();
  await other.goto(link);
  await expect(patch(other)).toContainText('+');
});

test('the file opens by dropping it in, and so does a pasted link', async ({ page, site }) => {
  const link = await share(page, site.origin);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as a file' }).click();
  const path = await (await download).path();
  const json = readFileSync(path);
  for (const secret of SECRETS) expect(json.toString()).not.toContain(secret);
  await openSample(page, site);
  await page
    .getByLabel('Add files')
    .setInputFiles({ name: 'incident.redacted.json', mimeType: 'application/json', buffer: json });
  await expect(page.getByText('From a link, redacted')).toBeVisible();
  await page.getByRole('button', { name: 'Back to my incident' }).click();
  await expect(patch(page)).toContainText('+');
  await box(page).fill(link);
  await expect(page.getByText('From a link, redacted')).toBeVisible();
});
