import { describe, expect, it } from 'vitest';
import { createSession } from '../engine/index.ts';
import { createAnalyst } from './analyst.ts';
import type { EngineApi } from './api.ts';
import { createBench } from './bench.ts';
import type { Experts } from './consultation.ts';
import { createJudge } from './judge.ts';

const SECRET = 'Hunter2-example';
const pool = `[www]
user = www-data
listen = /run/php/php8.2-fpm.sock
pm = dynamic
pm.max_children = 5
pm.start_servers = 2
pm.min_spare_servers = 1
pm.max_spare_servers = 3
env[DB_PASSWORD] = ${SECRET}
`;
const site = `server {
    listen 80;
    location ~ \\.php$ {
        fastcgi_pass unix:/run/php/php8.2-fpm.sock;
        fastcgi_read_timeout 30s;
    }
}
`;

/** The experts behind a boundary: what crosses is cloned as between workers, and written down. */
function expertsAcross(crossed: unknown[]): Experts {
  const analyst = createAnalyst(new EventTarget());
  const judge = createJudge(new EventTarget());
  const across = async <T>(value: T): Promise<T> => {
    await Promise.resolve();
    const clone = structuredClone(value);
    crossed.push(clone);
    return clone;
  };
  return {
    analyst: {
      read: async (documents, streamed) =>
        across(await analyst.read(...(await across([documents, streamed] as const)))),
      conclude: async (grounds) => across(await analyst.conclude(await across(grounds))),
      met: async (request) => across(await analyst.met(await across(request))),
      prove: () => analyst.prove(),
    },
    judge: {
      read: async (documents) => across(await judge.read(await across(documents))),
      refusals: async (versions) => across(await judge.refusals(await across(versions))),
      report: async (conclusions) => across(await judge.report(await across(conclusions))),
      settingsFile: async (host) => across(await judge.settingsFile(await across(host))),
      prove: () => judge.prove(),
    },
  };
}

const emptyBench = (crossed: unknown[] = []): EngineApi => createBench(expertsAcross(crossed), new EventTarget());

function bench(crossed: unknown[] = []): EngineApi {
  const engine = emptyBench(crossed);
  engine.put('/etc/php/8.2/fpm/pool.d/www.conf', pool);
  engine.put('/etc/nginx/conf.d/site.conf', site);
  engine.setHost({ longestRequestSeconds: 90 });
  return engine;
}

describe('what crosses from the worker to the page', () => {
  it('is redacted, all of it', async () => {
    const view = await bench().view({});
    expect(view.replaced.map((one) => one.tier)).toContain('secret');
    expect(JSON.stringify(view)).not.toContain(SECRET);
    expect(JSON.stringify(bench().lines('/etc/php/8.2/fpm/pool.d/www.conf', 1, 0, 100))).not.toContain(SECRET);
  });

  it('is the real value in the private patch alone', async () => {
    const engine = bench();
    const { chosen } = await engine.view({});
    expect(await engine.privatePatch(chosen)).toContain(SECRET);
    for (const { before, after } of [await engine.beforeAfter('/etc/php/8.2/fpm/pool.d/www.conf', chosen)]) {
      expect(before).not.toContain(SECRET);
      expect(after).not.toContain(SECRET);
      expect(after).not.toBe(before);
    }
  });

  it('shows a value again when it is kept, and hides it when that is taken back', async () => {
    const engine = bench();
    const alias = (await engine.view({})).replaced.find((one) => one.tier === 'secret')?.aliases[0]?.alias ?? '';
    engine.keep(alias);
    expect((await engine.view({})).kept.map((one) => one.value)).toEqual([SECRET]);
    expect(engine.lines('/etc/php/8.2/fpm/pool.d/www.conf', 9, 0, 1)).toEqual([
      { number: 9, text: `env[DB_PASSWORD] = ${SECRET}` },
    ]);
    engine.replaceAgain(SECRET);
    expect((await engine.view({})).kept).toEqual([]);
    expect(engine.lines('/etc/php/8.2/fpm/pool.d/www.conf', 9, 0, 1)[0]?.text).not.toContain(SECRET);
  });
});

