import { describe, expect, it } from 'vitest';
import { readIniDocument } from './dump.ts';
import { printIni } from './print.ts';
import type { IniFile } from './tree.ts';

function values(file: IniFile): unknown[] {
  return file.nodes.flatMap((node) =>
    node.kind === 'entry' ? [[node.section, node.keyRaw, node.value, node.line]] : [],
  );
}

const TT = `[20-Nov-2026 12:19:54] NOTICE: [global]
[20-Nov-2026 12:19:54] NOTICE: \tpid = undefined
[20-Nov-2026 12:19:54] NOTICE: \tprocess_control_timeout = 10s
[20-Nov-2026 12:19:54] NOTICE:  \r
[20-Nov-2026 12:19:54] NOTICE: [www]
[20-Nov-2026 12:19:54] NOTICE: \tpm.max_children = 2
[20-Nov-2026 12:19:54] NOTICE: \tclear_env = yes
[20-Nov-2026 12:19:54] NOTICE: \tphp_admin_value[memory_limit] = 256M
[20-Nov-2026 12:19:54] NOTICE: configuration file c.conf test is successful`;

describe('readIniDocument', () => {
  it('reads php-fpm -tt as the pools it prints', () => {
    const file = readIniDocument('fpm', TT, 'tt');
    expect(file.dump).toBe('php-fpm -tt');
    expect(printIni(file)).toBe(TT);
    expect(values(file)).toEqual([
      ['global', 'process_control_timeout', '10s', 3],
      ['www', 'pm.max_children', '2', 6],
      ['www', 'clear_env', '1', 7],
      ['www', 'php_admin_value[memory_limit]', '256M', 8],
    ]);
  });

  it('reads php -i and the text of phpinfo()', () => {
    const cli =
      'phpinfo()\nServer API => Command Line Interface\nmemory_limit => 128M => 64M\nmax_execution_time => 0 => 0\nuser_agent => no value => no value\n';
    expect(values(readIniDocument('php-info', cli))).toEqual([[null, 'memory_limit', '128M', 3]]);
    expect(printIni(readIniDocument('php-info', cli))).toBe(cli);
    const page =
      'Server API\tFPM/FastCGI\nDirective\tLocal Value\tMaster Value\nmax_execution_time\t30\t30\nexpose_php\tOff\tOff\n';
    expect(values(readIniDocument('php-info', page)).slice(-2)).toEqual([
      [null, 'max_execution_time', '30', 3],
      [null, 'expose_php', '0', 4],
    ]);
  });

  it('leaves out what belongs to the command line alone', () => {
    const text =
      'Server API => Command Line Interface\nLoaded Configuration File => /etc/php/8.2/cli/php.ini\nmemory_limit => -1 => -1\n';
    expect(values(readIniDocument('php-info', text))).toEqual([]);
  });

  it('reads anything else as the file it is', () => {
    expect(readIniDocument('fpm', '[www]\npm = static\n').dump).toBeUndefined();
    expect(readIniDocument('php-ini', 'a = 1\n').dialect).toBe('php-ini');
  });
});
