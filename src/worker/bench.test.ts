import { describe, expect, it } from 'vitest';
import type { EngineApi } from './api.ts';
import { createBench } from './bench.ts';

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

function bench(): EngineApi {
  const engine = createBench(new EventTarget());
  engine.put('/etc/php/8.2/fpm/pool.d/www.conf', pool);
  engine.put('/etc/nginx/conf.d/site.conf', site);
  engine.setHost({ longestRequestSeconds: 90 });
  return engine;
}

describe('what crosses from the worker to the page', () => {
  it('is redacted, all of it', () => {
    const view = bench().view({});
    expect(view.replaced.map((one) => one.tier)).toContain('secret');
    expect(JSON.stringify(view)).not.toContain(SECRET);
    expect(bench().lines('/etc/php/8.2/fpm/pool.d/www.conf', 1, 100).join('\n')).not.toContain(SECRET);
  });

  it('is the real value in the private patch alone', () => {
    const engine = bench();
    const { chosen } = engine.view({});
    expect(engine.privatePatch(chosen)).toContain(SECRET);
    expect(engine.text('post-mortem', chosen)).not.toContain(SECRET);
    for (const { before, after } of [engine.beforeAfter('/etc/php/8.2/fpm/pool.d/www.conf', chosen)]) {
      expect(before).not.toContain(SECRET);
      expect(after).not.toContain(SECRET);
      expect(after).not.toBe(before);
    }
  });

  it('shows a value again when it is kept, and hides it when that is taken back', () => {
    const engine = bench();
    const alias = engine.view({}).replaced.find((one) => one.tier === 'secret')?.aliases[0]?.alias ?? '';
    engine.keep(alias);
    expect(engine.view({}).kept.map((one) => one.value)).toEqual([SECRET]);
    expect(engine.lines('/etc/php/8.2/fpm/pool.d/www.conf', 9, 1)).toEqual([`env[DB_PASSWORD] = ${SECRET}`]);
    engine.replaceAgain(SECRET);
    expect(engine.view({}).kept).toEqual([]);
    expect(engine.lines('/etc/php/8.2/fpm/pool.d/www.conf', 9, 1)[0]).not.toContain(SECRET);
  });
});

describe('the choices of the page', () => {
  it('take a fix out of the patch and put it back', () => {
    const engine = bench();
    const { chosen, patch } = engine.view({});
    const first = chosen[0] ?? '';
    const without = engine.view({ [first]: false });
    expect(without.chosen).not.toContain(first);
    expect(without.patch).not.toBe(patch);
    expect(engine.view({ [first]: true }).patch).toBe(patch);
  });

  it('read host facts from a settings file, which a stated fact overrides', () => {
    const engine = bench();
    engine.put('stackengine.ini', '[host]\nmemory = 16G\nreserve = 4G\nworker-memory = 50M\n');
    expect(engine.view({}).settings.memoryBytes).toBe(16 * 2 ** 30);
    expect(engine.view({}).report.plan.pools[0]?.bounds.memory).toBe(245);
    engine.setHost({ memoryBytes: 8 * 2 ** 30 });
    expect(engine.view({}).report.plan.pools[0]?.bounds.memory).toBe(81);
  });

  it('replace a piece that is given again, and forget one that is removed', () => {
    const engine = bench();
    engine.put('/etc/nginx/conf.d/site.conf', site.replace('30s', '300s'));
    expect(engine.view({}).documents).toHaveLength(2);
    engine.remove('/etc/nginx/conf.d/site.conf');
    expect(engine.view({}).documents.map((one) => one.path)).toEqual(['/etc/php/8.2/fpm/pool.d/www.conf']);
  });
});

describe('files', () => {
  const text =
    '2024/01/15 03:47:22 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream\n';
  const packed = (): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

  it('are read in chunks with progress', async () => {
    const engine = createBench(new EventTarget());
    let read = 0;
    expect(await engine.read('error.log', new File([text], 'error.log'), (progress) => (read = progress.read))).toBe(
      true,
    );
    expect(read).toBe(text.length);
    expect(engine.view({}).documents[0]?.kind).toBe('nginx-error-log');
  });

  it('are unpacked by their first bytes, whatever their name', async () => {
    const engine = createBench(new EventTarget());
    await engine.read('error.log.1', new File([await packed()], 'error.log.1'), () => undefined);
    expect(engine.lines(engine.view({}).documents[0]?.path ?? '', 1, 1)[0]).toContain('Connection refused');
  });

  it('leave nothing behind when cancelled', async () => {
    const engine = createBench(new EventTarget());
    const big = new File([text.repeat(50_000)], 'big.log');
    const whole = engine.read('big.log', big, () => {
      engine.cancel('big.log');
    });
    expect(await whole).toBe(false);
    expect(engine.view({}).documents).toEqual([]);
  });
});
