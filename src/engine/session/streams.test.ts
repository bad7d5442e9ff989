import { describe, expect, it } from 'vitest';
import { KEPT_FIRST, KEPT_LAST } from '../evidence/ledger.ts';
import type { Signature } from '../evidence/signatures.ts';
import type { DocumentKind } from '../text/document.ts';
import { createInputs } from './inputs.ts';
import { createSession } from './session.ts';
import { KEEP_UP_TO, openStream, STREAM_FROM, streamedBecause } from './streams.ts';

const SECRET = 'Hunter2SecretToken99';
const line = (status: number, uri: string) =>
  `203.0.113.9 - - [15/Jan/2024:03:47:22 +0000] "GET ${uri} HTTP/1.1" ${status} 157 "-" "curl/8" rt=1.200 urt="1.200"\n`;
const block = new TextEncoder().encode(line(200, '/shop/cart').repeat(8000));

describe('a log that grows beyond what is kept', () => {
  it('is counted whole, and shown as the few redacted lines that tell most', () => {
    const session = createSession();
    let lines = 0;
    const buffer = new Uint8Array(block.length);
    for (let size = 0; size < STREAM_FROM + block.length; size += block.length, lines += 8000) {
      buffer.set(block);
      session.add('access.log', buffer);
      buffer.fill(0);
    }
    session.add('access.log', new TextEncoder().encode(line(502, `/reset?token=${SECRET}`)));
    session.add('pool.conf', '[www]\nuser = www-data\nlisten = /run/php.sock\npm = static\npm.max_children = 5\n');
    session.end('access.log');
    const { analysis, documents } = session.inside();
    expect(analysis.evidence.demand?.statuses).toEqual({ '200': lines, '502': 1 });
    expect(analysis.evidence.events.map((event) => [event.signature, event.line])).toEqual([
      ['access.502-closed-before-header', lines + 1],
    ]);
    expect(documents.map(({ path, kind }) => [path, kind])).toEqual([
      ['access.log', 'nginx-access-log'],
      ['pool.conf', 'fpm'],
    ]);
    expect(JSON.stringify([analysis.evidence.events, analysis.evidence.demand, documents])).not.toContain(SECRET);
    expect(documents[0]?.text.length).toBeLessThan(10_000);
    expect(session.linesAround('access.log', lines + 1, 1, 5)).toEqual([
      { number: 1, text: expect.stringContaining('/shop/cart') as string },
      { number: lines + 1, text: expect.stringContaining('/reset?token=REDACTED') as string },
    ]);
    const places = session.replacements()[0]?.replacements.filter((one) => one.tier === 'secret') ?? [];
    expect(places.map((one) => one.line)).toEqual(Array(places.length).fill(lines + 1));
    expect(session.restore(analysis.evidence.events[0]?.text ?? '')).toContain(SECRET);
  });

  it('is shown as far as it had come when somebody looked, and does not hold up what else was given', () => {
    const inputs = createInputs();
    const counted = (): number =>
      inputs.set().streamed?.evidence.timeline.reduce((sum, one) => sum + (one.counts['status 200'] ?? 0), 0) ?? 0;
    inputs.begin('access.log');
    inputs.add('access.log', block);
    inputs.add('pool.conf', '[www]\nuser = www-data\n');
    expect(inputs.documents().map(({ path }) => path)).toEqual(['pool.conf']);
    expect(inputs.isShown('access.log')).toBe(false);
    let lines = 8000;
    for (let size = block.length; size <= STREAM_FROM; size += block.length, lines += 8000)
      inputs.add('access.log', block);
    expect(inputs.isShown('access.log')).toBe(true);
    const before = inputs.set();
    inputs.look();
    expect(counted()).toBe(lines);
    expect(inputs.set()).not.toBe(before);
    const looked = inputs.set();
    inputs.add('access.log', block);
    expect(inputs.set()).toBe(looked);
    inputs.end('access.log');
    expect(counted()).toBe(lines + 8000);
    inputs.look();
    expect(counted()).toBe(lines + 8000);
  });

  it('forgets all of it when it is removed', () => {
    const inputs = createInputs();
    for (let size = 0; size <= STREAM_FROM; size += block.length) inputs.add('access.log', block);
    expect(inputs.set().streamed?.paths).toEqual(['access.log']);
    inputs.remove('access.log');
    expect(inputs.set()).toMatchObject({ streamed: null, documents: [] });
  });

  const large = (head: string, kind?: DocumentKind, size = STREAM_FROM) =>
    openStream({ path: 'x', kind, head, size, others: [] });
  const CONFIG = 'server {\n    listen 80;\n    server_name a;\n}\n';

  it('is kept when it is no log, or when configs stand in it', () => {
    expect(large(CONFIG)).toBeNull();
    expect(large(line(200, '/'))).not.toBeNull();
    expect(large(line(200, '/'), 'nginx')).toBeNull();
    expect(large(`# configuration file /etc/nginx/nginx.conf:\n${CONFIG}\n${line(200, '/').repeat(9)}`)).toBeNull();
  });

  it('is read as a log when it is none but too large to be kept, and says so', () => {
    const stream = large('nothing that is known\n', undefined, KEEP_UP_TO);
    expect(stream).not.toBeNull();
    if (stream) expect(streamedBecause(stream.summary())).toContain('configs in it were not seen');
  });
});

const FIELDS = `, client: 203.0.113.9, server: shop.example.com, request: "GET /reset?token=${SECRET} HTTP/1.1", upstream: "fastcgi://unix:/run/php/shop.sock:", host: "shop.example.com"`;
const LOGS: readonly (readonly [string, string, string])[] = [
  [
    'error.log',
    `2024/01/15 03:47:22 [error] 812#812: *98 recv() failed (104: Connection reset by peer) while reading response header from upstream${FIELDS}\n`,
    'nginx.reset-before-header',
  ],
  [
    'php-fpm.log',
    `[15-Jan-2024 03:47:22] WARNING: [pool www] child 812, script '/srv/shop/index.php' (request: "GET /reset?token=${SECRET}") executing too slow (5.1 sec), logging\n`,
    'fpm.slow-request',
  ],
  [
    'php_errors.log',
    `[15-Jan-2024 03:47:22 UTC] PHP Fatal error:  Uncaught PDOException: mysql://shop:${SECRET}@db/shop in /srv/shop/a.php:3\nStack trace:\n#0 {main}\n`,
    'php.fatal',
  ],
];

describe('a log of another kind that grows beyond what is kept', () => {
  it.each(LOGS)('%s', (path, record, signature) => {
    const session = createSession();
    const times = Math.ceil((STREAM_FROM + 100_000) / record.length / 50) * 50;
    const chunk = new TextEncoder().encode(record.repeat(times / 50));
    const buffer = new Uint8Array(chunk.length);
    for (let part = 0; part < 50; part++) {
      buffer.set(chunk);
      session.add(path, buffer);
      buffer.fill(0);
    }
    session.end(path);
    const { analysis, documents } = session.inside();
    expect(analysis.evidence.counts.get(signature as Signature)?.count).toBe(times);
    expect(analysis.evidence.events).toHaveLength(KEPT_FIRST + KEPT_LAST);
    expect(documents[0]?.text.length).toBeLessThan(10_000);
    expect(JSON.stringify([analysis.evidence, analysis.report, documents])).not.toContain(SECRET);
    expect(session.restore(analysis.evidence.events[0]?.text ?? '')).toContain(SECRET);
  });
});
