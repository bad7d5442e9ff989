import { parse, stringify } from 'ini';
import type { Host } from '../engine/text/host.ts';
import { HOST_FACTS } from './host-facts.ts';
import { parseMemory, writtenMemory } from './quantities.ts';

/** What `stackengine.ini` says: `[host]` facts and, under `[rules]`, `name = off`. */
export interface Settings {
  readonly host: Partial<Host>;
  readonly rulesOff: readonly string[];
  /** One message per line that could not be read; the rest is used. */
  readonly problems: readonly string[];
}

/** Reads `stackengine.ini`. Never throws: what cannot be read becomes a problem. */
export function readSettings(text: string): Settings {
  const file: Record<string, unknown> = parse(text);
  const host: Record<string, number | string> = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(section(file['host']))) {
    const fact = HOST_FACTS.find((one) => one.name === name);
    const read = fact?.parse(value) ?? null;
    if (!fact) problems.push(`[host] ${name}: no such fact; known are ${HOST_FACTS.map((one) => one.name).join(', ')}`);
    else if (read === null) problems.push(`[host] ${name} = ${value}: write it like ${fact.example}`);
    else host[fact.field] = read;
  }
  const rulesOff = Object.entries(section(file['rules']))
    .filter(([, value]) => ['off', 'false', 'no', '0'].includes(value.toLowerCase()))
    .map(([name]) => name);
  return { host, rulesOff, problems };
}

/** The same file from the facts in force; unknown facts are left out. */
export function writeSettings({ host, rulesOff }: Pick<Settings, 'host' | 'rulesOff'>): string {
  const facts: Record<string, string> = {};
  for (const fact of HOST_FACTS) {
    const value = host[fact.field];
    if (value == null) continue;
    const isMemory = fact.parse === parseMemory && typeof value === 'number';
    facts[fact.name] = isMemory ? writtenMemory(value) : String(value);
  }
  return stringify({
    host: facts,
    ...(rulesOff.length && { rules: Object.fromEntries(rulesOff.map((name) => [name, 'off'])) }),
  });
}

function section(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, String(one)]));
}
