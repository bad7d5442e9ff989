import type { RuleCases } from '../case.ts';
import { ERROR_LOG, errorLine, nginx, NGINX, stock } from '../setup.ts';

const line = errorLine('upstream sent too big header while reading response header from upstream');

export const cases: RuleCases = {
  fires: [
    {
      name: 'default buffers: all three grow',
      files: { ...stock(), [ERROR_LOG]: line },
      code: 'too-big',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffer_size 32k;', 'fastcgi_buffers 8 16k;', 'fastcgi_busy_buffers_size 64k;'],
    },
    {
      name: 'written buffers are replaced where they stand',
      files: {
        ...stock(),
        [NGINX]: nginx({ server: 'fastcgi_buffer_size 8k; fastcgi_buffers 16 8k;' }),
        [ERROR_LOG]: line,
      },
      code: 'too-big',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_buffer_size 32k; fastcgi_buffers 16 8k;', 'fastcgi_busy_buffers_size 64k;'],
    },
    {
      name: 'a temporary file that would be too small beside them',
      files: { ...stock(), [NGINX]: nginx({ location: 'fastcgi_temp_file_write_size 8k;' }), [ERROR_LOG]: line },
      code: 'too-big',
      severity: 'error',
      safety: 'reload',
      adds: ['fastcgi_temp_file_write_size 32k;'],
    },
    {
      name: 'a large buffer already: the header is what is wrong',
      files: {
        ...stock(),
        [NGINX]: nginx({ location: 'fastcgi_buffer_size 64k; fastcgi_buffers 8 64k;' }),
        [ERROR_LOG]: line,
      },
      code: 'still-too-big',
      severity: 'warning',
      safety: null,
    },
    {
      name: 'an HTTP backend',
      files: {
        [NGINX]:
          'events {}\nhttp {\n    server {\n        server_name shop.example;\n        location / {\n            proxy_pass http://127.0.0.1:8080;\n        }\n    }\n}\n',
        [ERROR_LOG]: errorLine('upstream sent too big header while reading response header from upstream', {
          upstream: 'http://127.0.0.1:8080/index.php',
        }),
      },
      code: 'too-big',
      severity: 'error',
      safety: 'reload',
      adds: ['proxy_buffer_size 32k;', 'proxy_buffers 8 16k;', 'proxy_busy_buffers_size 64k;'],
    },
  ],
  quiet: [{ name: 'Debian as installed', files: stock() }],
};
