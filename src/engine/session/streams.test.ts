import { describe, expect, it } from 'vitest';
import { createInputs } from './inputs.ts';
import { createSession } from './session.ts';
import { openStream, STREAM_FROM } from './streams.ts';

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

  it('is kept when it is no log', () => {
    expect(openStream('nginx.conf', undefined, 'server {\n    listen 80;\n}\n', [])).toBeNull();
    expect(openStream('x', undefined, line(200, '/'), [])).not.toBeNull();
    expect(openStream('x', 'nginx', line(200, '/'), [])).toBeNull();
  });
});
