import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intake } from '../../src/engine/intake/intake.ts';
import { buildStack } from '../../src/engine/stack/build.ts';
import { requestPathFor } from '../../src/engine/stack/request-path-for.ts';
import type { RequestPath } from '../../src/engine/stack/request-path.ts';
import type { Stack } from '../../src/engine/stack/stack.ts';
import { UNKNOWN_HOST } from '../../src/engine/text/host.ts';
import type { Redacted } from '../../src/engine/text/redacted.ts';
import { configFiles, dump, freePort, install, start, stop } from './request-path/nginx.ts';
import { fastcgiResponder, httpResponder, uwsgiResponder } from './request-path/responders.ts';

/** One URI asked of the real nginx and of the engine. */
interface Asked {
  readonly uri: string;
  readonly host?: string;
  readonly port?: 'A' | 'B';
  readonly method?: string;
  /** The backend stays silent: the effective read timeout can be seen. */
  readonly hang?: boolean;
}

interface Answer {
  readonly location: string | null;
  readonly upstream: string | null;
  readonly script: string | null;
  readonly readTimeout: number | null;
}

/** Read timeouts in use, in seconds: far enough apart to be told apart on a busy machine. */
const TIMEOUTS = [0.3, 0.9, 2];
const SETUPS = join(import.meta.dirname, 'request-path/setups');

/** Asks once for an answer and, where the backend shall stay silent, once more for the timeout. */
async function observe(port: number, asked: Asked): Promise<Answer> {
  const answered = await send(port, asked, false);
  if (!asked.hang) return answered;
  const { readTimeout } = await send(port, asked, true);
  return { ...answered, readTimeout };
}

function send(port: number, asked: Asked, hang: boolean): Promise<Answer> {
  const headers = { ...(asked.host && { Host: asked.host }), ...(hang && { 'X-Hang': '1' }) };
  const options = { host: '127.0.0.1', port, path: asked.uri, method: asked.method ?? 'GET', headers, agent: false };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      response.resume();
      const header = (name: string): string | null => {
        const value = response.headers[name];
        return typeof value === 'string' && value !== '' ? value : null;
      };
      const seconds = Number(header('x-time') ?? NaN);
      resolve({
        location: header('x-location'),
        upstream: header('x-upstream'),
        script: header('x-script'),
        readTimeout: hang ? (TIMEOUTS.findLast((each) => each <= seconds + 0.02) ?? null) : null,
      });
    });
    sent.on('error', reject).end();
  });
}

function computed(path: RequestPath | null, asked: Asked): Answer {
  const timeout = path?.pass && path.settings[`${path.pass.protocol}_read_timeout`]?.value;
  return {
    location: path?.location ? `${path.location.path}:${path.location.line}` : null,
    upstream: path?.upstream?.servers[0]?.address ?? null,
    script: path?.scriptFilename ?? null,
    readTimeout: asked.hang ? Number(timeout) : null,
  };
}

/** From the files as a folder gives them, or from what `nginx -T` prints. */
function stackOf(prefix: string, asDump: boolean): Stack {
  const documents = asDump
    ? intake([{ path: 'paste.txt', text: dump(prefix) }])
    : configFiles(prefix).map((file) => ({ ...file, kind: 'nginx' as const, recognisedBy: 'test' }));
  const own = documents.map((each) => ({
    ...each,
    path: each.path.replace(`${prefix}/`, ''),
    text: each.text as Redacted,
  }));
  return buildStack(own, UNKNOWN_HOST);
}

/** The disk below the prefix, as the engine asks for it. */
function exists(path: string): boolean {
  const found = existsSync(path) ? statSync(path) : undefined;
  return found !== undefined && found.isDirectory() === path.endsWith('/');
}

async function compare(name: string): Promise<{ observed: Answer; answer: Answer }[]> {
  const setup = join(SETUPS, name);
  const prefix = mkdtempSync(join(tmpdir(), 'rp-'));
  const [A, B, http, uwsgi] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const values = { PREFIX: prefix, PORT_A: A, PORT_B: B, HTTP: http, UWSGI: uwsgi };
  const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  install(setup, prefix, texts);
  const responders = await Promise.all([
    fastcgiResponder(join(prefix, 'one.sock')),
    fastcgiResponder(join(prefix, 'two.sock')),
    httpResponder(http),
    uwsgiResponder(uwsgi),
  ]);
  const nginx = await start(prefix);
  try {
    const stack = stackOf(prefix, name === 'dump');
    const questions = JSON.parse(readFileSync(join(setup, 'questions.json'), 'utf8')) as Asked[];
    return await Promise.all(
      questions.map(async (asked) => {
        const port = asked.port === 'B' ? B : A;
        const observed = await observe(port, asked);
        const { host, method } = asked;
        const path = requestPathFor(stack, asked.uri, {
          port,
          exists,
          ...(host && { host }),
          ...(method && { method }),
        });
        const label = `${asked.method ?? 'GET'} ${asked.host ?? ''}${asked.uri}`;
        return { observed: { label, ...observed }, answer: { label, ...computed(path, asked) } };
      }),
    );
  } finally {
    await stop(nginx);
    await Promise.all(responders.map((each) => each.close()));
    rmSync(prefix, { recursive: true, force: true });
  }
}

describe('a request path is what the running nginx does', () => {
  it.each([
    ['debian', 12],
    ['servers', 14],
    ['locations', 16],
    ['rewrites', 16],
    ['dump', 6],
  ])('%s: location, upstream, script and read timeout of %i requests', async (name, count) => {
    const results = await compare(name);
    expect(results).toHaveLength(count);
    expect(results.map(({ answer }) => answer)).toEqual(results.map(({ observed }) => observed));
  });
});
