import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildStack } from '../../src/engine/stack/build.ts';
import { requestPathFor } from '../../src/engine/stack/request-path-for.ts';
import { UNKNOWN_HOST } from '../../src/engine/text/host.ts';
import type { Redacted } from '../../src/engine/text/redacted.ts';
import { freePort, start, stop } from './request-path/nginx.ts';

const SEED = Number(process.env['SEED'] ?? 20261120);
const SERVERS = 60;
const REQUESTS = 1500;

/** Small numbers from a seed (mulberry32), so that a failure can be had again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SEGMENTS = ['a', 'b', 'ab', 'x.php', 'y.png', 'A'];
const PATTERNS = ['\\.php$', '\\.PNG$', '^/a/', '/b(/|$)', '^/(a|b)+', 'x', '^/[^/]+$', 'A', '^/(?!a)', '(?i)B'];

type Pick = <T>(from: readonly T[]) => T;

function path(pick: Pick, below: (n: number) => number, depth: number): string {
  const parts = Array.from({ length: below(depth) }, () => pick(SEGMENTS));
  return `/${parts.join('/')}${parts.length > 0 && below(3) === 0 ? '/' : ''}`;
}

/** Locations of one level; nested prefixes lie below their parent's and not in patterns (`null`), as nginx demands. */
function locations(pick: Pick, below: (n: number) => number, parent: string | null, depth: number): string {
  const seen = new Set<string>();
  return Array.from({ length: 1 + below(5) }, () => {
    const modifier = pick(parent === null ? ['~', '~*'] : ['', '', '^~', '=', '~', '~*']);
    const isPattern = modifier.startsWith('~');
    const match = isPattern
      ? pick(PATTERNS)
      : parent === '/'
        ? path(pick, below, 4)
        : `${parent ?? ''}${path(pick, below, 3)}`;
    // One name may stand once as a prefix and once as an exact match.
    const key = isPattern ? `~${seen.size}` : `${modifier === '=' ? '=' : ''}${match}`;
    if (seen.has(key)) return '';
    seen.add(key);
    const nests = depth < 2 && modifier !== '=' && below(3) === 0;
    const inner = nests ? locations(pick, below, isPattern ? null : match, depth + 1) : '';
    return `location ${modifier} "${match.replaceAll('\\', '\\\\')}" {\n  return 200 MARK;\n${inner}}\n`;
  }).join('');
}

function ask(agent: Agent, port: number, host: string, uri: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path: uri, headers: { Host: host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve(response.statusCode === 200 ? body : 'none');
      });
    });
    sent.on('error', reject).end();
  });
}

it(`finds the location that nginx finds, for ${REQUESTS} requests to ${SERVERS} generated servers (SEED=${SEED})`, async () => {
  const below = random(SEED);
  const pick: Pick = (from) => from[below(from.length)] as (typeof from)[number];
  const prefix = mkdtempSync(join(tmpdir(), 'rl-'));
  const port = await freePort();
  const servers = Array.from(
    { length: SERVERS },
    (_, i) => `server {\nlisten 127.0.0.1:${port};\nserver_name s${i}.test;\n${locations(pick, below, '/', 0)}}\n`,
  );
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${prefix}/${each};\n`,
  );
  const text = `events {}\nhttp {\naccess_log off;\n${temp.join('')}${servers.join('')}}\n`;
  // Each location answers with the line it opens on.
  const marked = text.split('\n').map((line, i) => line.replace('MARK', String(i)));
  mkdirSync(prefix, { recursive: true });
  writeFileSync(join(prefix, 'nginx.conf'), marked.join('\n'));
  const document = {
    path: 'nginx.conf',
    kind: 'nginx' as const,
    text: marked.join('\n') as Redacted,
    recognisedBy: '',
  };
  const stack = buildStack([document], UNKNOWN_HOST);
  const nginx = await start(prefix);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  try {
    const questions = Array.from({ length: REQUESTS }, () => ({
      host: `s${below(SERVERS)}.test`,
      uri: path(pick, below, 5),
    }));
    const observed = await Promise.all(questions.map(({ host, uri }) => ask(agent, port, host, uri)));
    const answers = questions.map(({ host, uri }) => {
      const location = requestPathFor(stack, uri, { host, port })?.location;
      return location ? String(location.line) : 'none';
    });
    const wrong = questions.flatMap((question, i) =>
      answers[i] === observed[i] ? [] : [{ ...question, nginx: observed[i], engine: answers[i] }],
    );
    expect(wrong).toEqual([]);
    // Many requests must meet some location for this to prove anything.
    expect(observed.filter((each) => each !== 'none').length).toBeGreaterThan(REQUESTS / 3);
  } finally {
    agent.destroy();
    await stop(nginx);
    rmSync(prefix, { recursive: true, force: true });
  }
});
