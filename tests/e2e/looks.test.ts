import AxeBuilder from '@axe-core/playwright';
import { box, expect, openSample, patch, test, verdict } from './site.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(site.origin);
    await verdict(page).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await openSample(page, site);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Source' }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Prove it' }).click();
    await page.getByText('attempts failed').waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('a phone shows everything without scrolling sideways', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page, site);
  for (const part of [box(page), verdict(page), patch(page)]) await expect(part).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('twice the zoom still fits', async ({ page, site }) => {
  await page.setViewportSize({ width: 640, height: 500 });
  await openSample(page, site);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});

test('the theme is there at first paint', async ({ page, site }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.origin, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.styleSheets.length > 0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 24, 26)');
});
