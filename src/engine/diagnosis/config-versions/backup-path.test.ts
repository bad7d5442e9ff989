import { describe, expect, it } from 'vitest';
import { originalOf } from './backup-path.ts';

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
