import { describe, expect, it } from 'vitest';
import { verify, type Judged } from './verify.ts';

const pool = (more: string): Judged => ({
  path: '/etc/php-fpm.d/www.conf',
  kind: 'fpm',
  text: `[www]\nuser = www-data\nlisten = /run/a.sock\npm = static\npm.max_children = 5\n${more}`,
});
const site = (text: string): Judged => ({ path: '/etc/nginx/nginx.conf', kind: 'nginx', text });

describe('verify', () => {
  it('has nothing against an edit that both daemons accept', () => {
    expect(
      verify([pool(''), site('events {}\n')], [pool('pm.max_requests = 500\n'), site('events {}\nhttp {}\n')]),
    ).toEqual([]);
  });

  it('objects to a problem that the edit brought', () => {
    expect(verify([pool('')], [pool('request_terminate_timeout = 30S\n')])[0]?.message).toContain('unknown suffix');
    expect(
      verify([site('events {}\n')], [site('events {}\nhttp { server { fastcgi_buffer_size 32k; } }\n')]),
    ).not.toEqual([]);
  });

  it('does not blame the edit for what was there', () => {
    const broken = 'events {}\nhttp { unknown_word 1; }\n';
    expect(verify([site(broken)], [site(`${broken}worker_processes 2;\n`)])).toEqual([]);
    expect(verify([site(broken)], [site(`${broken}worker_processes 2; unknown_word 1;\n`)])).not.toEqual([]);
  });

  it('lets logs pass: no daemon loads them', () => {
    const log = { path: '/var/log/a.log', kind: 'nginx-error-log', text: '}' } as const;
    expect(verify([log], [{ ...log, text: '}}' }])).toEqual([]);
  });
});
