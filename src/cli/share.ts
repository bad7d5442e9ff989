import { decodeLink, type Decoded } from '../share/link.ts';
import { shareIncident } from '../worker/sharing.ts';
import { readCommandLine } from './command-line.ts';
import { openIncident } from './incident.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** `stackengine share [PATH…] --site URL`: prints a link that carries the redacted diff in its fragment. */
export async function share(args: readonly string[], terminal: Terminal): Promise<number> {
  const line = readCommandLine(args, { site: { type: 'string' }, passphrase: { type: 'string' } }, true);
  const site = line.text('site');
  if (site === undefined || !URL.canParse(site)) throw new WrongUse('--site URL says where the page is served');
  const { session, report } = openIncident(line, terminal.warn);
  const shareable = {
    report: session.report(),
    patch: session.patch(report.suggested, 'redacted'),
    replacements: session.replacements(),
    vault: session.inside().vault,
  };
  const answer = await shareIncident(shareable, { trims: [], passphrase: line.text('passphrase') ?? '' }, {}, []);
  if (answer.status === 'open') {
    terminal.print(`${site.split('#')[0] ?? site}${answer.fragment}\n`);
    return 0;
  }
  if (answer.status === 'broken') terminal.warn(`no link: what was encoded does not read back (${answer.problem})`);
  else
    for (const leak of answer.leaks)
      terminal.warn(`no link: ${leak.class} would be readable at ${leak.places.join(', ')}`);
  return 2;
}

/** What to tell somebody whose link does not open. */
const SAYS: { readonly [S in Exclude<Decoded['status'], 'ok'>]: (decoded: Extract<Decoded, { status: S }>) => string } =
  {
    incomplete: ({ got, expected }) =>
      `incomplete: got ${got.toLocaleString('en')} of ${expected?.toLocaleString('en') ?? 'an unknown number of'} characters`,
    damaged: () => 'damaged: the link was altered on its way',
    'needs-passphrase': () => 'this link asks for a passphrase: --passphrase',
    'wrong-passphrase': () => 'the passphrase does not open this link',
    'too-large': () => 'too large: it unpacks to more than a link of ours can hold',
    'no-cipher': () => 'encrypted, and nothing here can decrypt it',
    'not-a-link': () => 'this is no link of ours',
    'invalid-schema': ({ problem }) => `not a link of ours: ${problem}`,
  };

/** `stackengine open LINK`: prints what a link carries. */
export async function open(args: readonly string[], terminal: Terminal): Promise<number> {
  const line = readCommandLine(args, { passphrase: { type: 'string' } }, false);
  const [link] = line.paths;
  if (link === undefined || line.paths.length !== 1) throw new WrongUse('open takes one link');
  const fragment = link.slice(Math.max(0, link.indexOf('#')));
  const decoded = await decodeLink(fragment, { passphrase: line.text('passphrase') ?? '' });
  if (decoded.status !== 'ok') {
    terminal.warn((SAYS[decoded.status] as (one: Decoded) => string)(decoded));
    return 2;
  }
  const { verdict, findings, patch } = decoded.snapshot;
  const lines = findings.map((one) => `${one.path}:${one.line}: ${one.severity}: ${one.message || one.code}`);
  terminal.print([verdict.sentence, '', ...lines, '', patch].join('\n'));
  return 0;
}
