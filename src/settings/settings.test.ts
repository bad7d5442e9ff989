import { describe, expect, it } from 'vitest';
import { parseDuration, parseMemory } from './quantities.ts';
import { readSettings, writeSettings } from './settings.ts';

describe('stackengine.ini', () => {
  it('reads host facts in the units people write', () => {
    const { host, rulesOff, problems } = readSettings(
      '[host]\nmemory = 16G\nreserve = 4G\nworker-memory = 50M\ncores = 8\nlongest-request = 1m30s\nphp = 8.2.35\n[rules]\nslow-log = off\ntimeout-order = on\n',
    );
    expect(host).toEqual({
      memoryBytes: 17_179_869_184,
      reserveBytes: 4_294_967_296,
      workerMemoryBytes: 52_428_800,
      cores: 8,
      longestRequestSeconds: 90,
      php: '8.2',
    });
    expect(rulesOff).toEqual(['slow-log']);
    expect(problems).toEqual([]);
  });

  it('keeps what it can read and names what it cannot', () => {
    const { host, problems } = readSettings('[host]\nmemory = lots\ncolour = red\ncores = 2\n');
    expect(host).toEqual({ cores: 2 });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('memory = lots');
  });

  it('reads back what it wrote', () => {
    const settings = {
      host: { memoryBytes: 123_456_789, longestRequestSeconds: 90.5, nginx: '1.22' },
      rulesOff: ['a'],
    };
    expect(readSettings(writeSettings(settings))).toEqual({ ...settings, problems: [] });
  });

  it('writes memory as people do', () => {
    const host = { memoryBytes: 6 * 2 ** 30, workerMemoryBytes: 72 * 2 ** 20 };
    expect(writeSettings({ host, rulesOff: [] })).toBe('[host]\nmemory=6G\nworker-memory=72M\n');
  });
});

describe('quantities', () => {
  it.each([
    ['16G', 17_179_869_184],
    ['1.5 GiB', 1_610_612_736],
    ['512kb', 524_288],
    ['17', 17],
  ])('reads %s as bytes', (text, bytes) => {
    expect(parseMemory(text)).toBe(bytes);
  });

  it.each([
    ['90', 90],
    ['1m30s', 90],
    ['500ms', 0.5],
    ['2h', 7200],
  ])('reads %s as seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each(['', 'm', '-1', '1e3', '5 parsecs'])('does not guess at %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});
