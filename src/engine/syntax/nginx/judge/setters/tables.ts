import { isCidr, isInet } from '../address.ts';
import type { Call, Judgement } from '../judgement.ts';
import { nameOf } from '../../walk.ts';
import type { NginxDirective } from '../../tree.ts';
import { isBadWildcard } from './core.ts';
import type { SetterTable } from './setter.ts';

/** Reads the lines of a block whose inside is a table, not directives. */
export type TableReader = (call: Call, rows: readonly NginxDirective[], judgement: Judgement) => void;

/** A row of a table as a call, so that its words can be blamed. */
function rowCall(call: Call, row: NginxDirective): Call {
  return { ...call, directive: row, name: nameOf(row), args: row.words.slice(1).map((word) => word.value) };
}

function defineTarget(call: Call, judgement: Judgement, word: number): void {
  const target = call.args[word - 1] ?? '';
  if (target.startsWith('$') && target.length > 1) judgement.defineVariable(call, target.slice(1), word);
  else judgement.object(call.directive, `invalid variable name "${target}"`, word);
}

/** The heads of the tables: what follows `map`, `geo`, `split_clients`. */
export const TABLE_SETTERS: SetterTable = {
  map: (call, judgement) => {
    if (judgement.value(call, 1)) defineTarget(call, judgement, 2);
  },
  split_clients: (call, judgement) => {
    if (judgement.value(call, 1)) defineTarget(call, judgement, 2);
  },
  geo: (call, judgement) => {
    const [source = ''] = call.args;
    if (call.args.length === 2) {
      if (source.startsWith('$') && source.length > 1) judgement.useVariable(call, source.slice(1).toLowerCase(), 1);
      else {
        judgement.object(call.directive, `invalid variable name "${source}"`, 1);
        return;
      }
    }
    defineTarget(call, judgement, call.args.length);
  },
  charset_map: charsetMap,
};

function charsetMap(call: Call, judgement: Judgement): void {
  const [from = '', to = ''] = call.args;
  if (from.toLowerCase() === to.toLowerCase()) {
    judgement.object(call.directive, `"charset_map" between the same charsets "${from}" and "${to}"`);
  } else if (from.toLowerCase() === 'utf-8' && judgement.version >= 1_031_003) {
    judgement.object(call.directive, '"charset_map" with "utf-8" charset should be given in the second column', 1);
  }
}

const map: TableReader = (call, rows, judgement) => {
  const plainKeys = rows.filter((row) => !/^~|^(?:default|include|hostnames|volatile)$/.test(nameOf(row)));
  if (call.world === 'http') judgement.maps.push({ block: call.block, rows: plainKeys });
  const keys = new Set<string>();
  const hostnames = rows.some((row) => row.words.length === 1 && nameOf(row) === 'hostnames');
  let hasDefault = false;
  for (const row of rows) {
    const inner = rowCall(call, row);
    const key = inner.name;
    if (inner.args.length === 0 && (key === 'hostnames' || key === 'volatile')) continue;
    if (inner.args.length !== 1) {
      judgement.object(row, 'invalid number of the map parameters');
      continue;
    }
    if (key === 'include') {
      judgement.noteInclude(inner.args[0] ?? '');
      continue;
    }
    if (!judgement.value(inner, 1)) continue;
    if (key === 'default') {
      if (hasDefault) judgement.object(row, 'duplicate default map parameter');
      hasDefault = true;
      continue;
    }
    if (key.startsWith('~')) {
      judgement.regex(inner, 0, key.slice(key.startsWith('~*') ? 2 : 1));
      continue;
    }
    const plain = (key.startsWith('\\') ? key.slice(1) : key).toLowerCase();
    if (hostnames && isBadWildcard(plain)) {
      judgement.object(row, `invalid hostname or wildcard "${key}"`);
    } else if (keys.has(plain)) {
      judgement.object(row, `conflicting parameter "${key}"`);
    }
    keys.add(plain);
  }
};

