import { describe, expect, it } from 'vitest';
import { phpVersionIn, rolloutOf, waysIntoService } from './rollout.ts';

const site = '/etc/nginx/sites-available/api.conf';
const pool = '/etc/php/8.2/fpm/pool.d/www.conf';

describe('bringing a patch into service', () => {
  it('validates before it reloads, and only what was changed', () => {
    const steps = rolloutOf({ fixes: [{ safety: 'reload', paths: [site] }], nginx: new Set([site]), php: '8.2' });
    const commands = steps.map((step) => step.command);
    expect(commands).toContain('nginx -t');
    expect(commands.indexOf('nginx -t')).toBeLessThan(commands.indexOf('systemctl reload nginx'));
    expect(commands.slice(0, 4).join(' ')).not.toContain('php');
  });
  it('says that a restart cuts requests off, and names the service of that version', () => {
    const steps = rolloutOf({ fixes: [{ safety: 'restart', paths: [pool] }], nginx: new Set([site]), php: '8.2' });
    expect(steps[3]?.title).toContain('cut off');
    expect(steps[3]?.command).toBe('systemctl restart php8.2-fpm');
  });
  it('starts an nginx that refused its config, and cuts nothing off for that', () => {
    const fixes = [{ safety: 'restart', paths: [site] }] as const;
    expect(rolloutOf({ fixes, nginx: new Set([site]), php: null })[3]).toEqual({
      title: 'Bring it into service',
      command: 'systemctl reload-or-restart nginx',
    });
    expect(waysIntoService(fixes, new Set([site]))).toEqual(['reload']);
    expect(waysIntoService([...fixes, { safety: 'restart', paths: [pool] }], new Set([site]))).toEqual([
      'reload',
      'restart',
    ]);
  });
  it('applies to the root of the file system only where the paths are whole', () => {
    const command = (path: string): string | undefined =>
      rolloutOf({ fixes: [{ safety: 'reload', paths: [path] }], nginx: new Set([path]), php: null })[0]?.command;
    expect(command(site)).toContain('-d /');
    expect(command('site.conf')).not.toContain('-d /');
  });
  it('has no steps without a fix', () => {
    expect(rolloutOf({ fixes: [], nginx: new Set(), php: null })).toEqual([]);
  });
  it('reads the version off the tree that Debian keeps', () => {
    expect(phpVersionIn([site, pool])).toBe('8.2');
    expect(phpVersionIn([site, '/etc/php-fpm.d/www.conf'])).toBeNull();
  });
});
