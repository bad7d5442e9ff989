/**
 * Redaction of a generated access log beside secretlint, whole processes, and how much of what was planted each finds.
 * Usage: node tests/bench/redact.mjs [megabytes, default 100] [rounds, default 5] [seed]
 * Prints medians as a ratio, because one machine's seconds mean nothing on another.
 */
import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { randomOf } from '../../scripts/cli/access-log.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Reads, redacts and writes one file; a process of its own that loads nothing else. */
const REDACT_FILE = fileURLToPath(new URL('./redact-file.mjs', import.meta.url));

await compare(
  Number(process.argv[2] ?? 100),
  Number(process.argv[3] ?? 5),
  Number(process.argv[4] ?? Date.now() % 1e6),
);

/** `combined` with times behind it; one line in 500 holds a secret, which is returned. */
function generate(path, megabytes, seed) {
  const random = randomOf(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const number = (most) => Math.floor(random() * most);
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const word = (length) => Array.from({ length }, () => letters[number(62)]).join('');
  const agents = Array.from(
    { length: 60 },
    (_, at) =>
      `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${120 + (at % 7)}.0.${at * 31}.${at} Safari/537.36`,
  );
  const pages = [
    '/',
    '/cart',
    '/checkout',
    '/account/orders',
    '/search',
    '/blog/how-to-tune-php',
    '/assets/app.css',
    '/img/logo.png',
  ];
  const planted = [];
  const secrets = [
    (value) => `GET /reset?token=${value} HTTP/1.1`,
    (value) => `GET /api/items?api_key=${value}&page=2 HTTP/1.1`,
    (value) => `GET /cb?code=${value}&state=x HTTP/1.1`,
    (value) => `GET /invite/${value} HTTP/1.1`,
    (value) => `GET /feed?access_token=${value} HTTP/1.1`,
  ];
  const clients = Array.from(
    { length: 20_000 },
    () => `${11 + number(100)}.${number(256)}.${number(256)}.${1 + number(254)}`,
  );
  const output = openSync(path, 'w');
  for (let size = 0, line = 0; size < megabytes * 1e6;) {
    const lines = [];
    for (let at = 0; at < 5000; at++, line++) {
      let request = `GET ${pick(pages)}${random() < 0.4 ? `/${number(1e6)}` : ''} HTTP/1.1`;
      if (line % 500 === 250) {
        const value = word(28);
        planted.push(value);
        request = secrets[planted.length % secrets.length](value);
      }
      const time = (random() * 2).toFixed(3);
      lines.push(
        `${pick(clients)} - - [20/Nov/2026:10:${String(10 + number(50))}:${String(10 + number(50))} +0000] "${request}" ${pick([200, 200, 200, 304, 404, 502])} ${number(50_000)} "https://www.${pick(['shop-one', 'shop-two'])}.de${pick(pages)}" "${pick(agents)}" rt=${time} urt="${time}"`,
      );
    }
    const text = `${lines.join('\n')}\n`;
    size += text.length;
    writeSync(output, text);
  }
  closeSync(output);
  return { planted, clients };
}

/** Which of the planted values still stand in a file; read in pieces that overlap. */
async function remaining(path, values) {
  const left = new Set();
  const wanted = new Set(values);
  let carry = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22, encoding: 'latin1' })) {
    const text = carry + chunk;
    for (const [found] of text.matchAll(/(?<![A-Za-z0-9])[A-Za-z0-9]{28}(?![A-Za-z0-9])/g))
      if (wanted.has(found)) left.add(found);
    carry = text.slice(-4096);
  }
  return left.size;
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

async function compare(megabytes, rounds, seed) {
  const directory = mkdtempSync(join(tmpdir(), 'redact-bench-'));
  try {
    const log = join(directory, 'access.log');
    const { planted } = generate(log, megabytes, seed);
    const entry = join(directory, 'entry.ts');
    const source = join(root, 'src');
    writeFileSync(
      entry,
      `export { createLogRedactor } from '${source}/engine/redact/stream/log-redactor.ts';\nexport { redactDocuments } from '${source}/engine/redact/redact.ts';\nexport { createLogScanner } from '${source}/kernels/log-scanner.ts';\n`,
    );
    await build({
      root: directory,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: 'out',
        target: 'es2023',
        minify: true,
        rollupOptions: { output: { entryFileNames: 'redact.mjs' } },
      },
    });
    const bundle = join(directory, 'out/redact.mjs');
    const rules = join(directory, 'rules.json');
    writeFileSync(
      rules,
      JSON.stringify({ rules: [{ id: join(root, 'node_modules/@secretlint/secretlint-rule-preset-recommend') }] }),
    );
    const run = (args) => {
      const started = performance.now();
      const { stdout } = spawnSync(process.execPath, ['--max-old-space-size=4096', ...args], {
        cwd: directory,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      return { seconds: (performance.now() - started) / 1000, stdout };
    };
    const times = { ours: [], alone: [], theirs: [] };
    let memory = 0;
    let theirFindings = 0;
    for (let round = 0; round < rounds; round++) {
      // secretlint writes nothing but its findings: the disk is left out of the comparison.
      const ours = run([REDACT_FILE, bundle, log, '/dev/null']);
      times.ours.push(ours.seconds);
      const { aboveIdle, seconds } = JSON.parse(ours.stdout);
      times.alone.push(seconds);
      memory = Math.max(memory, aboveIdle);
      const theirs = run([
        join(root, 'node_modules/secretlint/bin/secretlint.js'),
        '--secretlintrc',
        rules,
        '--format',
        'unix',
        log,
      ]);
      times.theirs.push(theirs.seconds);
      theirFindings = theirs.stdout.split('\n').filter((line) => /:\d+:\d+:/.test(line)).length;
    }
    run([REDACT_FILE, bundle, log, join(directory, 'redacted.log')]);
    const left = await remaining(join(directory, 'redacted.log'), planted);
    const size = statSync(log).size / 1e6;
    const ratio = (ours) => median(times.theirs.map((theirs, at) => theirs / ours[at])).toFixed(1);
    console.log(
      `seed ${seed}, ${size.toFixed(0)} MB, ${planted.length} secrets planted, medians of ${rounds} alternating rounds, whole processes`,
    );
    console.log(
      `ours        ${(size / median(times.ours)).toFixed(0)} MB/s, found ${planted.length - left} of ${planted.length}, memory above idle ${(memory / 1048576).toFixed(0)} MiB (1 MiB chunks)`,
    );
    console.log(
      `secretlint  ${(size / median(times.theirs)).toFixed(0)} MB/s, found ${theirFindings} of ${planted.length} (and replaces nothing)`,
    );
    console.log(
      `ratio       ${ratio(times.alone)} times as fast without the start of our process, ${ratio(times.ours)} with it (must 5, aim 20)`,
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
