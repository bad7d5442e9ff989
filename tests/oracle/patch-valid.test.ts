import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/engine/text/document.ts';
import type { Redacted } from '../../src/engine/text/redacted.ts';
import { verify } from '../../src/engine/refactor/verify.ts';
import { CASES } from '../rules/cases/index.ts';
import { MAIN_POOL, NGINX } from '../rules/setup.ts';
import { cured, judgeSituation } from '../rules/situation.ts';
import { FPM, run } from './php/prefix.ts';

const NGINX_BINARY = '/usr/sbin/nginx';
const INSTALLED = existsSync(FPM) && existsSync(NGINX_BINARY);
const folder = mkdtempSync(join(tmpdir(), 'se-valid-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The host's paths moved below a folder of the test's own. */
function moved(text: string, root: string): string {
  return text.replace(/(^|[\s:=])\/(etc|run|var)\//gu, `$1${root}/$2/`);
}

function lay(documents: readonly Document<Redacted>[], root: string): void {
  for (const { path, text, kind } of documents) {
    if (kind !== 'nginx' && kind !== 'fpm' && kind !== 'php-ini') continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), moved(text, root));
  }
  for (const directory of ['run/php', 'var/log', 'var/www/shop', 'temp'])
    mkdirSync(join(root, directory), { recursive: true });
}

async function nginxRefusal(documents: readonly Document<Redacted>[], root: string): Promise<string | null> {
  if (!documents.some(({ path }) => path === NGINX)) return null;
  const { code, output } = await run(NGINX_BINARY, [
    '-t',
    ...[
      '-p',
      root,
      '-c',
      join(root, NGINX),
      '-g',
      `pid ${join(root, 'nginx.pid')}; error_log ${join(root, 'error.log')};`,
    ],
  ]);
  return code === 0 ? null : output;
}

async function fpmRefusal(documents: readonly Document<Redacted>[], root: string): Promise<string | null> {
  const pools = documents.filter(({ kind }) => kind === 'fpm');
  if (pools.length === 0) return null;
  const main = join(root, 'main.conf');
  const own = pools.find(({ path }) => path === MAIN_POOL);
  if (own === undefined) {
    const includes = pools.map(({ path }) => `include=${join(root, path)}\n`).join('');
    writeFileSync(main, `[global]\nerror_log = ${join(root, 'fpm.log')}\n${includes}`);
  }
  const { code, output } = await run(FPM, ['-n', '-t', '-y', own === undefined ? main : join(root, MAIN_POOL)]);
  return code === 0 ? null : output;
}

const situations = Object.entries(CASES).flatMap(([rule, { fires }]) =>
  fires.filter((one) => one.safety !== null).map((one) => [`${rule}: ${one.name}`, one] as const),
);

describe.skipIf(!INSTALLED)('a patched stack', () => {
  it.each(situations)('loads: %s', async (name, one) => {
    const judgement = judgeSituation(one);
    const { documents, after } = cured(judgement, one.host);
    const refused = after.findings.filter(
      (finding) => finding.rule === 'config-refused' && finding.severity === 'error',
    );
    expect(refused.map((finding) => finding.message)).toEqual([]);
    expect(verify(judgement.documents, documents)).toEqual([]);
    const root = join(folder, String(situations.findIndex(([other]) => other === name)));
    lay(documents, root);
    expect(await nginxRefusal(documents, root)).toBeNull();
    expect(await fpmRefusal(documents, root)).toBeNull();
  });
});

/** Rules that speak of what a daemon refuses: the same oracle must refuse their situations before the patch. */
const REFUSED = ['buffer-inequalities', 'pool-spare-servers', 'slowlog-above-terminate', 'config-refused'];
const refusals = situations.filter(([name]) => REFUSED.some((rule) => name.startsWith(`${rule}:`)));

describe.skipIf(!INSTALLED)('the same stack without its patch', () => {
  it.each(refusals)('is refused: %s', async (name, one) => {
    const root = join(folder, `before-${String(refusals.findIndex(([other]) => other === name))}`);
    const { documents } = judgeSituation(one);
    lay(documents, root);
    expect([await nginxRefusal(documents, root), await fpmRefusal(documents, root)]).not.toEqual([null, null]);
  });
});