describe('what crosses to analyst and judge and back', () => {
  it('is redacted as well', async () => {
    const crossed: unknown[] = [];
    const { patch } = await bench(crossed).view({});
    expect(patch).toContain('fastcgi_read_timeout');
    expect(crossed).toHaveLength(10);
    expect(JSON.stringify(crossed)).not.toContain(SECRET);
  });

  it('comes to the same report as the library', async () => {
    const session = createSession({ longestRequestSeconds: 90 });
    session.add('/etc/php/8.2/fpm/pool.d/www.conf', pool);
    session.add('/etc/nginx/conf.d/site.conf', site);
    expect((await bench().view({})).report).toEqual(session.report());
  });

  it('carries the documents once, until they change', async () => {
    const crossed: unknown[] = [];
    const engine = bench(crossed);
    await engine.view({});
    engine.setHost({ longestRequestSeconds: 120 });
    await engine.view({});
    expect(crossed).toHaveLength(10 + 6);
  });

  it('is asked again when something was given meanwhile', async () => {
    const engine = bench();
    const early = engine.view({});
    engine.put('/etc/nginx/conf.d/other.conf', site);
    expect((await early).documents).toHaveLength(3);
  });
});

describe('what a request meets', () => {
  const NAMES = 'buch.regal.ch';
  const named = site.replace('listen 80;', `listen 80;\n    server_name ${NAMES};`);
  const asked = async (uri: string, host?: string, crossed: unknown[] = []) => {
    const engine = bench(crossed);
    engine.put('/etc/nginx/conf.d/site.conf', named);
    engine.put('/etc/nginx/conf.d/other.conf', 'server { listen 80 default_server; return 403; }\n');
    return engine.met({ uri, ...(host !== undefined && { host }) });
  };

  it('is asked with real names and answered with aliases', async () => {
    const crossed: unknown[] = [];
    const { way, end, limits } = await asked('/index.php', NAMES, crossed);
    expect(end).toBe('Pool www runs it.');
    expect(way.map(({ what }) => what)).toEqual(['server', 'location', 'pass', 'pool']);
    expect(limits[0]?.first).toContainEqual(expect.objectContaining({ name: 'fastcgi_read_timeout', value: '30 s' }));
    expect(JSON.stringify(crossed)).not.toContain(NAMES);
    expect(JSON.stringify(crossed)).not.toContain(SECRET);
  });

  it('takes a whole URL, and tells another server apart', async () => {
    expect((await asked(`http://${NAMES}/index.php`)).end).toBe('Pool www runs it.');
    expect((await asked('/index.php', 'elsewhere.test')).end).toBe('nginx answers it itself, with 403.');
  });

  it('is nothing without a config', async () => {
    expect((await emptyBench().met({ uri: '/' })).end).toBe('No server listens for it.');
  });
});

describe('a secret that our own words repeat', () => {
  const log =
    '2024/01/15 03:47:22 [crit] 1#1: *1 connect() to unix:/run/php/php8.2-fpm.sock failed (2: No such file or directory) while connecting to upstream\n';
  const sentenceOf = async (engine: EngineApi): Promise<string> => (await engine.view({})).report.verdict.sentence;
  const wish = { chosen: [], trims: [], passphrase: '' };
  /** A password that is a word of the verdict: redaction cannot know that the sentence will say it. */
  const incident = async (): Promise<{ engine: EngineApi; word: string }> => {
    const engine = emptyBench();
    engine.put('error.log', log);
    const words = (await sentenceOf(engine)).match(/[a-z]{7,}/g) ?? [];
    const word = words.sort((a, b) => b.length - a.length)[0] ?? '';
    engine.put('www.conf', pool.replace(SECRET, word));
    return { engine, word };
  };

  it('closes the gate; the page is told the place and not the value', async () => {
    const { engine } = await incident();
    const answer = await engine.share(wish);
    expect(answer).toEqual({
      status: 'closed',
      leaks: [{ id: 1, class: 'environment', title: 'secrets in env[] and pool values', places: ['the verdict'] }],
    });
  });

  it('is redacted there too when the user says so by its number', async () => {
    const { engine, word } = await incident();
    await engine.share(wish);
    engine.redactLeak(7);
    expect(await engine.share(wish)).toMatchObject({ status: 'closed', leaks: [{ id: 2 }] });
    engine.redactLeak(2);
    const answer = await engine.share(wish);
    expect(answer.status).toBe('open');
    expect(JSON.stringify(answer)).not.toContain(word);
    expect(answer.status === 'open' && answer.snapshot.verdict.sentence).toMatch(/REDACTED_/);
  });

  it('opens the gate when the user keeps it, and the link says so', async () => {
    const { engine, word } = await incident();
    const view = await engine.view({});
    engine.keep(view.replaced.find((one) => one.class === 'environment')?.aliases[0]?.alias ?? '');
    const answer = await engine.share(wish);
    expect(answer).toMatchObject({ status: 'open', snapshot: { kept: 1 } });
    expect(JSON.stringify(answer)).toContain(word);
  });
});

