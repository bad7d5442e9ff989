import { expect, openSample, patch, test } from './site.ts';

test('on a plain-http intranet everything works but what it says does not', async ({ page, site }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const origin = site.origin.replace('127.0.0.1', 'intranet.test');
  await openSample(page, { ...site, origin });
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(patch(page)).toContainText('fastcgi_read_timeout');
  await page.getByRole('button', { name: 'Copy patch' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Share link' })).toHaveValue(/#s1\./);
  await expect(page.getByLabel('Passphrase')).toBeDisabled();
  await expect(page.getByRole('dialog')).toContainText('needs https');
  expect(errors).toEqual([]);
});
