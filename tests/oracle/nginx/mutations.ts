import { NGINX_DIRECTIVES, type NginxDirectiveFact } from '../../../src/engine/knowledge/nginx/directives.ts';
import { CONSTRAINTS, WHOLE } from './cases.ts';
import { frame, LEVELS, type Level } from './frame.ts';
import { SAMPLES } from './samples.ts';

export interface Mutation {
  readonly kind: 'value' | 'context' | 'arity' | 'duplicate' | 'constraint' | 'syntax';
  readonly name: string;
  readonly text: string;
}

/** Values that probe a generic slot; the first is valid. */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  flag: ['on', 'off', 'ON', 'yes', '1', '""'],
  size: ['16k', '16K', '1m', '1g', '16kb', '1.5k', '-1', '0', '""', 'k', '99999999999999999999'],
  offset: ['16k', '1g', '1G', '1t', '-1', '""', '8589934592g'],
  msec: ['30s', '30', '1m30s', '500ms', '30s1m', '1.5s', '1M', '1y', '-1', '60sec', '""', '"1m 30s"', '3w'],
  sec: ['30s', '1M', '500ms', '1y', '90000ms', 'x', '1d12h'],
  int: ['4', '-1', '4k', 'x', '""', '0', '99999999999999999999', '1000'],
  buffers: ['8 16k', '0 4k', '8 0', 'x 4k', '8 1g', '16 16K'],
  string: ['x', '""'],
  strings: ['x', 'X-A'],
  keyval: ['A b'],
  predicate: ['$cookie_a', '$nope'],
  complex: ['x', '$host', '$nope'],
  'complex-size': ['1k', 'x'],
  bind: ['127.0.0.1', 'off', 'x'],
  types: ['text/css', '*'],
  access: ['user:rw', 'user:w'],
  path: ['DIR/t'],
  'cache-valid': ['10m', 'x'],
  param: ['A b', 'A $nope'],
};

/** Modules outside a default build, other systems, and what needs files or has side effects. */
const LEFT_OUT =
  /perl|geoip|image_filter|xslt|degradation|google|iocp|kqueue|devpoll|eventport|^ngx_(?:stream|mail)|quic|_v3_|tunnel/;
const NEEDS_FILES =
  /_(?:trusted_certificate|crl|password_file|certificate|certificate_key|ticket_key|dhparam|stapling_file|client_certificate|ech_file|conf_command|ciphers|ecdh_curve|engine)$|^(?:daemon|master_process|ssl_session_ticket_key|ssl_dhparam)$/;

function isProbed(fact: NginxDirectiveFact, version: number): boolean {
  return (
    !LEFT_OUT.test(fact.module) &&
    !NEEDS_FILES.test(fact.name) &&
    version >= fact.since &&
    version < fact.until &&
    !fact.block &&
    fact.name !== 'include' &&
    fact.name !== 'load_module'
  );
}

function valuesOf(fact: NginxDirectiveFact): readonly string[] {
  const own = SAMPLES[fact.name];
  if (own !== undefined) return own;
  const [first = ''] = fact.values;
  if (fact.type === 'enum') return [first, first.toUpperCase(), 'bogus', '""', `${first}x`];
  if (fact.type === 'bits') return [first, `${first} ${fact.values[1] ?? first}`, 'bogus', `${first} bogus`];
  return BY_TYPE[fact.type] ?? [];
}

function levelsOf(fact: NginxDirectiveFact): Level[] {
  return LEVELS.filter((level) => fact.contexts.includes(level));
}

function line(name: string, value: string, directory: string): string {
  return `${name}${value === '' ? '' : ` ${value.replaceAll('DIR', directory)}`};`;
}

/** Every single mutation of the frame, in a fixed order. */
export function allMutations(version: number, directory: string): Mutation[] {
  const mutations: Mutation[] = [];
  const add = (kind: Mutation['kind'], name: string, text: string, level: Level): void => {
    mutations.push({ kind, name, text: frame(text, level, directory) });
  };
  for (const name of NGINX_DIRECTIVES.names()) {
    const facts = NGINX_DIRECTIVES.get(name);
    for (const fact of facts) {
      if (!isProbed(fact, version)) continue;
      const values = valuesOf(fact);
      const [valid] = values;
      const levels = levelsOf(fact);
      if (valid === undefined || levels.length === 0) continue;
      for (const [at, value] of values.entries()) {
        const level = levels[at % levels.length] as Level;
        add('value', fact.name, line(fact.name, value, directory), level);
      }
      const good = line(fact.name, valid, directory);
      for (const level of LEVELS) {
        const elsewhere = facts.some((other) => other.contexts.includes(level));
        if (!elsewhere) add('context', fact.name, good, level);
      }
      const level = levels[0] as Level;
      add('arity', fact.name, `${fact.name};`, level);
      // Any further word of a resolver is a host, and which hosts exist is not in the text.
      if (fact.name !== 'resolver') add('arity', fact.name, good.replace(/;$/, ' extra words;'), level);
      add('arity', fact.name, good.replace(/;$/, ' {}'), level);
      add('duplicate', fact.name, `${good} ${good}`, levels[levels.length - 1] ?? level);
    }
  }
  for (const [text, level] of CONSTRAINTS)
    add('constraint', text.split(/\s/)[0] ?? '', text.replaceAll('DIR', directory), level);
  for (const text of WHOLE)
    mutations.push({ kind: 'syntax', name: text.slice(0, 40), text: text.replaceAll('DIR', directory) });
  return mutations;
}
