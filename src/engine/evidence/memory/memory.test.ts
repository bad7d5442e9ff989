import { describe, expect, it } from 'vitest';
import { GiB, MiB } from '../../text/units.ts';
import { readPaste, seenIn } from '../testing/paste.ts';

const first = (text: string) => seenIn(text)[0];

describe('memory', () => {
  it('states the total, in any unit, and a cgroup’s limit before it', () => {
    expect(
      readPaste(
        '$ free -m\n              total        used        free      shared  buff/cache   available\nMem:          15900        3000        1000         100        1000       12000\n',
      ).host.memoryBytes,
    ).toBe(15900 * MiB);
    expect(
      readPaste(
        '               total        used        free      shared  buff/cache   available\nMem:            15Gi       3.0Gi       1.0Gi       100Mi       1.0Gi        12Gi\n',
      ).host.memoryBytes,
    ).toBe(15 * GiB);
    expect(readPaste('MemTotal:       16777216 kB\nMemAvailable:    9000000 kB\n').host.memoryBytes).toBe(16 * GiB);
    expect(
      readPaste('==> /proc/meminfo <==\nMemTotal:       16777216 kB\n\n==> /sys/fs/cgroup/memory.max <==\n536870912\n')
        .host.memoryBytes,
    ).toBe(512 * MiB);
  });

  it('says when nothing is left, and when the cgroup killed', () => {
    expect(first('MemTotal:       16777216 kB\nMemAvailable:      90000 kB\n')).toMatchObject([
      'memory.exhausted',
      { limit: 16 * GiB },
    ]);
    expect(seenIn('MemTotal:       16777216 kB\nMemAvailable:    9000000 kB\n')).toEqual([]);
    expect(first('==> /sys/fs/cgroup/memory.events <==\nlow 0\noom 3\noom_kill 3\n')).toEqual([
      'container.oom-killed',
      { count: 3 },
    ]);
  });
});
