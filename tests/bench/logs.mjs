/**
 * Speed of reading large logs beside goaccess, mawk and ripgrep, through the command line tool and in a Chromium worker.
 * Usage: node tests/bench/logs.mjs [megabytes, default 100] [rounds, default 5] [megabytes in the browser, default 200] [seed]
 * Prints medians of alternating rounds as ratios, because one machine's seconds mean nothing on another.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { writeLog } from '../../scripts/cli/access-log.mjs';
import { readInChromium } from './chromium-logs.mjs';

const WHOLE = 'stackengine check (whole process, T2)';
const START = 'stackengine check of an empty file';
const NET = 'stackengine check, what the log adds to that';
const ALONE = 'the same reading, without the start of the process';

const root = fileURLToPath(new URL('../../', import.meta.url));
if (process.argv[2] === '--read') {
  await readAlone(process.argv[3], process.argv[4]);
  process.exit();
}
const megabytes = Number(process.argv[2] ?? 100);
const rounds = Number(process.argv[3] ?? 5);
const inBrowser = Number(process.argv[4] ?? 200);
const seed = Number(process.argv[5] ?? Date.now() % 1e6);

/** Minute and status, histograms of both times, their sums a minute, bytes: the first tier only. */
const AWK = `{
  split($4, stamp, ":"); minute = stamp[1] ":" stamp[2] ":" stamp[3]; n = split($0, quoted, "\\""); split(quoted[3], behind, " ");
  table[minute " " behind[1]]++; bytes += behind[2]; split(quoted[7], rt, "="); time = rt[2] + 0; up = quoted[8] + 0;
  request[int(time * 100)]++; upstream[int(up * 100)]++; sum[minute] += time }
END { for (one in table) lines += table[one]; print lines, bytes }`;

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** Certificates of one's own cost Node 40 ms a start, and say nothing about what is compared. */
const ENVIRONMENT = { ...process.env, NODE_EXTRA_CA_CERTS: '' };

function run(command, args, memory = false) {
  const started = performance.now();
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: ENVIRONMENT,
  });
  if (error || (status !== 0 && !memory)) throw new Error(`${command}: ${error ?? stderr}`);
  return { seconds: (performance.now() - started) / 1000, stdout };
}

/** The measured process reads the log and nothing else, and says how long that took without its own start. */
async function readAlone(bundle, log) {
  const { StreamedAccessLog, createAccessKernel } = await import(pathToFileURL(bundle).href);
  const started = performance.now();
  const reader = new StreamedAccessLog(createAccessKernel(), []);
  const chunk = new Uint8Array(1 << 20);
  const input = openSync(log, 'r');
  for (let length = readSync(input, chunk); length > 0; length = readSync(input, chunk))
    reader.push(chunk.subarray(0, length));
  closeSync(input);
  reader.end();
  reader.summary();
  console.log((performance.now() - started) / 1000);
}

async function bundleReader(directory) {
  const entry = join(directory, 'read.ts');
  const source = join(root, 'src');
  writeFileSync(
    entry,
    `export { StreamedAccessLog } from '${source}/engine/evidence/access/streamed-log.ts';\nexport { createAccessKernel } from '${source}/kernels/access-kernel.ts';\n`,
  );
  await build({
    root: directory,
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir: 'read', target: 'es2023', rollupOptions: { output: { entryFileNames: 'read.mjs' } } },
  });
  return join(directory, 'read/read.mjs');
}

const FORMAT = '%h - %^ [%d:%t %^] "%r" %s %b "%R" "%u" rt=%T urt="%^"';
const SUBJECTS = {
  [WHOLE]: (log) => run(process.execPath, [join(root, 'dist/cli/stackengine.js'), 'check', log, '--fail-on', 'never']),
  goaccess: (log) =>
    run('goaccess', [
      log,
      '--log-format',
      FORMAT,
      '--date-format=%d/%b/%Y',
      '--time-format=%T',
      '--no-global-config',
      '-o',
      `${log}.json`,
    ]),
  'mawk, T1 only': (log) => run('mawk', [AWK, log]),
  'ripgrep, count': (log) => run('rg', ['-c', '-a', '" 50[0-9] ', log]),
  'raw read': (log) => run('dd', [`if=${log}`, 'of=/dev/null', 'bs=1M', 'status=none']),
};

function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

function verdict(ratio, must, aim) {
  return `${ratio.toFixed(2)} ×  must ${must}, aim ${aim}: ${ratio >= aim ? 'aim reached' : ratio >= must ? 'must reached' : 'MISSED'}`;
}

const folder = mkdtempSync(join(tmpdir(), 'logs-bench-'));
const bundle = await bundleReader(folder);
const empty = join(folder, 'empty.log');
writeFileSync(empty, '');
SUBJECTS[START] = () => SUBJECTS[WHOLE](empty);
SUBJECTS[ALONE] = (log) => {
  const { stdout } = run(process.execPath, [fileURLToPath(import.meta.url), '--read', bundle, log]);
  return { seconds: Number(stdout), stdout };
};
try {
  if (!existsSync(join(root, 'dist/cli/stackengine.js'))) throw new Error('run npm run build first');
  const log = join(folder, 'access.log');
  const size = writeLog(log, megabytes, seed);
  console.log(`seed ${seed}, access log of ${(size / 1e6).toFixed(0)} MB, medians of ${rounds} alternating rounds`);
  const needs = { goaccess: 'goaccess', 'mawk, T1 only': 'mawk', 'ripgrep, count': 'rg' };
  const names = Object.keys(SUBJECTS).filter((name) => !needs[name] || isInstalled(needs[name]));
  for (const [name, command] of Object.entries(needs))
    if (!names.includes(name)) console.log(`skipped: ${command} is not installed`);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) for (const name of names) times[name].push(SUBJECTS[name](log).seconds);
  times[NET] = times[WHOLE].map((seconds, at) => seconds - times[START][at]);
  for (const name of [...names.filter((one) => one !== START), NET])
    console.log(`${name.padEnd(52)} ${(size / 1e6 / median(times[name])).toFixed(0)} MB/s`);
  console.log(`${START.padEnd(52)} ${(median(times[START]) * 1000).toFixed(0)} ms`);
  for (const ours of [WHOLE, NET, ALONE]) {
    const ratio = (name) => median(times[name].map((theirs, at) => theirs / times[ours][at]));
    console.log(ours);
    if (names.includes('goaccess')) console.log(`  against goaccess      ${verdict(ratio('goaccess'), 25, 45)}`);
    if (names.includes('mawk, T1 only'))
      console.log(`  against mawk doing T1 ${verdict(ratio('mawk, T1 only'), 1.5, 2.5)}`);
  }
  rmSync(log);

  const logs = {};
  for (const form of ['combined', 'json', 'error']) {
    logs[form] = join(folder, `${form}.log`);
    writeLog(logs[form], inBrowser, seed, form);
  }
  const browser = await readInChromium(folder, logs, rounds);
  console.log(`\nin a Chromium worker, ${inBrowser} MB a file, share of the raw read into one recycled buffer`);
  console.log(`raw read                                 ${browser.raw.toFixed(0)} MB/s`);
  console.log(`T2                     ${verdict(browser.combined, 0.5, 0.75)}`);
  console.log(`T2, plain scanner      ${browser.plain.toFixed(2)} ×`);
  console.log(`T2 and redaction       ${verdict(browser.redacted, 0.4, 0.6)}`);
  console.log(`JSON log               ${verdict(browser.json, 0.7, 0.95)}`);
  console.log(`error log              ${verdict(browser.error, 0.7, 0.95)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
