import { expect, openSample, test } from './site.ts';

test('the editor comes only when wanted, in a worker of its own, within the policy', async ({ page, site }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await openSample(page, site);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  expect(site.received.filter((url) => /\/editor/i.test(url))).toEqual([]);
  const before = page.workers().length;
  await page
    .getByRole('button', { name: /^Open .* in editor$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').locator('.view-lines').last()).toContainText('fastcgi_read_timeout');
  await expect.poll(() => page.workers().length).toBe(before + 1);
  for (const worker of page.workers()) expect(worker.url()).toMatch(/^blob:/);
  expect(refused).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
});

test('a phone is not offered the editor', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page, site);
  await expect(page.getByRole('button', { name: /in editor$/ })).toHaveCount(0);
});
