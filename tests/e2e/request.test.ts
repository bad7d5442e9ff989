import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { box, expect, test, type Listener } from './site.ts';

// What the service worker fetches ahead for later is not what the page asked for.
test.use({ serviceWorkers: 'block' });

const HOST = 'buch.regal.ch';
const GIVEN = `==> /etc/nginx/conf.d/site.conf <==
server {
    listen 443 ssl;
    server_name ${HOST};
    root /var/www/html;
    location / { try_files $uri /index.php?$args; }
    location ~ \\.php$ {
        fastcgi_pass unix:/run/php/php8.2-fpm.sock;
        fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
        fastcgi_read_timeout 45s;
    }
}
server {
    listen 443 ssl default_server;
    return 444;
}

==> /etc/php/8.2/fpm/pool.d/www.conf <==
[www]
user = www-data
listen = /run/php/php8.2-fpm.sock
pm = static
pm.max_children = 7
`;

const request = (page: Page) => page.getByRole('region', { name: 'Request' });

/** Opens the section with the keyboard alone. */
async function open(page: Page, site: Listener): Promise<void> {
  await page.goto(site.origin);
  await box(page).fill(GIVEN);
  await request(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(request(page).getByRole('textbox', { name: 'Path or URL' })).toBeVisible();
}

test('what a request meets is asked with real names and answered with aliases', async ({ page, site }) => {
  await page.goto(site.origin);
  await box(page).fill(GIVEN);
  await expect(request(page)).toBeVisible();
  expect(site.received.filter((url) => url.includes('/Ask-'))).toEqual([]);
  await open(page, site);
  expect(site.received.filter((url) => url.includes('/Ask-'))).not.toEqual([]);
  const received = site.received.length;

  await page.keyboard.press('Tab');
  await page.keyboard.type(`https://${HOST}/cart?id=7`);
  await page.keyboard.press('Enter');
  const way = request(page).getByRole('list', { name: 'Way of the request' }).getByRole('listitem');
  await expect(way).toContainText([
    /^server \S+\.example, listen 443 ssl/,
    /location ~ \\\.php\$/,
    /fastcgi_pass/,
    /pool www/,
    /\/var\/www\/html\/index\.php/,
  ]);
  await expect(request(page)).toContainText('Pool www runs it.');
  await expect(request(page).getByRole('row', { name: /^fastcgi_read_timeout 45 s \S+:9$/ })).toBeVisible();
  await expect(request(page).getByRole('row', { name: /^pm\.max_children 7 / })).toBeVisible();
  await expect(request(page).getByRole('row', { name: /^max_execution_time 30 s built into PHP$/ })).toBeVisible();
  expect(await request(page).innerText()).not.toContain(HOST);
  expect(site.received).toHaveLength(received);

  await request(page).getByRole('button', { name: /:9$/ }).click();
  await expect(page.getByRole('region', { name: 'Source' }).locator('.here')).toContainText('fastcgi_read_timeout 45s');
});

test('another host, another port, and a change of what was given change the answer', async ({ page, site }) => {
  await open(page, site);
  await request(page).getByRole('textbox', { name: 'Host' }).fill('nobody.test');
  await request(page).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(request(page)).toContainText('nginx answers it itself, with 444.');
  await request(page).getByRole('textbox', { name: 'Port' }).fill('8080');
  await request(page).getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(request(page)).toContainText('No server listens for it.');
  await box(page).fill('server { listen 8080; location / { proxy_pass http://127.0.0.1:3000; } }\n');
  await expect(request(page)).toContainText('nginx passes it on by proxy.');
});

test('the answer is readable for everybody, on a phone too', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, site);
  await request(page).getByRole('button', { name: 'Ask', exact: true }).click();
  await request(page).getByRole('list', { name: 'Way of the request' }).waitFor();
  for (const more of await request(page).locator('details details summary').all()) await more.click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});
