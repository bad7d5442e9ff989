/** All benchmarks, one after the other, and the sizes of what is shipped. They print; they assert nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

for (const name of ['parse', 'redact', 'logs']) {
  console.log(`\n== ${name}`);
  spawnSync(process.execPath, [fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))], { stdio: 'inherit' });
}

const site = fileURLToPath(new URL('../../dist/site/', import.meta.url));
console.log('\n== sizes');
if (existsSync(site)) {
  const gzipped = (file) => gzipSync(readFileSync(join(site, file))).length / 1024;
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const first = ['index.html', ...[...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((match) => match[1])];
  const sum = first.reduce((total, file) => total + gzipped(file), 0);
  console.log(`first load ${sum.toFixed(1)} KB gzip (must ≤ 40, aim ≤ 25): ${first.join(', ')}`);
  for (const file of readdirSync(join(site, 'assets')).filter((name) => /engine|analyst/.test(name)))
    console.log(`${file} ${gzipped(`assets/${file}`).toFixed(1)} KB gzip (engine chunk must ≤ 150)`);
} else console.log('skipped: run npm run build first');
