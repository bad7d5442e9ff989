import type { Page } from '@playwright/test';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLog } from '../bench/access-log.mjs';
import { box, expect, test, verdict } from './site.ts';

/** Megabytes; a larger one can be asked for by hand. */
const MEGABYTES = Number(process.env['LARGE_LOG_MB'] ?? 300);
const PIECE_MB = 5;
const POOL = '[www]\nuser = www-data\nlisten = /run/php/php8.2-fpm.sock\npm = static\npm.max_children = 5\n';

let folder = '';
let log = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-log-'));
  log = join(folder, 'access.log');
  writeLog(log, PIECE_MB, 7);
  const piece = readFileSync(log);
  const output = openSync(log, 'w');
  for (let written = 0; written < MEGABYTES * 1e6; written += piece.length) writeSync(output, piece);
  closeSync(output);
});

test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the page itself saw, as looking in from outside comes too late. */
interface Seen {
  /** Seconds from the first progress bar to the first verdict about the log. */
  firstResult: number | null;
  /** Whether a progress bar with its throughput stood beside that verdict. */
  whileReading: boolean;
  throughput: string;
  /** Milliseconds of tasks that held up the page, while it was reading. */
  longTasks: number[];
  /** Seconds for which a progress bar was there. */
  reading: number;
}

/** Watches from inside the page; `cancelAt` presses Cancel as soon as so many megabytes were read. */
async function watch(page: Page, cancelAt: number | null = null): Promise<void> {
  await page.evaluate((megabytes) => {
    const seen: Seen = { firstResult: null, whileReading: false, throughput: '', longTasks: [], reading: 0 };
    let began = 0;
    const look = (): void => {
      const progress = document.querySelector('progress');
      if (progress === null) return;
      began ||= performance.now();
      seen.reading = (performance.now() - began) / 1000;
      seen.throughput ||= /\d+ MB\/s/.exec(progress.parentElement?.textContent ?? '')?.[0] ?? '';
      if (megabytes !== null && progress.value >= megabytes * 1e6)
        progress.parentElement?.querySelector('button')?.click();
      const told = document.querySelector('[aria-label="Verdict"] .sentence')?.textContent ?? '';
      const named = document.querySelector('[aria-label="Kind of access.log"]');
      if (seen.firstResult !== null || told === '' || named === null) return;
      seen.firstResult = (performance.now() - began) / 1000;
      seen.whileReading = true;
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    new PerformanceObserver((list) => {
      if (began === 0 || document.querySelector('progress') === null) return;
      for (const entry of list.getEntries()) seen.longTasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    Object.assign(window, { seen });
  }, cancelAt);
}

const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);
const progress = (page: Page) => page.getByRole('progressbar');

test('a large log tells something while it is read, and the page stays free', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(POOL);
  await expect(verdict(page).locator('.sentence')).toBeVisible();
  await watch(page);
  await page.getByLabel('Add files').setInputFiles(log);
  await expect(page.getByRole('combobox', { name: 'Kind of access.log' })).toBeVisible({ timeout: 60_000 });
  await expect(progress(page)).toHaveCount(0, { timeout: 60_000 });
  const seen = await seenBy(page);
  console.log(JSON.stringify(seen));
  expect(seen.whileReading).toBe(true);
  expect(seen.throughput).toMatch(/MB\/s/);
  // Another process on the machine may hold the page up now and then; our own work would do it again and again.
  const held = seen.longTasks.reduce((sum, one) => sum + one, 0) / 1000;
  expect(held / seen.reading).toBeLessThan(0.25);
  await expect(page.getByRole('list', { name: 'Documents' })).toContainText('that tell most are kept');
  const evidence = verdict(page).getByRole('button', { name: /^access\.log:\d+$/ });
  const [, line = ''] = (await evidence.last().innerText()).split(':');
  await evidence.last().click();
  await expect(page.getByRole('region', { name: 'Source' }).locator('.here')).toContainText(line);
});

test('cancelling it leaves the rest of the incident as it was', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(POOL);
  const documents = page.getByRole('list', { name: 'Documents' });
  await expect(documents.getByRole('combobox')).toHaveCount(1);
  const before = await documents.innerText();
  const sentence = await verdict(page).innerText();
  await watch(page, 1);
  await page.getByLabel('Add files').setInputFiles(log);
  await expect.poll(async () => (await seenBy(page)).reading).toBeGreaterThan(0);
  await expect(progress(page)).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => documents.innerText()).toBe(before);
  await expect.poll(() => verdict(page).innerText()).toBe(sentence);
  // What comes next is read like before.
  await box(page).fill(
    '2024/01/15 03:47:22 [error] 1#1: *1 upstream timed out (110: Connection timed out) while reading response header from upstream\n',
  );
  await expect(documents.getByRole('combobox')).toHaveCount(2);
});
