import type { Page } from '@playwright/test';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLog } from '../../scripts/cli/access-log.mjs';
import { longestCpu, longestWall, mainThreadDuring } from './main-thread.ts';
import { box, expect, test, verdict } from './site.ts';

/** Megabytes; a larger one can be asked for by hand. */
const MEGABYTES = Number(process.env['LARGE_LOG_MB'] ?? 300);
const PIECE_MB = 5;
const POOL = '[www]\nuser = www-data\nlisten = /run/php/php8.2-fpm.sock\npm = static\npm.max_children = 5\n';

/** Milliseconds that one task of the page may run; beside nothing else it is a quarter of that, on a crowded machine a half. */
const MOST_CPU = 50;

let folder = '';
let log = '';
/** In the log. */
let lines = 0;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'large-log-'));
  log = join(folder, 'access.log');
  writeLog(log, PIECE_MB, 7);
  const piece = readFileSync(log);
  const output = openSync(log, 'w');
  const linesInPiece = piece.toString('latin1').split('\n').length - 1;
  for (let written = 0; written < MEGABYTES * 1e6; written += piece.length) {
    writeSync(output, piece);
    lines += linesInPiece;
  }
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
  /** Seconds for which a progress bar was there. */
  reading: number;
  /** What stood there when the last progress bar went. */
  documents: string;
  verdict: string;
}

/** Watches from inside the page; `cancelAt` presses Cancel as soon as so many megabytes were read. */
async function watch(page: Page, cancelAt: number | null = null): Promise<void> {
  await page.evaluate((megabytes) => {
    const seen: Seen = {
      firstResult: null,
      whileReading: false,
      throughput: '',
      reading: 0,
      documents: '',
      verdict: '',
    };
    let began = 0;
    const look = (): void => {
      const progress = document.querySelector('progress');
      if (progress === null) {
        if (began === 0 || seen.verdict !== '') return;
        seen.documents = document.querySelector('[aria-label="Documents"]')?.textContent ?? '';
        seen.verdict = document.querySelector('[aria-label="Verdict"]')?.textContent ?? '';
        return;
      }
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
  const tasks = await mainThreadDuring(page, async () => {
    await page.getByLabel('Add files').setInputFiles(log);
    await expect(page.getByRole('combobox', { name: 'Kind of access.log' })).toBeVisible({ timeout: 60_000 });
    await expect(progress(page)).toHaveCount(0, { timeout: 60_000 });
    await expect(page.getByRole('region', { name: 'Runbook' })).toBeVisible();
  });
  const { firstResult, whileReading, throughput, reading, ...atEnd } = await seenBy(page);
  console.log(JSON.stringify({ firstResult, reading, cpu: longestCpu(tasks), wall: longestWall(tasks) }));
  expect(whileReading).toBe(true);
  expect(throughput).toMatch(/MB\/s/);
  expect(longestCpu(tasks)).toBeLessThan(MOST_CPU);
  // With the progress goes what was said so far: what stands there then is about the whole log, and stays.
  expect(atEnd.documents).toContain(`${lines} were read, the `);
  await page.waitForTimeout(500);
  expect(await verdict(page).textContent()).toBe(atEnd.verdict);
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
  // How soon is not asked here: on a busy machine everything takes seconds.
  await expect(progress(page)).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => documents.innerText()).toBe(before);
  await expect.poll(() => verdict(page).innerText()).toBe(sentence);
  // What comes next is read like before.
  await box(page).fill(
    '2024/01/15 03:47:22 [error] 1#1: *1 upstream timed out (110: Connection timed out) while reading response header from upstream\n',
  );
  await expect(documents.getByRole('combobox')).toHaveCount(2);
});
