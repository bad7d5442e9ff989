import { parseArgs } from 'node:util';
import type { Host } from '../engine/index.ts';
import { HOST_FACTS } from '../settings/host-facts.ts';
import { WrongUse } from './wrong-use.ts';

type Options = Record<string, { type: 'string' | 'boolean' }>;

const HOST_OPTIONS: Options = Object.fromEntries(HOST_FACTS.map((fact) => [fact.name, { type: 'string' as const }]));

export interface CommandLine {
  readonly paths: readonly string[];
  readonly host: Partial<Host>;
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/**
 * Reads a command's arguments: its own options, and for every command that analyses, the host facts.
 * @throws WrongUse for an unknown option or a value that cannot be read
 */
export function readCommandLine(args: readonly string[], own: Options, withHost: boolean): CommandLine {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: { ...own, ...(withHost && HOST_OPTIONS) }, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
  const values = parsed.values as Record<string, string | boolean | undefined>;
  const host: Record<string, number | string> = {};
  for (const fact of HOST_FACTS) {
    const written = values[fact.name];
    if (typeof written !== 'string') continue;
    const value = fact.parse(written);
    if (value === null) throw new WrongUse(`--${fact.name} ${written}: write it like ${fact.example}`);
    host[fact.field] = value;
  }
  return {
    paths: parsed.positionals,
    host,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    flag: (name) => values[name] === true,
  };
}
