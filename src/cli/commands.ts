import { check } from './check.ts';
import { collect } from './collect.ts';
import { fix } from './fix.ts';
import { parse } from './parse.ts';
import { redact } from './redact.ts';
import { open, share } from './share.ts';
import type { Terminal } from './terminal.ts';

export type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

export const COMMANDS: Readonly<Record<string, Command>> = { check, fix, redact, parse, share, open, collect };
