/** Generated access log: `combined` with the request's and the upstream's time behind it, 235 bytes a line. */
import { closeSync, openSync, writeSync } from 'node:fs';

export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ERRORS = [
  'connect() to unix:/run/php/php8.2-fpm.sock failed (11: Resource temporarily unavailable) while connecting to upstream',
  'upstream timed out (110: Connection timed out) while reading response header from upstream',
  'recv() failed (104: Connection reset by peer) while reading response header from upstream',
  'upstream prematurely closed connection while reading response header from upstream',
  'open() "/srv/shop/public/favicon.ico" failed (2: No such file or directory)',
];

/** @param form 'combined', 'json' or 'error' */
export function writeLog(path, megabytes, seed, form = 'combined') {
  const random = randomOf(seed);
  const number = (most) => Math.floor(random() * most);
  const pick = (list) => list[number(list.length)];
  const two = (value) => String(value).padStart(2, '0');
  const agents = Array.from(
    { length: 80 },
    (_, at) =>
      `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${118 + (at % 12)}.0.0.0 Safari/537.${at}`,
  );
  const routes = Array.from({ length: 300 }, (_, at) => `/shop/section-${at % 30}/page${at}`);
  const clients = Array.from(
    { length: 20_000 },
    () => `${11 + number(100)}.${number(256)}.${number(256)}.${1 + number(254)}`,
  );
  const output = openSync(path, 'w');
  let at = Date.UTC(2026, 10, 20, 6) / 1000;
  let size = 0;
  while (size < megabytes * 1e6) {
    const lines = [];
    for (let line = 0; line < 5000; line++) {
      if (number(40) === 0) at++;
      const date = new Date(at * 1000);
      const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
      const uri = `${pick(routes)}${number(3) === 0 ? `/${number(1e6)}` : ''}${number(4) === 0 ? `?page=${number(90)}` : ''}`;
      const request = `${number(10) === 0 ? 'POST' : 'GET'} ${uri} HTTP/1.1`;
      const status =
        number(100) === 0 ? pick([500, 502, 504, 499]) : pick([200, 200, 200, 200, 200, 200, 304, 301, 404]);
      const time = (random() ** 6 * 9).toFixed(3);
      const client = pick(clients);
      const stamp = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${clock} +0000`;
      if (form === 'error')
        lines.push(
          `${date.getUTCFullYear()}/${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())} ${clock} [error] 812#812: *${number(1e6)} ${pick(ERRORS)}, client: ${client}, server: shop.example.com, request: "${request}", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "shop.example.com"`,
        );
      else if (form === 'json')
        lines.push(
          `{"time_iso8601":"${date.toISOString().slice(0, 19)}+00:00","remote_addr":"${client}","request":"${request}","status":${status},"body_bytes_sent":${number(60_000)},"http_referer":"https://www.example.com${pick(routes)}","http_user_agent":"${pick(agents)}","request_time":${time},"upstream_response_time":"${time}"}`,
        );
      else
        lines.push(
          `${client} - - [${stamp}] "${request}" ${status} ${number(60_000)} "https://www.example.com/" "${pick(agents)}" rt=${time} urt="${time}"`,
        );
    }
    const text = `${lines.join('\n')}\n`;
    size += text.length;
    writeSync(output, text);
  }
  closeSync(output);
  return size;
}
