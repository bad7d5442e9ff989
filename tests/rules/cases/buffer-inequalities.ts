import type { RuleCases } from '../case.ts';
import { nginx, NGINX, stock } from '../setup.ts';

const at = (level: 'http' | 'server' | 'location', directives: string) => ({
  ...stock(),
  [NGINX]: nginx({ [level]: directives }),
});

export const cases: RuleCases = {
  fires: [
    {
      name: 'the naive cure of a big header',
      files: at('location', 'fastcgi_buffer_size 32k;'),
      code: 'busy-too-large',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffers 8 16k;', 'fastcgi_busy_buffers_size 64k;'],
    },
    {
      name: 'refused at http level though the location sets its own buffers',
      files: { ...stock(), [NGINX]: nginx({ http: 'fastcgi_buffer_size 32k;', location: 'fastcgi_buffers 8 32k;' }) },
      code: 'busy-too-large',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffers 8 16k;'],
    },
    {
      name: 'busy below one buffer',
      files: at('server', 'fastcgi_buffers 8 16k; fastcgi_busy_buffers_size 8k;'),
      code: 'busy-too-small',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffers 8 16k; fastcgi_busy_buffers_size 32k;'],
    },
    {
      name: 'busy one step above all buffers minus one',
      files: at('location', 'fastcgi_buffers 8 16k; fastcgi_busy_buffers_size 113k;'),
      code: 'busy-too-large',
      severity: 'error',
      safety: 'reload',
    },
    {
      name: 'a single buffer',
      files: at('location', 'fastcgi_buffers 1 16k;'),
      code: 'too-few-buffers',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffers 8 16k;', 'fastcgi_busy_buffers_size 32k;'],
    },
    {
      name: 'temporary files',
      files: at('location', 'fastcgi_buffers 8 16k; fastcgi_temp_file_write_size 8k;'),
      code: 'temp-write-too-small',
      severity: 'error',
      safety: 'reload',
    },
    {
      name: 'the largest temporary file',
      files: at('http', 'proxy_buffers 8 16k; proxy_max_temp_file_size 4k;'),
      code: 'temp-file-too-small',
      severity: 'error',
      safety: 'reload',
    },
  ],
  quiet: [
    { name: 'Debian as installed', files: stock() },
    { name: 'equality is allowed', files: at('location', 'fastcgi_buffers 8 16k; fastcgi_busy_buffers_size 112k;') },
    {
      name: 'the article’s buffers',
      files: at('location', 'fastcgi_buffer_size 32k; fastcgi_buffers 8 16k; fastcgi_busy_buffers_size 32k;'),
    },
    { name: '14k is the largest lone value', files: at('location', 'fastcgi_buffer_size 14k;') },
    {
      name: 'the location refines what http sets',
      files: { ...stock(), [NGINX]: nginx({ http: 'fastcgi_buffers 16 16k;', location: 'fastcgi_buffer_size 64k;' }) },
    },
  ],
};
