import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from '@playwright/test';
import { SITE, box, expect, patch, verdict } from './site.ts';

test('the page in one file works from disk, under a policy of its own', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(`${pathToFileURL(join(SITE, '../incident.html')).href}?sample=fastcgi-premature-close`);
  await expect(verdict(page).locator('.sentence')).toBeVisible();
  await expect(patch(page)).toContainText('fastcgi_read_timeout');
  await box(page).fill(
    '2024/01/15 03:47:22 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream',
  );
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).toHaveCount(6);
  for (const worker of page.workers()) expect(worker.url()).toMatch(/^blob:/);
  expect(refused).toEqual([]);
  await page.getByRole('button', { name: 'Prove it' }).click();
  await expect(page.getByRole('dialog')).toContainText('attempts failed');
});
