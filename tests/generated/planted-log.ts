/** A generated access log with values in it that must go, beside lines that look much like them. */
export interface PlantedLog {
  readonly log: string;
  /** Line, counted from 0, and the value in it. */
  readonly planted: readonly (readonly [line: number, value: string])[];
}

const ALNUM = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

export type LogForm = 'combined' | 'json' | 'error';

export function plantedLog(lines: number, random: () => number, form: LogForm = 'combined'): PlantedLog {
  const number = (most: number): number => Math.floor(random() * most);
  const pick = <Value>(list: readonly Value[]): Value => list[number(list.length)] as Value;
  const word = (length: number, letters = ALNUM): string =>
    Array.from({ length }, () => letters[number(letters.length)] ?? '').join('');
  const planted: [number, string][] = [];
  let line = 0;
  const plant = (value: string): string => {
    planted.push([line, value]);
    return value;
  };
  const digits = (length: number): string => String(1 + number(9)) + word(length - 1, '0123456789');
  const requests: readonly (() => string)[] = [
    () => `GET /shop/section-${number(40)}/page${number(400)}/${number(1e6)}?page=${number(90)}`,
    () => `GET /shop/p${number(99)}?sort=price&dir=asc&size=${number(50)}`,
    () => `GET /assets/app.${word(8, '0123456789abcdef')}.js?ver=${number(9)}.${number(20)}`,
    () => `GET /order/${number(1e6)}/invoice-${number(1e5)}.pdf`,
    () => `GET /img/${number(900)}x${number(900)}/photo${number(1e4)}.jpg`,
    () => `GET /api/v${number(3)}/users/${number(1e5)}/items?limit=${number(100)}&offset=${number(1000)}`,
    () => `GET /reset?token=${plant(`${word(12)}7aB${word(6)}`)}`,
    () => `GET /login?user_pin=${plant(digits(6))}&lang=de`,
    () => `GET /invite/${plant(`aB3${word(20)}`)}`,
    () => `GET /verify/${plant(digits(6))}`,
    () => `POST /api?api_key=${plant(`k${word(23)}`)}&page=${number(90)}`,
    () => `GET /find?mail=${plant(`${word(7, 'abcdefghij')}@shop-${word(3, 'abcdef')}.de`)}`,
    () => `GET /pay?card=${plant('4111111111111111')}`,
    () => `GET /cb?code=${plant(`Z9x${word(14)}`)}&state=x${number(9)}`,
    () => `GET /health?at=${number(1e9)}`,
  ];
  const agents = ['curl/8.0', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.217.7 Safari/537.36', 'Go-http-client/1.1'];
  const hosts = ['https://www.example.com', 'https://app7.kaufhaus-nord.de', 'https://kaufhaus-nord.de'];
  const messages = [
    () => 'upstream timed out (110: Connection timed out) while reading response header from upstream',
    () => `open() "/srv/www/${number(900)}/favicon.ico" failed (2: No such file or directory)`,
    () => `FastCGI sent in stderr: "PHP message: login failed, password=${plant(`w8${word(9)}`)}" while reading`,
    () => `connect() to 10.0.${number(9)}.7:9000 failed (111: Connection refused) while connecting to upstream`,
  ];
  let log = '';
  for (; line < lines; line++) {
    const client = pick([
      () => `84.${number(4)}.${number(9)}.${1 + number(254)}`,
      () => `10.0.0.${number(255)}`,
      () => `2a01:4f8:${word(3, '0123456789abcdef')}::${1 + number(9)}`,
    ])();
    const user = number(30) === 0 ? `m${word(6, 'abcdefgh')}` : '-';
    const time = (random() * 2).toFixed(3);
    const clock = `${10 + number(10)}:${10 + number(50)}:${10 + number(50)}`;
    const from = number(3) === 0 ? '-' : `${pick(hosts)}/p/${number(5000)}`;
    const forwarded = number(8) === 0 ? ` "91.2.${number(3)}.${number(255)}"` : '';
    const request = `${pick(requests)()} HTTP/1.1`;
    const status = pick([200, 304, 404, 502]);
    if (form === 'combined')
      log += `${client} - ${user} [20/Nov/2026:${clock} +0000] "${request}" ${status} ${number(99_999)} "${from}" "${pick(agents)}" rt=${time} urt="${time}"${forwarded}\n`;
    else if (form === 'json')
      log += `{"time":"2026-11-20T${clock}+00:00","remote_addr":"${client}","request":"${request}","status":${status},"referer":"${from}","agent":"${pick(agents)}","rt":${time},"csrf_token":"${plant(`q7${word(16)}`)}"}\n`;
    else
      log += `2026/11/20 ${clock} [error] 812#812: *${number(1e6)} ${pick(messages)()}, client: ${client}, server: kaufhaus-nord.de, request: "${request}", upstream: "fastcgi://unix:/run/php/php8.2-fpm.sock:", host: "kaufhaus-nord.de"${from === '-' ? '' : `, referrer: "${from}"`}\n`;
  }
  return { log, planted };
}
