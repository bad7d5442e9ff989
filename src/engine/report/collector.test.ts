import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COLLECTOR } from './collector.ts';

/** Shells that are installed here; a machine without one proves it with the others. */
const SHELLS: readonly (readonly [string, readonly string[]])[] = [
  ['dash', []],
  ['busybox', ['sh']],
  ['sh', []],
];

const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Words that would change something; the script only reads. */
const WRITING =
  /\b(?:rm|mv|cp|tee|touch|chmod|chown|kill|pkill|setenforce|setsebool|restart|reload|mkdir|sed -i|apt|yum|apk)\b/;

describe('collector', () => {
  it('names every output by a heading that intake understands', () => {
    expect(COLLECTOR.startsWith('#!/bin/sh\n')).toBe(true);
    expect(COLLECTOR).toContain("printf '\\n==> %s <==\\n'");
  });

  it('holds no command that changes the host', () => {
    const code = COLLECTOR.split('\n').filter((line) => !line.trim().startsWith('#'));
    expect(code.filter((line) => WRITING.test(line))).toEqual([]);
    const outside = (line: string): string =>
      line.replace(/[12]?>(?:\/dev\/null|&1)/g, '').replace(/'[^']*'|"[^"]*"/g, '');
    expect(code.filter((line) => outside(line).includes('>'))).toEqual([]);
  });

  for (const [shell, args] of SHELLS.filter(([command]) => has(command))) {
    it(`runs under ${[shell, ...args].join(' ')} and says nothing on stderr`, () => {
      const run = spawnSync(shell, [...args], { input: COLLECTOR, encoding: 'utf8', timeout: 25_000 });
      expect(run.stderr).toBe('');
      const headings = run.stdout.split('\n').filter((line) => /^==> .+ <==$/.test(line));
      expect(headings.length).toBeGreaterThan(8);
      expect(headings.at(-1)).toBe('==> end of the collection <==');
    });
  }

  it.runIf(has('shellcheck'))('satisfies shellcheck', () => {
    const said = execFileSync('shellcheck', ['-s', 'sh', '-'], { input: COLLECTOR, encoding: 'utf8' });
    expect(said).toBe('');
  });
});
