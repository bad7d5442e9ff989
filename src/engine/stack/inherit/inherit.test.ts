import { describe, expect, it } from 'vitest';
import { UNKNOWN_HOST } from '../../text/host.ts';
import type { Redacted } from '../../text/redacted.ts';
import { buildStack } from '../build.ts';
import type { Setting } from '../setting.ts';

/** Settings of the first path of a configuration. */
function settings(text: string, nginx: string | null = null): Readonly<Record<string, Setting>> {
  const document = { path: 'nginx.conf', kind: 'nginx' as const, text: text as Redacted, recognisedBy: 'test' };
  return buildStack([document], { ...UNKNOWN_HOST, nginx }).paths[0]?.settings ?? {};
}

const inHttp = (http: string, server: string, location: string): string =>
  `events { worker_connections 2k; } worker_rlimit_nofile 4096; http { ${http} server { ${server} location / { fastcgi_pass a:1; ${location} } } }`;

describe('simple directives', () => {
  it('are overridden one by one, and say where they stand', () => {
    const text = inHttp('fastcgi_read_timeout 1m; fastcgi_send_timeout 2m;', 'fastcgi_read_timeout 3m;', '');
    const { fastcgi_read_timeout: read, fastcgi_send_timeout: send } = settings(text);
    expect([read?.value, send?.value]).toEqual([180, 120]);
    const at = text.indexOf('3m');
    expect(read?.from).toEqual({ path: 'nginx.conf', line: 1, column: at + 1, start: at, end: at + 2 });
  });

  it('keep the value nginx refuses apart from one that is unknown', () => {
    expect(settings(inHttp('', '', 'fastcgi_read_timeout 60sec;'))['fastcgi_read_timeout']).toMatchObject({
      value: null,
      written: '60sec',
      meant: 'nginx refuses this value',
    });
    expect(settings(inHttp('', '', ''))['worker_connections']).toMatchObject({ value: null, written: '2k' });
    expect(settings(inHttp('', '', ''))['worker_rlimit_nofile']?.value).toBe(4096);
  });

  it('count one process for each core where nginx does', () => {
    const text = `worker_processes auto; ${inHttp('', '', '')}`;
    expect(settings(text)['worker_processes']).toMatchObject({ value: null, meant: 'one for each core' });
  });

  it('take the default of the release', () => {
    const text = 'upstream u { server a:1; } server { location / { proxy_pass http://u; } }';
    expect(settings(text)['proxy_http_version']?.value).toBe('1.0');
    expect(settings(text, '1.29.7')['proxy_http_version']?.value).toBe('1.1');
    expect(settings(text)['keepalive']?.value).toBe(0);
    expect(settings(text, '1.30')['keepalive']).toMatchObject({
      value: 32,
      from: { default: 'default of nginx 1.30' },
    });
    expect(settings(text, '1.18')['keepalive_requests']?.value).toBe(100);
  });
});

describe('buffers', () => {
  it('derive the busy size at the level where they change', () => {
    const text = inHttp('fastcgi_buffers 8 16k;', 'fastcgi_buffer_size 32k;', 'fastcgi_buffers 16 64k;');
    const got = settings(text);
    expect(got['fastcgi_buffers.number']).toMatchObject({ value: 16, written: '16' });
    expect(got['fastcgi_buffers.size']).toMatchObject({ value: 65_536, written: '64k' });
    expect(got['fastcgi_busy_buffers_size']).toMatchObject({ value: 131_072, written: null });
    expect(settings(inHttp('fastcgi_buffers 8 16k;', '', ''))['fastcgi_busy_buffers_size']?.value).toBe(32_768);
    expect(settings(inHttp('fastcgi_busy_buffers_size 9k;', '', ''))['fastcgi_busy_buffers_size']?.value).toBe(9216);
  });
});

describe('lists', () => {
  it('are replaced whole', () => {
    const text = inHttp('add_header A 1; add_header B 2;', 'add_header C 3;', '');
    expect(settings(text)['add_header']?.value).toBe('C 3');
    expect(settings(inHttp('add_header A 1; add_header B 2;', '', ''))['add_header']?.value).toBe('A 1\nB 2');
  });

  it('join where add_header_inherit says so', () => {
    expect(
      settings(inHttp('add_header A 1;', 'add_header_inherit merge; add_header C 3;', 'add_header D 4;'))['add_header']
        ?.value,
    ).toBe('A 1\nC 3\nD 4');
    expect(settings(inHttp('add_header A 1;', '', 'add_header_inherit off;'))['add_header']?.value).toBe('');
  });
});
