import { describe, expect, it } from 'vitest';
import { readNginxErrorLine } from './nginx-error.ts';

const BARE =
  '2024/01/15 03:47:22 [error] 18345#18345: *9821 recv() failed (104: Connection reset by peer) while reading response header from upstream, client: 203.0.113.44, server: api.example.com, request: "POST /process?a=1 HTTP/1.1", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "api.example.com", referrer: "https://www.example.com/"';

function plain(line: string) {
  const read = readNginxErrorLine(line);
  if (read === null) return null;
  for (const field of [read.message, read.action, ...Object.values(read.fields)]) {
    if (field !== null) expect(line.slice(field.start, field.end)).toBe(field.text);
  }
  return {
    level: read.level,
    pid: read.pid,
    message: read.message.text,
    errno: read.errno,
    action: read.action?.text ?? null,
    fields: Object.fromEntries(Object.entries(read.fields).map(([name, field]) => [name, field.text])),
  };
}

const EXPECTED = {
  level: 'error',
  pid: 18345,
  message: 'recv() failed',
  errno: 104,
  action: 'reading response header from upstream',
  fields: {
    client: '203.0.113.44',
    server: 'api.example.com',
    request: 'POST /process?a=1 HTTP/1.1',
    upstream: 'fastcgi://unix:/run/php/php8.2-fpm.sock:',
    host: 'api.example.com',
    referrer: 'https://www.example.com/',
  },
};

describe('readNginxErrorLine', () => {
  it.each([
    ['bare', BARE],
    ['CRLF', `${BARE}\r`],
    ['compose', `nginx_1  | ${BARE}`],
    ['foreman', `nginx.1     | ${BARE}`],
    ['docker time stamps', `2024-01-15T03:47:22.004340000Z ${BARE}`],
    ['stern', `web-6d4cf56db6-abcde nginx 2024-10-21T10:41:45+02:00 ${BARE}`],
    ['syslog', `Jan 15 03:47:22 web nginx[23173]: web nginx: ${BARE}`],
    ['a Markdown quote', `> ${BARE}`],
    ['blanks of machine translation', BARE.replace('18345#18345: *9821', '18345 # 18345: * 9821')],
  ])('reads %s lines alike, with spans into the line as given', (_name, line) => {
    expect(plain(line)).toEqual(EXPECTED);
  });

  it('reads the JSON log driver without its tail, and HTML-escaped quotes', () => {
    expect(
      plain(`{"log":"${BARE.replaceAll('"', '\\"')}\\n","stream":"stderr","time":"2024-01-15T03:47:22.1Z"}`),
    ).toEqual(EXPECTED);
    expect(plain(BARE.replaceAll('"', '&quot;'))).toEqual(EXPECTED);
    expect(plain(BARE.replaceAll('"', '&amp;quot;'))).toEqual(EXPECTED);
  });

  it('tells the time as UTC, and no time for what a terminal shows', () => {
    expect(readNginxErrorLine(BARE)?.at).toBe(Date.UTC(2024, 0, 15, 3, 47, 22) / 1000);
    expect(
      readNginxErrorLine('nginx: [emerg] host not found in upstream "php" in /etc/nginx/conf.d/a.conf:3'),
    ).toMatchObject({
      at: null,
      level: 'emerg',
      message: { text: 'host not found in upstream "php" in /etc/nginx/conf.d/a.conf:3' },
    });
  });

  it.each([
    [
      'connect() to unix:/run/a b.sock failed (2: No such file or directory) while connecting to upstream, client: ::1',
      'connect() to unix:/run/a b.sock failed',
      2,
    ],
    ['1024 worker_connections are not enough', '1024 worker_connections are not enough', null],
    ['app could not be resolved (3: Host not found), client: 1.2.3.4', 'app could not be resolved', 3],
    [
      'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number) while SSL handshaking to upstream, client: 1.2.3.4',
      'SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number)',
      null,
    ],
    [
      'client intended to send too large body: 2000000 bytes, client: 1.2.3.4',
      'client intended to send too large body: 2000000 bytes',
      null,
    ],
  ])('cuts message and errno out of "%s"', (words, message, errno) => {
    const read = readNginxErrorLine(`2024/01/15 03:47:22 [error] 1#1: *1 ${words}`);
    expect(read?.message.text).toBe(message);
    expect(read?.errno).toBe(errno);
  });

  it('keeps the words of PHP whole, commas, labels and all', () => {
    const words = 'FastCGI sent in stderr: "PHP message: Uncaught E: while x, client: none, host: h in /a.php:2"';
    const read = readNginxErrorLine(
      `2024/01/15 03:47:22 [error] 1#1: *1 ${words} while reading response header from upstream, client: 1.2.3.4, server: , request: "GET / HTTP/1.1"`,
    );
    expect(read?.message.text).toBe(words);
    expect(read?.action?.text).toBe('reading response header from upstream');
    expect(read?.fields.client?.text).toBe('1.2.3.4');
    expect(read?.fields.server?.text).toBe('');
  });

  it('takes a line cut in the middle as far as it goes', () => {
    for (let length = 30; length < BARE.length; length++)
      expect(() => readNginxErrorLine(BARE.slice(0, length))).not.toThrow();
    expect(readNginxErrorLine(BARE.slice(0, 200))?.fields.client?.text).toBe('203.0.113.44');
  });

  it('leaves other lines alone', () => {
    expect(readNginxErrorLine('while reading response header from upstream, client: 203.0.113.44')).toBeNull();
    expect(readNginxErrorLine('[error] something else')).toBeNull();
  });
});
