import { describe, expect, it } from 'vitest';
import { readNginxErrorWords } from './nginx-error.ts';

const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const FIELDS =
  ', client: 203.0.113.44, server: shop.example, request: "GET / HTTP/1.1", upstream: "fastcgi://127.0.0.1:9000"';

describe('readNginxErrorWords', () => {
  it.each([
    ['alone on its line', REFUSED],
    ['behind the number of its connection', `*6 ${REFUSED}`],
    ['behind the numbers of its process', `9176#6936: *46 ${REFUSED}`],
    ['in back-ticks', `\`${REFUSED}\``],
    ['in italics', `_${REFUSED}_`],
    ['in a Markdown quote', `> ${REFUSED}`],
    ['behind a label', `Error: ${REFUSED}`],
    ['at the end of a sentence', `The log only says "${REFUSED}".`],
    ['in the middle of a line, with its fields', `I have an error ${REFUSED}${FIELDS} on every page`],
  ])('reads a message %s', (_name, line) => {
    const read = readNginxErrorWords(line);
    expect(read).toMatchObject({ at: null, level: null, errno: 111, message: { text: 'connect() failed' } });
    expect(read?.action?.text).toBe('connecting to upstream');
    if (read !== null) expect(line.slice(read.message.start, read.message.end)).toBe('connect() failed');
  });

  it('keeps the fields', () => {
    const read = readNginxErrorWords(`*6 ${REFUSED}${FIELDS}`);
    expect(read?.fields.client?.text).toBe('203.0.113.44');
    expect(read?.fields.upstream?.text).toBe('fastcgi://127.0.0.1:9000');
  });

  it.each([
    'upstream sent too big header while reading response header from upstream',
    'SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::alert handshake failure) while SSL handshaking to upstream, client: 192.0.2.1',
    'FastCGI sent in stderr: "Primary script unknown" while reading response header from upstream',
    'rewrite or internal redirection cycle while internally redirecting to "/index.php"',
    '1024 worker_connections are not enough',
    'open() "/var/lib/nginx/tmp/fastcgi/1/00/0000000001" failed (13: Permission denied) while reading upstream',
    'shop.internal could not be resolved (3: Host not found), client: 192.0.2.1',
    'host not found in upstream "php" in /etc/nginx/conf.d/default.conf:3',
  ])('knows %s', (line) => {
    expect(readNginxErrorWords(line)).not.toBeNull();
  });

  it.each([
    ['advice', `If you see "${REFUSED}" in the log, start the backend.`],
    ['words that nginx does not say', 'The connection to the upstream failed (see above), client side'],
    ['the rest of a wrapped record', 'while reading response header from upstream, client: 203.0.113.44'],
    ['other programs', 'connect() failed: Connection refused'],
  ])('leaves %s alone', (_name, line) => {
    expect(readNginxErrorWords(line)).toBeNull();
  });

  it('takes a line cut anywhere', () => {
    const line = `*6 ${REFUSED}${FIELDS}`;
    for (let length = 0; length < line.length; length++)
      expect(() => readNginxErrorWords(line.slice(0, length))).not.toThrow();
  });
});
