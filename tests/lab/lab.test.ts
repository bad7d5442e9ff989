import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { excessOf } from './harness/excess.ts';
import { reproduce, runScenario } from './harness/run.ts';
import { loadScenario, scenarioNames } from './harness/scenario.ts';

/** LAB=all runs every scenario, LAB=name,name some, nothing the subset marked `quick`; LAB_STAGE=before only produces the failure, LAB_STAGE=record keeps it. */
const wanted = process.env['LAB'];
const asRoot = process.getuid?.() === 0;
const ROWS = process.env['LAB_ROWS'] ?? join(import.meta.dirname, '../../.cache/lab');

const scenarios = scenarioNames()
  .map(loadScenario)
  .filter((one) =>
    wanted === undefined ? one.quick === true : wanted === 'all' || wanted.split(',').includes(one.name),
  )
  .filter((one) => asRoot || one.needsRoot !== true);

describe.concurrent('lab', () => {
  it.each(scenarios.map((one) => [one.name, one] as const))('%s', async (_name, scenario) => {
    if (process.env['LAB_STAGE'] === 'before') {
      expect(await reproduce(scenario)).toEqual([]);
      return;
    }
    const recorded = process.env['LAB_STAGE'] === 'record';
    const row = await runScenario(scenario, { advice: wanted === 'all' || recorded, record: recorded });
    mkdirSync(ROWS, { recursive: true });
    writeFileSync(join(ROWS, `${scenario.name}.json`), JSON.stringify(row, null, 2));
    expect(row.reasons).toEqual([]);
  });
});

describe('the harness itself', () => {
  it('finds a wrong patch out', async () => {
    const scenario = loadScenario('read-timeout');
    const wrong = (folder: string): string =>
      readFileSync(join(folder, 'conf/site.conf'), 'latin1').includes('read_timeout 2s')
        ? [
            '--- a/conf/site.conf',
            '+++ b/conf/site.conf',
            '@@ -10 +10 @@',
            '-        fastcgi_read_timeout 2s;',
            '+        fastcgi_read_timeout 3s;',
            '',
          ].join('\n')
        : '';
    const { reasons } = await runScenario(scenario, { patch: wrong });
    expect(reasons.join('\n')).toContain('after: statuses 504 instead of 200');
  });
});

/** www-data and root are not needed for these. */
const PLAIN = ['read-timeout', 'terminate-timeout-unix-get', 'header-too-big', 'wrong-port', 'healthy-stock'];
const NOBODY = '65534';

it('counts what a patch raised beyond the need', () => {
  const scenario = { ...loadScenario('memory-limit'), host: { 'longest-request': '30s' } };
  const patch =
    '+++ b/x\n-memory_limit = 32M\n+memory_limit = 128M\n+        fastcgi_read_timeout 50s;\n+pm.max_children = 9\n';
  expect(excessOf(scenario, patch)).toBe('memory_limit +62 MiB, fastcgi_read_timeout +20 s');
});

describe.runIf(asRoot && process.env['LAB_STAGE'] === undefined)('a plain user', () => {
  it(`runs ${PLAIN.join(', ')}`, () => {
    const rows = mkdtempSync(join(tmpdir(), 'lab-rows-'));
    try {
      chmodSync(rows, 0o777);
      const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
      const vitest = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');
      const { status, stdout, stderr } = spawnSync(
        'setpriv',
        [
          `--reuid=${NOBODY}`,
          `--regid=${NOBODY}`,
          '--clear-groups',
          process.execPath,
          vitest,
          'run',
          '--configLoader=runner',
          '--config=tests/lab/plain-user.config.ts',
          '-t',
          '^lab ',
        ],
        {
          encoding: 'utf8',
          env: { ...own, LAB: PLAIN.join(), LAB_ROWS: rows, HOME: rows },
          cwd: join(import.meta.dirname, '../..'),
        },
      );
      expect(status, stdout + stderr).toBe(0);
      expect(stdout).toContain(`${String(PLAIN.length)} passed`);
    } finally {
      rmSync(rows, { recursive: true, force: true });
    }
  }, 180_000);
});
