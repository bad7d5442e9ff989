import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHP_DIRECTIVES } from '../../src/engine/knowledge/php/php-directives.ts';
import { phpLimits } from '../../src/engine/stack/php-limits-for.ts';
import { buildPools } from '../../src/engine/stack/pools.ts';
import type { SettingValue } from '../../src/engine/stack/setting.ts';
import { readFpmDump, readPhpInfo } from '../../src/engine/syntax/ini/dump.ts';
import { parseIni } from '../../src/engine/syntax/ini/parse.ts';
import type { IniFile } from '../../src/engine/syntax/ini/tree.ts';
import { combinations } from './php/combinations.ts';
import type { Combination } from './php/combinations.ts';
import { request } from './php/fastcgi.ts';
import { withFpm } from './php/fpm-server.ts';
import { FPM, INSTALLED, PHP, makePrefix, run } from './php/prefix.ts';

const SEED = 20_261_120;
const COUNT = 50;

/** What the build, the distribution or the machine decides: no file says it. */
const OF_THE_BUILD = new Set([
  'extension_dir',
  'include_path',
  'error_log',
  'session.save_path',
  'session.gc_probability',
  'opcache.jit',
]);

const prefix = makePrefix();
const at = (name: string): string => join(prefix.path, name);
afterAll(prefix.remove);

const SCRIPT = `<?php
$out = [];
foreach (json_decode(file_get_contents(__DIR__ . '/names.json')) as $name) {
  $value = ini_get($name);
  if ($value === false) continue;
  $out[$name] = ['text' => $value, 'quantity' => @ini_parse_quantity($value), 'integer' => (int) preg_replace('/^\\s*([+-]?\\d+).*$/s', '$1', $value),
    'flag' => in_array(strtolower($value), ['true', 'yes', 'on'], true) || (int) $value !== 0];
}
echo json_encode($out, JSON_INVALID_UTF8_SUBSTITUTE);`;

interface Seen {
  readonly text: string;
  readonly quantity: number;
  readonly integer: number;
  readonly flag: boolean;
}

function write(combination: Combination): { readonly pools: IniFile[]; readonly inis: IniFile[] } {
  const files: Record<string, string> = {
    'php.ini': combination.phpIni,
    'conf.d/20-x.ini': combination.confD,
    'fpm.conf': combination.fpmConf,
    'pool.d/a.conf': combination.included,
    'www/.user.ini': combination.userIni,
  };
  const trees = Object.entries(files).map(([name, text]) => {
    const filled = text.replaceAll('DIR', prefix.path);
    writeFileSync(at(name), filled);
    return parseIni(filled, at(name), name.endsWith('.conf') ? 'fpm' : 'php-ini');
  });
  return {
    pools: trees.filter((file) => file.dialect === 'fpm'),
    inis: trees.filter((file) => file.dialect === 'php-ini'),
  };
}

function expected(name: string, seen: Seen): SettingValue {
  const type = PHP_DIRECTIVES.find((directive) => directive.name === name)?.type;
  if (type === 'bool') return seen.flag;
  if (type === 'string' || type === undefined) return seen.text;
  if (type === 'size_mb') return seen.integer * 1_048_576;
  return type === 'seconds' ? seen.integer : seen.quantity;
}

describe.skipIf(!INSTALLED)('effective values', () => {
  const all = combinations(COUNT, SEED);

  beforeAll(() => {
    for (const folder of ['conf.d', 'pool.d', 'www']) mkdirSync(at(folder));
    writeFileSync(at('www/i.php'), SCRIPT);
    writeFileSync(at('www/names.json'), JSON.stringify(PHP_DIRECTIVES.map(({ name }) => name)));
    console.info(`seed ${String(SEED)}`);
  });

  it('equal php-fpm -tt in every key it prints', async () => {
    for (const combination of all) {
      const { pools } = write(combination);
      const [ours] = buildPools(pools);
      const { output } = await run(FPM, ['-n', '-R', '-tt', '-y', at('fpm.conf')]);
      const dump = readFpmDump(output.replace(`error_log = ${at('e.log')}`, 'error_log = undefined'), 'tt');
      const [theirs] = buildPools([dump]);
      expect(theirs, output + combination.fpmConf + combination.included).toBeDefined();
      const printed = dump.nodes.flatMap((node) => (node.kind === 'entry' && node.section !== null ? [node.key] : []));
      for (const key of printed) {
        if (key === 'syslog.facility' || key === 'events.mechanism' || key.startsWith('php_') || key === 'rlimit_core')
          continue;
        expect([key, ours?.settings[key]?.value]).toEqual([key, theirs?.settings[key]?.value]);
      }
    }
  });

  it('equal php -i', async () => {
    const differing: string[] = [];
    for (const combination of all) {
      const { inis } = write(combination);
      const { output } = await run(PHP, ['-c', at('php.ini'), '-i'], { PHP_INI_SCAN_DIR: at('conf.d') });
      const info = readPhpInfo(output, 'info');
      const theirs = phpLimits(null, [info]).settings;
      const ours = phpLimits(
        null,
        inis.filter((file) => !file.path.endsWith('.user.ini')),
      ).settings;
      const printed = info.nodes.flatMap((node) => (node.kind === 'entry' ? [node.key] : []));
      for (const { name, type } of PHP_DIRECTIVES) {
        if (!printed.includes(name) || OF_THE_BUILD.has(name) || name.startsWith('highlight.')) continue;
        const value = type === 'string' && ours[name]?.value === false ? '' : ours[name]?.value;
        if (value === theirs[name]?.value || value === null) continue;
        differing.push(`${name}: ${String(value)} is ${String(theirs[name]?.value)} in ${JSON.stringify(combination)}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it('equal what a script sees behind a real php-fpm', { timeout: 120_000 }, async () => {
    const differing: string[] = [];
    let compared = 0;
    for (const combination of all) {
      const { pools, inis } = write(combination);
      const [pool] = buildPools(pools);
      const socket = at('www.sock');
      const script = at('www/i.php');
      const fastcgi = { PHP_VALUE: combination.phpValue, PHP_ADMIN_VALUE: combination.phpAdminValue };
      const params = Object.entries(fastcgi).filter(([, value]) => value !== '');
      const limits = phpLimits(
        pool ?? null,
        inis,
        params.map(([name, value]) => ({ name, value, from: null })),
        { scriptFilename: script },
      );
      const server = { conf: at('fpm.conf'), ini: at('php.ini'), scanDirectory: at('conf.d'), socket };
      const body = await withFpm(server, () =>
        request(socket, { SCRIPT_FILENAME: script, DOCUMENT_ROOT: at('www'), ...Object.fromEntries(params) }),
      );
      const seen = JSON.parse(body.slice(body.indexOf('{'))) as Record<string, Seen>;
      for (const [name, values] of Object.entries(seen)) {
        if (OF_THE_BUILD.has(name)) continue;
        compared++;
        const [ours, theirs] = [limits.settings[name]?.value, expected(name, values)];
        if (ours !== theirs && ours !== null)
          differing.push(`${name}: ${String(ours)} is ${String(theirs)} in ${JSON.stringify(combination)}`);
      }
    }
    console.info(`${String(compared)} values compared`);
    expect(differing).toEqual([]);
  });
});
