import type { DocumentKind } from '../../src/engine/text/document.ts';
import { Case, type Template } from './case.ts';
import { CONFIG_TEMPLATES } from './configs.ts';
import { IDENTITY_TEMPLATES } from './identities.ts';
import { KEY_TEMPLATES } from './keys.ts';
import { LOG_TEMPLATES } from './logs.ts';
import { PROSE_TEMPLATES } from './prose.ts';
import { Random } from './random.ts';
import { tokenTemplates } from './tokens.ts';
import { writtenWays } from './written-ways.ts';

/** An incident with secrets of every class in slots of their own, and again wherever its link will quote from. */
export interface Planted {
  /** Several documents under headings, to be pasted at once. */
  readonly paste: string;
  readonly secrets: readonly string[];
  /** Classes that have a secret among them. */
  readonly rows: ReadonlySet<number>;
}

const PATHS: Readonly<Partial<Record<DocumentKind, string>>> = {
  nginx: '/etc/nginx/conf.d/planted.conf',
  fpm: '/etc/php/8.2/fpm/pool.d/planted.conf',
  'php-ini': '/etc/php/8.2/fpm/php.ini',
  'nginx-access-log': '/var/log/nginx/access.log',
};
/** Lines beside a change that a patch shows, on either side. */
const CONTEXT = 3;
const LONGEST_NOTE = 3500;
/** A number of a few digits is replaced in its slot only: it stands in every log. */
const FEW_DIGITS = /^\d{1,7}$/;
/** There the secret is what a command says; the command goes as a whole. */
const SAID_BY_COMMAND = /passwordeval/;

export function plantSecrets(seed: number): Planted {
  const random = new Random(seed);
  const templates: Template[] = [
    ...tokenTemplates(new Case(random)),
    ...CONFIG_TEMPLATES,
    ...LOG_TEMPLATES,
    ...KEY_TEMPLATES,
    ...IDENTITY_TEMPLATES,
    ...PROSE_TEMPLATES,
  ];
  const documents = new Map<DocumentKind, string[]>();
  const secrets: string[] = [];
  const echoes: string[] = [];
  const rows = new Set<number>();
  for (const { row, kind, make } of templates) {
    const made = new Case(random);
    const text = make(made);
    if (made.secrets.length === 0) continue;
    rows.add(row);
    documents.set(kind, [...(documents.get(kind) ?? []), text.trimEnd()]);
    secrets.push(...made.secrets);
    if (!SAID_BY_COMMAND.test(text)) echoes.push(...made.secrets.filter((secret) => !FEW_DIGITS.test(secret)));
  }
  const given = [...documents].map(([kind, texts]) => headed(PATHS[kind] ?? `/tmp/${kind}.txt`, texts.join('\n')));
  return { paste: [...given, ...quoted(echoes)].join('\n'), secrets, rows };
}

const headed = (path: string, text: string): string => `==> ${path} <==\n${text}\n`;

/**
 * A server whose patch shows the lines beside each change, and a log whose lines become evidence. Each value stands there as
 * it is and in one of the other ways, in turn.
 */
function quoted(values: readonly string[]): string[] {
  const notes = notesOf(
    values.flatMap((value, at) => {
      const [plain, ...encoded] = writtenWays(value).map(({ text }) => text);
      return [plain, encoded[at % encoded.length]].filter((text) => text !== undefined);
    }),
  );
  const locations = Array.from({ length: Math.ceil(notes.length / (2 * CONTEXT)) }, (_, at) => [
    `location ~ ^/part${at}/.*\\.php$ {`,
    'fastcgi_pass unix:/run/php/php8.2-fpm.sock;',
    ...notes.slice(2 * CONTEXT * at, 2 * CONTEXT * at + CONTEXT),
    'fastcgi_read_timeout 30s;',
    ...notes.slice(2 * CONTEXT * at + CONTEXT, 2 * CONTEXT * (at + 1)),
    '}',
  ]);
  const server = ['server {', 'listen 80;', 'server_name shop.customer-name.com;', ...locations.flat(), '}'];
  const pool = [
    '[www]',
    'user = www-data',
    'listen = /run/php/php8.2-fpm.sock',
    'pm = dynamic',
    'pm.max_children = 5',
    'pm.start_servers = 2',
    'pm.min_spare_servers = 1',
    'pm.max_spare_servers = 3',
  ];
  const log = values.map(
    (value, at) =>
      `2024/01/15 03:${String(10 + (at % 50))}:22 [error] 345#345: *${at} upstream timed out (110: Connection timed out) while reading response header from upstream, client: 81.2.69.142, server: shop.customer-name.com, request: "GET /pay?q=${encodeURIComponent(value)} HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock", host: "shop.customer-name.com"`,
  );
  const name = `/srv/${values.find((value) => /^[A-Za-z0-9]{20,40}$/.test(value)) ?? ''}/error.log`;
  return [
    headed('/etc/nginx/conf.d/shop.conf', server.join('\n')),
    headed('/etc/php/8.2/fpm/pool.d/www.conf', pool.join('\n')),
    headed(name, log.join('\n')),
  ];
}

/** Comments that hold them all; nginx reads no line that is longer than its buffer. */
function notesOf(texts: readonly string[]): string[] {
  const notes: string[] = [];
  let note = '';
  for (const text of texts) {
    if (note.length + text.length > LONGEST_NOTE) {
      notes.push(note);
      note = '';
    }
    note += note === '' ? `# seen: ${text}` : ` | ${text}`;
  }
  return [...notes, note];
}
