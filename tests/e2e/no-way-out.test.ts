import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE, expect, openSample, test } from './site.ts';

/** Every way by which a script could send something, tried from inside; `scope` is what the browser gives that script. */
async function tryEverything(stranger: string): Promise<string[]> {
  const violations: string[] = [];
  self.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  const quietly = async (take: () => unknown): Promise<void> => {
    try {
      await take();
    } catch {
      // What counts is what arrived and what the browser reported.
    }
  };
  await quietly(() => fetch(`${stranger}/fetch`));
  await quietly(() => fetch('data:text/plain,x'));
  await quietly(() => new WebSocket(`${stranger.replace('http', 'ws')}/socket`));
  await quietly(() => new EventSource(`${stranger}/events`));
  await quietly(() => import(`${stranger}/module.js`));
  await quietly(() => {
    const request = new XMLHttpRequest();
    request.open('GET', `${stranger}/xhr`);
    request.send();
  });
  await quietly(() => {
    (self as unknown as { importScripts(url: string): void }).importScripts(`${stranger}/script.js`);
  });
  if ('document' in self) {
    await quietly(() => navigator.sendBeacon(`${stranger}/beacon`, 'x'));
    await quietly(() => {
      new Image().src = `${stranger}/image.png`;
    });
    await quietly(() => {
      new Image().src = `${location.origin}/image.png?secret`;
    });
    await quietly(() => {
      const form = document.createElement('form');
      form.action = `${stranger}/form`;
      document.body.append(form);
      form.submit();
    });
    await quietly(() => {
      const frame = document.createElement('iframe');
      frame.src = `${stranger}/frame`;
      document.body.append(frame);
    });
    await quietly(() => {
      const style = document.createElement('style');
      style.textContent = `@import url(${stranger}/style.css); body { background: url(${stranger}/background.png) }`;
      document.head.append(style);
    });
  }
  await new Promise((done) => setTimeout(done, 800));
  return violations;
}

test('nothing leaves the page or its workers', async ({ page, site, stranger }) => {
  await openSample(page, site);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForTimeout(500);
  site.received.length = 0;
  const fromPage = await page.evaluate(tryEverything, stranger.origin);
  expect(new Set(fromPage)).toEqual(
    new Set(['connect-src', 'script-src-elem', 'img-src', 'form-action', 'frame-src', 'style-src-elem']),
  );
  expect(page.workers().length).toBeGreaterThan(0);
  for (const worker of page.workers()) {
    expect(worker.url()).toMatch(/^blob:/);
    expect(await worker.evaluate(tryEverything, stranger.origin)).toContain('connect-src');
  }
  expect(stranger.received).toEqual([]);
  expect(site.received).toEqual([]);
});

test('our own server hears no query, however it is asked', async ({ page, site }) => {
  await openSample(page, site);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForTimeout(500);
  site.received.length = 0;
  await page.evaluate(() => import(`${location.origin}/x.js?secret`).catch(() => null));
  await page.evaluate(() => import(`${location.origin}/index.html?secret`).catch(() => null));
  await page.goto(`${site.origin}/?secret`);
  expect(site.received).toEqual([]);
});

test('using the page asks for nothing but its own named files', async ({ page, site }) => {
  await openSample(page, site);
  await page.getByRole('spinbutton', { name: 'Cores' }).fill('8');
  await page.getByRole('button', { name: 'Copy patch' }).click();
  await page.getByRole('button', { name: 'New incident' }).click();
  const names = new Set(['/', '/index.html', '/?sample=fastcgi-premature-close', '/sw.js']);
  for (const url of site.received) {
    if (!names.has(url)) expect(readdirSync(join(SITE, url, '..')), url).toContain(url.split('/').at(-1));
  }
});

test('Prove it shows the browser refusing each way', async ({ page, site }) => {
  await openSample(page, site);
  await page.getByRole('button', { name: 'Prove it' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('attempts failed');
  await expect(dialog).not.toContainText('NOT refused');
  for (const way of [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'sendBeacon',
    'image',
    'form',
    'importScripts',
  ]) {
    await expect(
      dialog
        .getByRole('row')
        .filter({ has: page.getByRole('cell', { name: way, exact: true }) })
        .first(),
    ).toContainText('refused by');
  }
});

test('Prove it shows red where the policy is missing', async ({ page, site }) => {
  await page.route(`${site.origin}/`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') });
  });
  await page.goto(site.origin);
  await page.getByRole('button', { name: 'Prove it' }).click();
  await expect(page.getByRole('dialog')).toContainText('were not refused', { timeout: 20_000 });
});

test('our code has neither of the ways that no policy refuses', () => {
  const scripts = readdirSync(join(SITE, 'assets')).filter(
    (name) => name.endsWith('.js') && !/^(editor|502-|fastcgi-)/i.test(name),
  );
  for (const name of scripts) {
    const code = readFileSync(join(SITE, 'assets', name), 'utf8');
    expect(code, name).not.toMatch(/RTCPeerConnection|RTCDataChannel|WebTransport/);
    expect(code, name).not.toMatch(/\blocation\s*(\.href)?\s*=[^=]|location\.(assign|replace)\(|window\.open\(/);
  }
});

test('the header file says the same as the page, and what a tag cannot', () => {
  const page = readFileSync(join(SITE, 'index.html'), 'utf8');
  const headers = readFileSync(join(SITE, '_headers'), 'utf8');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? 'absent';
  expect(headers).toContain(`${policy}; frame-ancestors 'none'`);
});
