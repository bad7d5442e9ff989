import { describe, expect, it } from 'vitest';
import { explainNginxTest, readNginxTest } from './explain-test.ts';
import { parseNginx } from './parse.ts';

function explain(message: string, text: string): ReturnType<typeof explainNginxTest> {
  return explainNginxTest(message, parseNginx(text, '/etc/nginx/nginx.conf'), text);
}

describe('explainNginxTest', () => {
  it('reads level, message and place of a log line', () => {
    const line = '2026/01/02 03:04:05 [emerg] 12#12: unknown directive "a" in /etc/nginx/nginx.conf:7';
    expect(readNginxTest(line)).toEqual({
      level: 'emerg',
      message: 'unknown directive "a"',
      path: '/etc/nginx/nginx.conf',
      line: 7,
    });
    expect(readNginxTest('all is well')).toBeNull();
  });

  it('leads from the closing brace to the buffer that does not fit', () => {
    const text = 'http {\n  server {\n    location / {\n      fastcgi_buffer_size 32k;\n    }\n  }\n}\n';
    const message =
      'nginx: [emerg] "fastcgi_busy_buffers_size" must be less than the size of all "fastcgi_buffers" minus one buffer in /etc/nginx/nginx.conf:7';
    const explanation = explain(message, text);
    expect(explanation?.culprit?.line).toBe(4);
    expect(explanation?.meaning).toContain('when the block closes');
  });

  it('leads from the end of the file to the block that was left open', () => {
    const text = 'http {\n  server {\n    location / {\n      return 200;\n  }\n}\n';
    const message = 'nginx: [emerg] unexpected end of file, expecting "}" in /etc/nginx/nginx.conf:7';
    expect(explain(message, text)?.culprit?.line).toBe(3);
  });

  it('leads from the line below to the missing semicolon', () => {
    const text = 'http {\n  server {\n    root /x\n    index y;\n  }\n}\n';
    const message = 'nginx: [emerg] invalid number of arguments in "root" directive in /etc/nginx/nginx.conf:4';
    expect(explain(message, text)?.culprit?.line).toBe(3);
  });

  it('keeps the place nginx names when the text shows nothing wrong', () => {
    const message = 'nginx: [emerg] host not found in upstream "a" in /etc/nginx/nginx.conf:2';
    expect(explain(message, 'events {}\nhttp {}\n')?.culprit?.line).toBe(2);
  });
});