describe('the choices of the page', () => {
  it('take a fix out of the patch and put it back', async () => {
    const engine = bench();
    const { chosen, patch } = await engine.view({});
    const first = chosen[0] ?? '';
    const without = await engine.view({ [first]: false });
    expect(without.chosen).not.toContain(first);
    expect(without.patch).not.toBe(patch);
    expect((await engine.view({ [first]: true })).patch).toBe(patch);
  });

  it('read host facts from a settings file, which a stated fact overrides', async () => {
    const engine = bench();
    engine.put('stackengine.ini', '[host]\nmemory = 16G\nreserve = 4G\nworker-memory = 50M\n');
    expect((await engine.view({})).settings.memoryBytes).toBe(16 * 2 ** 30);
    expect((await engine.view({})).report.plan.pools[0]?.bounds.memory).toBe(245);
    engine.setHost({ memoryBytes: 8 * 2 ** 30 });
    expect(await engine.settingsFile()).toMatch(/^\[host\]\nmemory ?= ?8G\nreserve ?= ?4G\n/);
    expect((await engine.view({})).report.plan.pools[0]?.bounds.memory).toBe(81);
  });

  it('replace a piece that is given again, and forget one that is removed', async () => {
    const engine = bench();
    engine.put('/etc/nginx/conf.d/site.conf', site.replace('30s', '300s'));
    expect((await engine.view({})).documents).toHaveLength(2);
    engine.remove('/etc/nginx/conf.d/site.conf');
    expect((await engine.view({})).documents.map((one) => one.path)).toEqual(['/etc/php/8.2/fpm/pool.d/www.conf']);
  });
});

describe('files', () => {
  const text =
    '2024/01/15 03:47:22 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream\n';
  const packed = (): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

  it('are read in chunks with progress', async () => {
    const engine = emptyBench();
    let read = 0;
    expect(await engine.read('error.log', new File([text], 'error.log'), (progress) => (read = progress.read))).toBe(
      true,
    );
    expect(read).toBe(text.length);
    expect((await engine.view({})).documents[0]?.kind).toBe('nginx-error-log');
  });

  it('are unpacked by their first bytes, whatever their name', async () => {
    const engine = emptyBench();
    await engine.read('error.log.1', new File([await packed()], 'error.log.1'), () => undefined);
    expect(engine.lines((await engine.view({})).documents[0]?.path ?? '', 1, 0, 1)[0]?.text).toContain(
      'Connection refused',
    );
  });

  const request = '203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET /cart HTTP/1.1" 502 157 "-" "curl/8"\n';
  const largeLog = (): File => new File([request.repeat(400_000)], 'access.log');

  it('leave the rest as it was when cancelled half way, or when they cannot be read', async () => {
    const engine = emptyBench();
    engine.put('www.conf', pool);
    const before = await engine.view({});
    const cancelled = engine.read('access.log', largeLog(), ({ isShown }) => {
      if (isShown) engine.cancel('access.log');
    });
    expect(await cancelled).toBe(false);
    expect(await engine.view({})).toEqual(before);
    const broken = new File([Uint8Array.of(0x1f, 0x8b, 1, 2, 3)], 'broken.gz');
    await expect(engine.read('broken.gz', broken, () => undefined)).rejects.toThrow();
    expect(await engine.view({})).toEqual(before);
  });

  it('leave nothing behind when cancelled', async () => {
    const engine = emptyBench();
    const big = new File([text.repeat(50_000)], 'big.log');
    const whole = engine.read('big.log', big, () => {
      engine.cancel('big.log');
    });
    expect(await whole).toBe(false);
    expect((await engine.view({})).documents).toEqual([]);
  });
});
