import {
  readFpmTime,
  readPhpMemoryLimit,
  readPhpQuantity,
  readPhpSeconds,
  type Reading,
} from '../syntax/ini/quantity.ts';
import type { IniEntry, IniFile } from '../syntax/ini/tree.ts';
import { replaceValue } from '../syntax/ini/set.ts';
import type { Edit } from '../text/edit.ts';
import { LineIndex } from '../text/span.ts';
import type { Stack } from '../stack/stack.ts';
import { gapsOf } from './ladder/ladder.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

const PHP_QUANTITIES = [
  'post_max_size',
  'upload_max_filesize',
  'realpath_cache_size',
  'opcache.jit_buffer_size',
  'apc.shm_size',
];
const PHP_SECONDS = ['max_input_time', 'hard_timeout', 'session.gc_maxlifetime'];
/** `request_terminate_timeout` and `max_execution_time` belong to the ladder, which solves their values. */
const FPM_TIMES = [
  'request_slowlog_timeout',
  'process_control_timeout',
  'pm.process_idle_timeout',
  'emergency_restart_interval',
];

type Reader = (value: string, written?: string) => Reading<number>;
const PHP: ReadonlyMap<string, readonly [string, Reader]> = new Map<string, readonly [string, Reader]>([
  ...PHP_QUANTITIES.map((name) => [name, ['php-size', readPhpQuantity]] as const),
  ...PHP_SECONDS.map((name) => [name, ['php-seconds', readPhpSeconds]] as const),
  ['memory_limit', ['php-memory-limit', readPhpMemoryLimit]] as const,
]);
const FPM: ReadonlyMap<string, readonly [string, Reader]> = new Map(
  FPM_TIMES.map((name) => [name, ['fpm-time', readFpmTime]] as const),
);

export const docs: RuleDocs = {
  title: 'A unit that the daemon reads differently',
  why:
    'PHP-FPM takes one suffix s, m, h or d behind the leading digits: 500ms is 500 seconds, 1m30s one second. PHP takes the last ' +
    'letter of a quantity: 2MB is 2 bytes; memory_limit = 512MB cannot be set, so the previous limit stays; ' +
    'max_execution_time = 1m is one second.',
  source: 'fpm_conf.c (fpm_conf_set_time), Zend/zend_ini.c (zend_ini_parse_quantity), Zend/zend_alloc.c',
};

export const unitTraps: Rule = {
  name: 'unit-traps',
  messages: {
    'fpm-time': '{key} = {written}: PHP-FPM reads {read} s.',
    'fpm-refused': '{key} = {written}: PHP-FPM refuses this unit and does not start; it knows s, m, h and d.',
    'php-seconds': '{key} = {written}: PHP reads {read} s.',
    'php-size': '{key} = {written}: PHP reads {read} bytes.',
    'php-memory-limit':
      '{key} = {written}: PHP reads {read} bytes, which is too little to set; the previous limit stays.',
  },
  check(input) {
    return [
      ...gapsOf(input, 'unit-traps'),
      ...[...input.stack.iniFiles.values()].flatMap((file) => trapsOf(file, input.stack)),
    ];
  },
};

function trapsOf(file: IniFile, stack: Stack): RawFinding[] {
  const text = stack.documents.get(file.path)?.text;
  if (text === undefined) return [];
  const lines = new LineIndex(text);
  const last = new Map<string, IniEntry>();
  for (const node of file.nodes) {
    if (node.kind === 'entry') last.set(JSON.stringify([node.section, node.keyRaw.toLowerCase()]), node);
  }
  return [...last.values()].flatMap((entry) => {
    const known = readerOf(file, entry);
    if (known === null || entry.value === null) return [];
    const [name, [code, read]] = known;
    const reading = read(entry.value, entry.valueRaw);
    if (reading.corrected === null || (code === 'fpm-time' && reading.value === null)) return [];
    const { line, column } = lines.positionAt(entry.valueStart);
    const args = {
      key: name,
      written: entry.valueRaw,
      read: reading.value ?? refusedBytes(entry.value),
      meant: reading.corrected,
    };
    const edits: Edit[] = [{ path: file.path, ...replaceValue(entry, reading.corrected) }];
    return [
      {
        path: file.path,
        line,
        column,
        severity: 'warning' as const,
        code,
        args,
        fix: { safety: 'reload' as const, edits },
      },
    ];
  });
}

function readerOf(file: IniFile, { key, subscript }: IniEntry): readonly [string, readonly [string, Reader]] | null {
  const isPhp = file.dialect === 'php-ini' ? subscript === null : key === 'php_value' || key === 'php_admin_value';
  const name = file.dialect === 'php-ini' || !isPhp ? key : (subscript ?? '');
  const reader = isPhp ? PHP.get(name) : FPM.get(name.toLowerCase());
  return reader === undefined ? null : [name, reader];
}

/** What a refused `memory_limit` would have been. */
function refusedBytes(value: string): number {
  return readPhpQuantity(value).value ?? 0;
}
