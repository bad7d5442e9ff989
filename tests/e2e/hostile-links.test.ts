import { deflateRawSync } from 'node:zlib';
import type { Snapshot } from '../../src/engine/snapshot/snapshot.ts';
import { encodeBase64url } from '../../src/share/base64url.ts';
import { crc32 } from '../../src/share/crc32.ts';
import { encodeLink } from '../../src/share/link.ts';
import { expect, patch, test, verdict } from './site.ts';

const HOSTILE = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '{@html "<b>"}${window.pwned=1}',
  '\u202Etxt.exe',
  '</textarea><!--',
];

function hostile(text: string): Snapshot {
  return {
    version: 1,
    tool: text,
    verdict: { cause: 'other', sentence: text, confidence: 'low' },
    findings: [
      {
        id: text,
        rule: text,
        severity: 'error',
        code: text,
        args: { [text]: text },
        message: text,
        path: text,
        line: 1,
        safety: null,
      },
    ],
    patch: `--- a/${text}\n+++ b/${text}\n@@ -1 +1 @@\n-${text}\n+${text}\n`,
    evidence: [{ path: text, line: 1, text }],
    documents: [{ path: text, kind: 'nginx' }],
    replaced: { [text]: 1, ['__proto__']: 1, constructor: 2 },
    kept: 1,
  };
}

const framed = (payload: string): string => `#s1.${crc32(payload)}.${payload.length.toString(36)}.${payload}.e`;

test('hostile strings in every field are text and nothing else', async ({ page, site }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const text of HOSTILE) {
    await page.goto(`${site.origin}/${await encodeLink(hostile(text))}`);
    await expect(verdict(page).locator('.sentence')).toHaveText(text.replace('\u202E', '\uFFFD'));
    await expect(patch(page).locator('ins')).toHaveText(`+${text.replace('\u202E', '\uFFFD')}`);
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
    expect(await page.locator('main img, main script, main svg').count()).toBe(0);
    await page.goto('about:blank');
  }
  expect(errors).toEqual([]);
});

test('a decompression bomb is refused and costs little', async ({ page, site }) => {
  const bomb = encodeBase64url(new Uint8Array(deflateRawSync(Buffer.alloc(200_000_000, 32), { level: 9 })));
  await page.goto(`${site.origin}/${framed(bomb)}`);
  await expect(page.getByRole('alert')).toContainText('more than an incident can be');
  await expect(patch(page)).toHaveCount(0);
});

test('what is sound but no incident says so', async ({ page, site }) => {
  const odd = encodeBase64url(new Uint8Array(deflateRawSync(Buffer.from('{"version":1}'))));
  await page.goto(`${site.origin}/${framed(odd)}`);
  await expect(page.getByRole('alert')).toContainText('does not hold an incident');
});
