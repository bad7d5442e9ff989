import { box, expect, openSample, test, verdict } from './site.ts';

test('once opened, the page opens without its server', async ({ page, site }) => {
  await openSample(page, site);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await site.stop();
  await page.reload();
  await expect(verdict(page).locator('.sentence')).toBeVisible();
  await page.goto(`${site.origin}/`);
  await box(page).fill(
    '2024/01/15 03:47:22 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream',
  );
  await expect(verdict(page).locator('.sentence')).toBeVisible();
});
