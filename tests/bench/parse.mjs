/**
 * Speed of the nginx reader beside its peers, on generated configurations.
 * Usage: node tests/bench/parse.mjs [lines, default 100000] [rounds, default 7]
 * Prints medians of alternating rounds as ratios, because one machine's milliseconds mean nothing on another.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const lines = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const directory = mkdtempSync(join(tmpdir(), 'parse-bench-'));
const require = createRequire(import.meta.url);

/** A valid configuration of about so many lines: servers with the directives people write. */
function generate(count) {
  const parts = [
    `pid ${directory}/nginx.pid;\nerror_log ${directory}/error.log;\nevents {\n    worker_connections 1024;\n}\nhttp {\n`,
  ];
  const perServer = 25;
  parts.push('    access_log off;\n    server_names_hash_max_size 65536;\n');
  for (let server = 0; server < (count - 10) / perServer; server++) {
    parts.push(`    # site ${server}
    server {
        listen 127.0.0.1:18080;
        server_name site${server}.example.org www.site${server}.example.org;
        root "/srv/www/site${server}/public";
        index index.php index.html;
        client_max_body_size 20m;

        location / {
            try_files $uri $uri/ /index.php?$args;
        }

        location ~ \\.php$ {
            fastcgi_pass 127.0.0.1:9000;
            fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
            fastcgi_param QUERY_STRING $query_string; # as sent
            fastcgi_buffers 16 16k;
            fastcgi_read_timeout 120s;
        }
        location /api/ {
            proxy_pass http://127.0.0.1:8080;
            proxy_set_header Host $host;
            proxy_read_timeout 90s;
        }
    }
`);
  }
  parts.push('}\n');
  return parts.join('');
}

async function loadEngine() {
  const outDir = join(directory, 'engine');
  const entry = join(directory, 'entry.ts');
  const root = new URL('../../', import.meta.url).pathname;
  const syntax = join(root, 'src/engine/syntax/nginx');
  writeFileSync(
    entry,
    `export { parseNginx } from '${syntax}/parse.ts';
export { checkNginxFile } from '${syntax}/check.ts';
export { buildStack } from '${root}/src/engine/stack/build.ts';
export { UNKNOWN_HOST } from '${root}/src/engine/text/host.ts';
`,
  );
  const output = { entryFileNames: 'engine.mjs' };
  const options = { ssr: entry, outDir, emptyOutDir: false, minify: false, rollupOptions: { output } };
  await build({ configFile: false, logLevel: 'error', root, build: options });
  return import(pathToFileURL(join(outDir, 'engine.mjs')).href);
}

function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function peers(text, file) {
  const found = {};
  const Webantic = require('@webantic/nginx-config-parser');
  const webantic = new (Webantic.default ?? Webantic)();
  found['@webantic/nginx-config-parser'] = () => webantic.parse(text);
  // What its users call is createFromSource; the parser inside gives nodes that nothing public reads.
  const { NginxConfFile } = require('nginx-conf');
  found['nginx-conf'] = () => NginxConfFile.createFromSource(text, () => undefined);
  const { parse } = require('nginx-conf/dist/src/parser.js');
  found['nginx-conf, its inner parser'] = () => parse(text, () => undefined);
  const nginx = spawnSync('nginx', ['-v']);
  if (nginx.error === undefined) {
    found['nginx -t'] = () => spawnSync('nginx', ['-t', '-p', directory, '-c', file, '-e', 'stderr']);
  }
  return found;
}

try {
  mkdirSync(join(directory, 'logs'));
  const engine = await loadEngine();
  const text = generate(lines);
  const file = join(directory, 'nginx.conf');
  writeFileSync(file, text);
  const checked = engine.checkNginxFile(engine.parseNginx(text), text, { context: 'main' });
  console.log(
    `${text.split('\n').length - 1} lines, ${Math.round(text.length / 1024)} KiB, accepted: ${checked.accepted}`,
  );
  for (const { line, message } of checked.problems.slice(0, 3)) console.log(`  ${line}: ${message}`);

  const runs = {
    tree: () => engine.parseNginx(text),
    'tree and judgement': () => engine.checkNginxFile(engine.parseNginx(text), text, { context: 'main' }),
    'parse, resolve, judgement': () => {
      engine.buildStack([{ path: 'nginx.conf', kind: 'nginx', text, recognisedBy: '' }], engine.UNKNOWN_HOST);
      engine.checkNginxFile(engine.parseNginx(text), text, { context: 'main' });
    },
    ...(await peers(text, file)),
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < rounds + 2; round++) {
    for (const [name, run] of Object.entries(runs)) {
      globalThis.gc?.();
      const took = time(run);
      if (round >= 2) times[name].push(took);
    }
  }
  for (const name of Object.keys(runs)) {
    const ratios = times[name].map((took, round) => took / times.tree[round]);
    console.log(
      `${name.padEnd(32)} ${median(times[name]).toFixed(1).padStart(8)} ms  ${median(ratios).toFixed(2)} × the tree`,
    );
  }

  console.log('growth (ms per 1,000 lines):');
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const sized = generate(size);
    const repeats = Math.max(1, Math.round(200_000 / size));
    const took = median(
      Array.from({ length: 3 }, () =>
        time(() => {
          for (let at = 0; at < repeats; at++) engine.parseNginx(sized);
        }),
      ),
    );
    console.log(`${String(size).padStart(9)} lines ${((took / repeats / size) * 1000).toFixed(3)}`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
