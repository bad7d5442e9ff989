/**
 * One line of a megabyte that repeats what a detector begins to look at, over all detectors.
 * Usage: node tests/bench/adversarial.mjs [rounds, default 5]
 * Prints the slowest lines of each kind of document in milliseconds (goal: 200), with the detectors that take longest,
 * and how the time grows from half of the line to the whole.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const MEGABYTE = 1_000_000;
const SHOWN = 4;
const KINDS = ['nginx-error-log', 'nginx-access-log', 'php-log', 'nginx', 'fpm', 'unknown'];
/** Beginnings of what detectors look for, and wholes of it with little between them. */
const UNITS = [
  ...[
    'a',
    '0123456789',
    'ABCDEF0123',
    'a b ',
    '    ',
    '\t',
    '"',
    "'",
    '\\\\',
    '="',
    "key=>'",
    '{"a":',
    '{',
    ';',
    '<td>',
  ],
  ...['1.2.3.', '1.2.3.4 ', '::1:', 'a:b:', '1f:2e:', 'a.', 'a-', 'a_b_', 'a/', '//', 'a.de ', 'for a.b.c', 'xn--'],
  ...[
    'http://a:b@',
    'mysql:host=',
    'pgsql://',
    'redis://:',
    'user:pass@',
    'a@b.',
    'a@b.c ',
    'mailto:',
    '+49 ',
    '(030) ',
  ],
  ...['token: ', 'password=', 'password is ', 'the password ', "pass: 'a' ", '?a=', '&token=', '%41', '\\x41', '&amp;'],
  ...[
    "login('",
    "->login('",
    "connect('a', ",
    '#0 /a(1): b(',
    "$_SERVER['",
    "IDENTIFIED BY '",
    "VALUES ('",
    "SELECT '",
  ],
  ...[
    'cookie: a=b; ',
    'set-cookie: ',
    'Authorization: Basic ',
    'Bearer ',
    'eyJhbGciOi.',
    'sk_live_',
    'AKIA',
    '-----BEGIN ',
  ],
  ...[
    'env[A]=',
    'fastcgi_param A ',
    'server_name a.',
    'deny 1.',
    'host: ',
    '--password ',
    '-u a:',
    's:5:"',
    'deadbeef-',
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'adversarial-bench-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'es2023',
      rollupOptions: {
        input: {
          redact: join(root, 'src/engine/redact/redact.ts'),
          detectors: join(root, 'src/engine/redact/detectors.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const { scan } = await import(join(folder, 'redact.mjs'));
  const { DETECTORS } = await import(join(folder, 'detectors.mjs'));
  compare(scan, DETECTORS, Number(process.argv[2] ?? 5));
} finally {
  rmSync(folder, { recursive: true });
}

function compare(scan, detectors, rounds) {
  const time = (text, kind, chosen) => {
    let best = Infinity;
    for (let round = 0; round < rounds; round++) {
      const since = performance.now();
      scan({ text, kind }, chosen);
      best = Math.min(best, performance.now() - since);
    }
    return best;
  };
  const lineOf = (unit, size) => unit.repeat(Math.ceil(size / unit.length));
  for (const kind of KINDS) {
    const rows = UNITS.map((unit) => ({ unit, ms: time(lineOf(unit, MEGABYTE), kind, detectors) }));
    rows.sort((a, b) => b.ms - a.ms);
    console.log(`${kind}: slowest ${rows[0].ms.toFixed(0)} ms, median ${rows[rows.length >> 1].ms.toFixed(0)} ms`);
    for (const { unit, ms } of rows.slice(0, SHOWN)) {
      const line = lineOf(unit, MEGABYTE);
      const shares = detectors.map((one) => ({ name: one.name, ms: time(line, kind, [one]) }));
      shares.sort((a, b) => b.ms - a.ms);
      const longest = shares.slice(0, 3).map((one) => `${one.name} ${one.ms.toFixed(0)}`);
      const growth = ms / time(lineOf(unit, MEGABYTE / 2), kind, detectors);
      console.log(
        `  ${JSON.stringify(unit)} ${ms.toFixed(0)} ms, ${growth.toFixed(1)} × its half: ${longest.join(', ')}`,
      );
    }
  }
}
