import { deflateRawSync } from 'node:zlib';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Snapshot } from '../../src/engine/snapshot/snapshot.ts';
import { encodeBase64url } from '../../src/share/base64url.ts';
import { crc32 } from '../../src/share/crc32.ts';
import { encodeLink } from '../../src/share/link.ts';
import { expect, test } from './site.ts';

/** Debian's own Firefox, driven over WebDriver BiDi. */
const FIREFOX = '/usr/bin/firefox-esr';

const SNAPSHOT: Snapshot = {
  version: 1,
  tool: '0.1.0',
  verdict: { cause: 'header-too-big', sentence: '<b>The header</b> of /shop was too big.', confidence: 'high' },
  findings: [],
  patch: '--- a/site.conf\n+++ b/site.conf\n@@ -1 +1 @@\n-a 1;\n+a 2;\n',
  evidence: [],
  documents: [],
  replaced: { host: 2 },
  kept: 0,
};

let firefox: Browser;
let page: Page;
test.beforeAll(async () => {
  firefox = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
});
test.afterAll(() => firefox.close());
test.beforeEach(async () => {
  page = await firefox.newPage();
});
test.afterEach(() => page.close());

/** Text of the first element with this role, once there is one that says something. */
async function says(role: string): Promise<string> {
  const handle = await page.waitForFunction(
    (name: string) => {
      const found = [...document.querySelectorAll(name)]
        .map((one) => one.textContent.trim())
        .find((text) => text !== '');
      return found ?? false;
    },
    { timeout: 20_000 },
    role,
  );
  return String(await handle.jsonValue());
}

test('Firefox opens a link as text and drops the fragment', async ({ site }) => {
  await page.goto(`${site.origin}/${await encodeLink(SNAPSHOT)}`);
  expect(await says('[aria-label="Verdict"]')).toContain('<b>The header</b> of /shop');
  expect(await says('[aria-label="Patch"] ins')).toBe('+a 2;');
  expect(await page.evaluate(() => location.hash)).toBe('');
});

test('Firefox says of a cut, an altered and an oversized link what is wrong', async ({ site }) => {
  const link = await encodeLink(SNAPSHOT);
  const seed = Date.now() % 100_000;
  console.log(`seed ${String(seed)}`);
  for (let i = 0; i < 40; i++) {
    const length = 5 + ((seed * (i + 1) * 7919) % (link.length - 6));
    await page.goto('about:blank');
    await page.goto(`${site.origin}/${link.slice(0, length)}`);
    expect(await says('[role="alert"]')).toContain('incomplete');
  }
  const at = Math.floor(link.length / 2);
  await page.goto('about:blank');
  await page.goto(`${site.origin}/${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`);
  expect(await says('[role="alert"]')).toContain('altered');
  const bomb = encodeBase64url(new Uint8Array(deflateRawSync(Buffer.alloc(100_000_000, 32), { level: 9 })));
  await page.goto('about:blank');
  await page.goto(`${site.origin}/#s1.${crc32(bomb)}.${bomb.length.toString(36)}.${bomb}.e`);
  expect(await says('[role="alert"]')).toContain('more than an incident can be');
});

test('Firefox reads an incident and gives its patch', async ({ site }) => {
  await page.goto(`${site.origin}/?sample=fastcgi-premature-close`);
  expect(await says('[aria-label="Patch"] ins')).toContain('fastcgi_read_timeout');
});
