import { describe, expect, it } from 'vitest';
import { currentOf, inForce, originalOf } from './backup-path.ts';

describe('originalOf', () => {
  it.each([
    ['/etc/nginx/nginx.conf.bak', '/etc/nginx/nginx.conf'],
    ['www.conf.dpkg-old', 'www.conf'],
    ['site.conf~', 'site.conf'],
    ['nginx.conf.bak.2024-01-15', 'nginx.conf'],
    ['nginx.conf.bak2', 'nginx.conf'],
  ])('%s is a copy of %s', (copy, original) => {
    expect(originalOf(copy)).toBe(original);
  });

  it.each(['nginx.conf', 'backup.conf', 'nginx.conf.bakery', '.bak', 'site.bak.d/a.conf'])('%s is no copy', (path) => {
    expect(originalOf(path)).toBeNull();
  });
});

describe('currentOf', () => {
  it.each([
    ['a/www.conf.bak', ['a/www.conf', 'a/www.conf.bak'], 'a/www.conf'],
    ['before/etc/nginx.conf', ['after/etc/nginx.conf', 'before/etc/nginx.conf'], 'after/etc/nginx.conf'],
    ['old/www.conf', ['www.conf', 'old/www.conf'], 'www.conf'],
    ['www.conf (before)', ['www.conf', 'www.conf (before)'], 'www.conf'],
  ])('%s among %j', (copy, paths, current) => {
    expect(currentOf(copy, paths)).toBe(current);
  });

  it('is null for a copy that stands alone', () => {
    expect(currentOf('old/www.conf', ['old/www.conf', 'nginx.conf'])).toBeNull();
    expect(inForce([{ path: 'www.conf.bak' }])).toHaveLength(1);
  });
});
