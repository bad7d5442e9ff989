import type { DocumentKind } from '../../src/engine/text/document.ts';
import { template, type Case, type Template } from './case.ts';
import { VENDOR_FORMATS } from './vendor-formats.ts';

/** Grammars in which a vendor's token is one word among others. */
const PLACES: readonly (readonly [DocumentKind, (m: Case, token: string) => string])[] = [
  ['unknown', (m, t) => `Array\n(\n    [0] => ${t}\n    [${m.keep('1] => done')}\n)\n`],
  [
    'nginx',
    (m, t) => `sub_filter '</head>' '<script>var k="${t}";</script></head>';\n${m.keep('sub_filter_once on;')}\n`,
  ],
  [
    'nginx',
    (m, t) => `content_by_lua_block {\n    local h = "${t}" -- ${m.keep('used by the shop')}\n    ngx.say(h)\n}\n`,
  ],
  ['unknown', (m, t) => `services:\n  app:\n    command: ["serve", "${t}"]\n    ${m.keep('restart: always')}\n`],
  [
    'nginx-access-log',
    (m, t) =>
      `${m.identifier(m.ip())} - - [14/Mar/2026:09:26:53 +0100] "GET /v/${t}/x HTTP/1.1" 404 0 "-" "${m.keep('python-requests/2.31.0')}"\n`,
  ],
  [
    'nginx-error-log',
    (m, t) =>
      `2026/03/14 09:26:53 [error] 1#1: *4 open() "/srv/www/${t}" failed (${m.keep('2: No such file or directory')}), client: ${m.identifier(m.ip())}, server: _\n`,
  ],
  ['php-log', (m, t) => `#0 /srv/a.php(7): App\\Client->call('${t}', ${m.keep("Array, 'POST')")}\n`],
  ['journal', (m, t) => `Mar 14 09:26:53 localhost app[12]: ${m.keep('started with')} (${t})\r\n`],
  ['php-ini', (m, t) => `[x]\n${m.keep('max_input_vars = 1000')}\nx.y = '${t}' ; old\n`],
  [
    'fpm',
    (m, t) =>
      `[www]\nuser = www-data\nlisten = /run/a.sock\npm = static\npm.max_children = 2\n;env[Z] = ${t}\n${m.keep('catch_workers_output = yes')}\n`,
  ],
  ['unknown', (m, t) => `<config><item name="x">${t}</item><${m.keep('timeout>30</timeout>')}</config>\n`],
  ['unknown', (m, t) => `${m.keep('it says')}: ${t}; ${m.keep('why')}?\n`],
  ['unknown', (m, t) => `["a","${t}",${m.keep('3')}]\n`],
  ['unknown', (m, t) => `go to https://tool.example/?x=${t}#${m.keep('top')}\n`],
  ['processes', (m, t) => `root 12 0.0 0.0 1 1 ? S 09:26 0:00 agent ${t} ${m.keep('--verbose')}\n`],
  ['unknown', (m, t) => `\`\`\`\n${t}\n\`\`\`\n${m.keep('that one')}\n`],
];

export const VENDOR_SURROUNDING_TEMPLATES: readonly Template[] = Object.values(VENDOR_FORMATS).map((format, at) => {
  const [kind, place] = PLACES[(at * 7) % PLACES.length] as (typeof PLACES)[number];
  return template(1, kind, (m) => place(m, m.secret(format(m))));
});
