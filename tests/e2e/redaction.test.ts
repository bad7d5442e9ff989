import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { COMMON_WORDS } from '../../src/engine/redact/known/common-words.ts';
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

test('a selection in a document is replaced everywhere', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(POOL);
  await page.getByRole('list', { name: 'Documents' }).getByRole('button').first().click();
  const source = page.getByRole('region', { name: 'Source' });
  await source.getByText('env[TENANT] = bluebird').evaluate((line) => {
    const text = line.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, text.data.indexOf('bluebird'), text, text.data.length);
  });
  await source.getByRole('button', { name: 'Replace the selection everywhere' }).click();
  await expect(source).not.toContainText('bluebird');
  await expect(source).toContainText('env[TENANT] = REDACTED_chosen_01');
});

test('a class of identifiers is switched off and an optional one on', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill('server {\n    server_name shop.bluebird.de;\n    allow 10.20.30.40;\n}\n');
  await page.getByRole('list', { name: 'Documents' }).getByRole('button').first().click();
  const source = page.getByRole('region', { name: 'Source' });
  await expect(source).toContainText('allow 10.20.30.40');
  await expect(source).not.toContainText('bluebird');
  const redaction = page.getByRole('region', { name: 'Redaction' });
  await redaction.getByText('Kinds of identifiers').click();
  await redaction.getByRole('checkbox', { name: 'host names' }).uncheck();
  await expect(source).toContainText('shop.bluebird.de');
  await redaction.getByRole('checkbox', { name: 'private IP addresses' }).check();
  await expect(source).not.toContainText('10.20.30.40');
});

test('the gate stays shut and names the place until what it found is redacted', async ({ page, site, context }) => {
  const log =
    '2024/01/15 03:47:22 [crit] 1#1: *1 connect() to unix:/run/php/php8.2-fpm.sock failed (2: No such file or directory) while connecting to upstream\n';
  const given = log + POOL;
  await page.goto(site.origin);
  await box(page).fill(given);
  const sentence = verdict(page).locator('.sentence');
  await expect(sentence).not.toHaveText('');
  // A password that the verdict's own words repeat: no redaction of what was given can know that.
  const words = (await sentence.innerText()).match(/[a-z]{5,}/g) ?? [];
  const password = words.find((word) => !COMMON_WORDS.has(word) && !given.includes(word)) ?? '';
  await page.getByRole('button', { name: 'New incident' }).click();
  await box(page).fill(given.replace('Tr0ub4dor-and-3', password));
  await page
    .getByRole('region', { name: 'Redaction' })
    .getByText(/secrets in env/)
    .waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog.getByRole('alert')).toContainText('There is no link');
  await expect(dialog.getByRole('listitem')).toContainText([
    /secrets in env\[\] and pool values: the verdict, www\.conf:\d+ \(finding\)/,
  ]);
  await expect(page.getByRole('textbox', { name: 'Share link' })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: /Download/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Redact this' }).click();
  const field = page.getByRole('textbox', { name: 'Share link' });
  await expect(field).toHaveValue(/#s1\./);
  const other = await context.newPage();
  await other.goto(await field.inputValue());
  await expect(verdict(other)).toContainText('REDACTED_');
  await expect(other.locator('body')).not.toContainText(password);
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

test('a document can be taken along redacted; a large log is read again for that', async ({ page, site }) => {
  await page.goto(site.origin);
  const files = page.getByLabel('Add files', { exact: true });
  await files.setInputFiles({ name: 'www.conf', mimeType: 'text/plain', buffer: Buffer.from(POOL) });
  const line = (at: number, request: string): string =>
    `84.1.${String(at % 200)}.7 - - [20/Nov/2026:10:00:00 +0000] "GET ${request} HTTP/1.1" 200 ${String(at)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0" rt=0.001`;
  const lines = Array.from({ length: 100_000 }, (_, at) =>
    line(at, `/shop/page${String(at % 500)}?page=${String(at)}`),
  );
  lines[4] = line(4, '/see/Xk7Qp2Lm9Rt4/now');
  lines[99_000] = line(99_000, '/x?api_key=Xk7Qp2Lm9Rt4');
  const log = Buffer.from(`${lines.join('\n')}\n`);
  expect(log.length).toBeGreaterThan(16 * 1024 * 1024);
  await files.setInputFiles({ name: 'access.log', mimeType: 'text/plain', buffer: log });
  const copyOf = async (name: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Redacted copy of ${name}` }).click();
    expect((await download).suggestedFilename()).toBe(`redacted-${name}`);
    return readFileSync(await (await download).path(), 'latin1');
  };
  expect(await copyOf('www.conf')).toBe(POOL.replace('Tr0ub4dor-and-3', 'REDACTED_password_01'));
  const copy = await copyOf('access.log');
  expect(copy.split('\n')).toHaveLength(lines.length + 1);
  expect(copy).not.toMatch(/Xk7Qp2Lm9Rt4|^84\./m);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});
