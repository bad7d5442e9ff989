import { HOST_FACTS } from '../settings/host-facts.ts';
import { COMMANDS } from './commands.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

const USAGE = `stackengine check  [PATH…] [--format text|json] [--fail-on error|warning|never] [--show-values] [HOST…]
stackengine fix    [PATH…] [--write] [--redacted] [--all] [HOST…]
stackengine redact [FILE|-] [--kind KIND] [--report]
stackengine parse  FILE --json
stackengine share  [PATH…] --site URL [--passphrase TEXT] [HOST…]
stackengine open   LINK [--passphrase TEXT]
stackengine collect

PATH is a file, a folder or - for standard input; none means the working directory.
HOST facts, or the same names under [host] in stackengine.ini:
${HOST_FACTS.map((fact) => `  --${`${fact.name} ${fact.example}`.padEnd(24)}${fact.help}`).join('\n')}
`;

/**
 * Runs one command.
 * @returns the exit code: 0 clean or done, 1 findings, 2 wrong use or unreadable input
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS[name];
  if (!command) {
    terminal.warn(`no command ${name}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await command(args, terminal);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    terminal.warn(error.message);
    return 2;
  }
}
