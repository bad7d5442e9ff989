import { describe, expect, it } from 'vitest';
import { checkPool } from '../syntax/ini/check-pool.ts';
import { burstSpareServers, fittingSpareServers, spareProblems, spareServersFor } from './spare-servers.ts';

const VALUES = [null, 0, 1, 2, 3, 5, 9, 40];

function pool(children: number, start: number | null, min: number | null, max: number | null): string {
  const key = (name: string, value: number | null): string => (value === null ? '' : `pm.${name} = ${String(value)}\n`);
  return `[www]\nuser = www-data\nlisten = /run/a.sock\npm = dynamic\npm.max_children = ${String(children)}\n${key('start_servers', start)}${key('min_spare_servers', min)}${key('max_spare_servers', max)}`;
}

describe('spare servers', () => {
  const all = [1, 3, 5, 9].flatMap((children) =>
    VALUES.flatMap((start) => VALUES.flatMap((min) => VALUES.map((max) => ({ children, start, min, max })))),
  );

  it('refuses what the judge of PHP-FPM’s own rules refuses', () => {
    for (const { children, start, min, max } of all) {
      const accepted = checkPool(pool(children, start, min, max)).accepted;
      expect(spareProblems({ start, min, max }, children).length === 0, pool(children, start, min, max)).toBe(accepted);
    }
  });

  it('fits every written set, and leaves every accepted one alone', () => {
    for (const { children, ...written } of all) {
      const fitting = fittingSpareServers(written, children);
      expect(spareProblems(fitting, children)).toEqual([]);
      if (spareProblems(written, children).length > 0) continue;
      expect(fitting).toMatchObject({ min: written.min, max: written.max });
      if (written.start !== null && written.start > 0) expect(fitting.start).toBe(written.start);
    }
  });

  it('suggests only what PHP-FPM accepts', () => {
    for (let children = 1; children <= 500; children++) {
      expect(spareProblems(spareServersFor(children), children)).toEqual([]);
      expect(spareProblems(burstSpareServers(children), children)).toEqual([]);
    }
  });
});