const geo: TableReader = (call, rows, judgement) => {
  let ranges = false;
  let networks = false;
  for (const row of rows) {
    const inner = rowCall(call, row);
    const key = inner.name;
    if (inner.args.length === 0 && key === 'ranges') {
      if (networks) {
        judgement.object(row, 'the "ranges" directive must be the first directive inside "geo" block');
      }
      ranges = true;
      continue;
    }
    if (inner.args.length === 0 && key === 'proxy_recursive' && call.world === 'http') continue;
    if (inner.args.length === 0 && key === 'volatile' && judgement.version >= 1_029_003) continue;
    if (inner.args.length !== 1) {
      judgement.object(row, 'invalid number of the geo parameters');
      continue;
    }
    if (key === 'include') continue;
    const [value = ''] = inner.args;
    if (key === 'proxy' && call.world === 'http') {
      if (!isNetwork(value)) judgement.object(row, `invalid network "${value}"`, 1);
      continue;
    }
    networks = networks || !ranges;
    if (key === 'default') continue;
    const [net, word] = key === 'delete' ? [value, 1] : [key, 0];
    if (ranges ? !isRange(net) : !isNetwork(net)) {
      judgement.object(row, `invalid ${ranges ? 'range' : 'network'} "${net}"`, word);
    }
  }
};

function isNetwork(text: string): boolean {
  return text === '255.255.255.255' || isCidr(text);
}

function isRange(text: string): boolean {
  const [from = '', to = ''] = text.split('-', 2);
  return isInet(from) && (isInet(to) || to === '255.255.255.255') && addressNumber(from) <= addressNumber(to);
}

function addressNumber(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

const splitClients: TableReader = (call, rows, judgement) => {
  let total = 0;
  for (const row of rows) {
    const percent = /^(\d{1,5})(?:\.(\d{0,2}))?%$/.exec(nameOf(row));
    if (row.words.length !== 2) {
      // Before 1.21 a row was not counted; nginx reads past it.
      if (row.words.length < 2) judgement.object(row, 'invalid number of parameters');
      continue;
    }
    if (nameOf(row) === '*') {
      if (total > 10000) break;
      total = 10000;
      continue;
    }
    const hundredths = percent === null ? 0 : Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'));
    if (hundredths === 0) {
      judgement.object(row, `invalid percent value "${nameOf(row)}"`);
      continue;
    }
    total += hundredths;
  }
  if (total > 10000) judgement.object(call.directive, 'percent total is greater than 100%');
};

const types: TableReader = (call, rows, judgement) => {
  for (const row of rows) {
    const [first = ''] = [row.words[1]?.value];
    if (nameOf(row) === 'include') {
      if (row.words.length === 2) judgement.noteInclude(first);
      else judgement.object(row, 'invalid number of arguments in "include" directive');
    }
  }
  call.block.own.set('types', call.directive);
};

const HEX = /^[0-9a-f]{1,8}$/i;

const charsetRows: TableReader = (call, rows, judgement) => {
  const utf8 = (call.args[1] ?? '').toLowerCase() === 'utf-8';
  for (const row of rows) {
    const [from = '', to = ''] = row.words.map((word) => word.value);
    if (row.words.length !== 2) judgement.object(row, 'invalid parameters number');
    else if (!isByte(from)) judgement.object(row, `invalid value "${from}"`);
    else if (utf8 ? !/^(?:[0-9a-f]{2}){1,4}$/i.test(to) : !isByte(to)) {
      judgement.object(row, `invalid value "${to}"`, 1);
    }
  }
};

function isByte(text: string): boolean {
  return HEX.test(text) && parseInt(text, 16) <= 255;
}

/** Insides that are tables (`cf->handler` in nginx). */
export const TABLES: Readonly<Record<string, TableReader>> = {
  map,
  geo,
  split_clients: splitClients,
  types,
  charset_map: charsetRows,
};
