import { ipv4, ipv6 } from './detect/addresses.ts';
import { answers } from './detect/answers.ts';
import { blockScalars } from './detect/block-scalars.ts';
import { boundValues } from './detect/bound-values.ts';
import { calls } from './detect/calls.ts';
import { commandFlags } from './detect/command-flags.ts';
import { namedCalls } from './detect/named-calls.ts';
import { namedWords } from './detect/named-words.ts';
import { namedPairs } from './detect/named-pairs.ts';
import { encodedJson } from './detect/encoded-json.ts';
import { commentHosts } from './detect/comment-hosts.ts';
import { hostsFile } from './detect/hosts-file.ts';
import { jsonWebKeys } from './detect/json-web-keys.ts';
import { ENCODED_KEY, KEY_FILES } from './detect/key-files.ts';
import { keyedByHost } from './detect/keyed-by-host.ts';
import { kubernetesSecrets } from './detect/kubernetes-secrets.ts';
import { listedValues } from './detect/listed-values.ts';
import { PROSE_SECRETS } from './detect/prose-secrets.ts';
import { refusedWords } from './detect/refused-words.ts';
import { tableColumns } from './detect/table-columns.ts';
import { tabColumns } from './detect/tab-columns.ts';
import { TABLE_CELLS } from './detect/table-cells.ts';
import { SPOKEN_PASSWORDS } from './detect/spoken-passwords.ts';
import { TAGGED_VALUES } from './detect/tagged-values.ts';
import { encodedQueries } from './detect/encoded-queries.ts';
import { IDENTIFIERS } from './detect/identifiers.ts';
import { LOG_HOSTS } from './detect/log-hosts.ts';
import { OPTIONAL, certificates } from './detect/optional.ts';
import { pathTokens } from './detect/path-tokens.ts';
import { sql } from './detect/sql.ts';
import { tableUsers } from './slots/table-users.ts';
import { assignments } from './detect/assignments.ts';
import { CREDENTIALS } from './detect/credentials.ts';
import { dottedHosts } from './detect/hosts.ts';
import { poolSockets } from './detect/pool-sockets.ts';
import { mails } from './detect/mails.ts';
import { prefixedTokens } from './detect/prefixed-tokens.ts';
import { privateKeys } from './detect/pem.ts';
import { shapeDetector } from './detect/shape.ts';
import { urls } from './detect/urls.ts';
import { USERS } from './detect/users.ts';
import { VENDOR_TOKENS } from './detect/vendor-tokens.ts';
import type { Detector } from './find.ts';
import { htpasswdSlots } from './slots/htpasswd.ts';
import { iniSlots } from './slots/ini-slots.ts';
import { nginxSlots } from './slots/nginx-slots.ts';

const SETTINGS = new Set(['fpm', 'php-ini', 'unknown', 'settings', 'php-info']);
const PASSWORDS = new Set(['htpasswd', 'unknown']);

/** Configurations are written in lines; a line of this length in something unknown is data. */
const LONGEST_LINE = 65_536;

function hasLines(text: string): boolean {
  for (let from = 0; text.length - from > LONGEST_LINE;) {
    const feed = text.slice(from, from + LONGEST_LINE).lastIndexOf('\n');
    if (feed === -1) return false;
    from += feed + 1;
  }
  return true;
}

/** Everything that can find something, in no particular order: overlaps are settled afterwards. */
export const DETECTORS: readonly Detector[] = [
  {
    name: 'nginx-slots',
    find: (scene, found) => {
      if (scene.kind === 'nginx' || (scene.kind === 'unknown' && hasLines(scene.text))) nginxSlots(scene, found);
    },
  },
  {
    name: 'ini-slots',
    find: (scene, found) => {
      if (SETTINGS.has(scene.kind)) iniSlots(scene, found);
    },
  },
  {
    name: 'htpasswd-slots',
    find: (scene, found) => {
      if (PASSWORDS.has(scene.kind)) htpasswdSlots(scene, found);
    },
  },
  { name: 'table-users', find: tableUsers },
  assignments,
  namedPairs,
  namedCalls,
  encodedQueries,
  encodedJson,
  listedValues,
  keyedByHost,
  kubernetesSecrets,
  ...SPOKEN_PASSWORDS,
  ...PROSE_SECRETS,
  ...TABLE_CELLS,
  tabColumns,
  tableColumns,
  answers,
  blockScalars,
  namedWords,
  refusedWords,
  ...TAGGED_VALUES,
  pathTokens,
  calls,
  sql,
  boundValues,
  commandFlags,
  urls,
  privateKeys,
  ...KEY_FILES,
  shapeDetector(ENCODED_KEY),
  jsonWebKeys,
  ...CREDENTIALS.map(shapeDetector),
  ...VENDOR_TOKENS.map(shapeDetector),
  prefixedTokens,
  ...OPTIONAL.map(shapeDetector),
  certificates,
  ipv4,
  ipv6,
  dottedHosts,
  mails,
  ...USERS,
  poolSockets,
  ...LOG_HOSTS,
  commentHosts,
  hostsFile,
  ...IDENTIFIERS,
];
