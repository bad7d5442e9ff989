/** A small seeded generator (mulberry32), so that a failing run can be repeated. */
export class Random {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** From `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.integer(0, choices.length - 1)] as T;
  }

  text(length: number, letters: string): string {
    return Array.from({ length }, () => letters.charAt(this.integer(0, letters.length - 1))).join('');
  }
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

/** Values as they occur: tokens by their vendors' formats, hosts, addresses, people. */
export class Values {
  constructor(readonly random: Random) {}

  hex = (length: number): string => this.random.text(length, `${DIGITS}abcdef`);
  alnum = (length: number): string => this.random.text(length, LOWER + UPPER + DIGITS);
  upper = (length: number): string => this.random.text(length, UPPER + DIGITS);
  lower = (length: number): string => this.random.text(length, LOWER);
  lowerDigits = (length: number): string => this.random.text(length, LOWER + DIGITS);
  digits = (length: number): string => this.random.text(1, '123456789') + this.random.text(length - 1, DIGITS);
  base64url = (length: number): string =>
    this.alnum(1) + this.random.text(length - 2, `${LOWER}${UPPER}${DIGITS}-_`) + this.alnum(1);
  base64 = (bytes: number): string => Buffer.from(this.bytes(bytes)).toString('base64');
  bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => this.random.integer(0, 255));
  uuid = (): string => [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');

  /** What people choose: short, with marks, a word with a number, long and random. */
  password = (): string =>
    this.random.pick([
      () => this.lower(5) + this.digits(2),
      () => `${this.random.pick(UPPER.split(''))}${this.lower(6)}${this.digits(3)}!`,
      () => this.alnum(16),
      () => `${this.alnum(6)}-${this.alnum(6)}`,
      () => this.lower(9),
      () => `${this.alnum(5)}.${this.alnum(5)}`,
    ])();

  ip = (): string => {
    for (;;) {
      const first = this.random.pick([
        5, 23, 31, 37, 45, 46, 51, 62, 77, 78, 80, 81, 82, 84, 85, 87, 88, 89, 91, 93, 94, 95, 109, 176, 178, 185, 193,
        194, 195, 212, 213, 217,
      ]);
      const address = `${String(first)}.${String(this.random.integer(1, 254))}.${String(this.random.integer(1, 254))}.${String(this.random.integer(1, 254))}`;
      if (!/^(?:23\.235|185\.31)\./.test(address)) return address;
    }
  };
  ip6 = (): string =>
    `${this.random.pick(['2a01:4f8', '2a02:8108', '2003:e5', '2a00:1450', '2001:41d0'])}:${this.hex(3)}:${this.hex(4)}::${this.random.pick(['1', '2', this.hex(4)])}`;
  domain = (): string =>
    `${this.lower(this.random.integer(5, 9))}${this.random.pick(['', '-'])}${this.lower(this.random.integer(3, 6))}.${this.random.pick(['de', 'com', 'net', 'org', 'fr', 'co.uk', 'io', 'eu', 'nl'])}`;
  host = (): string => `${this.random.pick(['www', 'api', 'shop', 'static', 'cdn', 'mail'])}.${this.domain()}`;
  user = (): string => `${this.random.pick(['j', 'm', 'a', 'k'])}${this.lower(this.random.integer(5, 8))}`;
  mail = (): string => `${this.lower(5)}.${this.lower(6)}@${this.domain()}`;
  mac = (): string => ['02', ...Array.from({ length: 5 }, () => this.hex(2))].join(':');

  /** A number of a scheme's length that passes Luhn's check. */
  card = (): string => {
    const body = this.random.pick(['4', '51', '55']) + this.digits(16);
    const head = body.slice(0, 15);
    let sum = 0;
    for (let at = 0; at < 15; at++) {
      const digit = Number(head.charAt(14 - at));
      sum += at % 2 === 0 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit;
    }
    return head + String((10 - (sum % 10)) % 10);
  };

  jwt = (): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: this.digits(8), iat: 1700000000 })}.${this.base64url(43)}`;
  };
  pem = (): string[] =>
    Array.from({ length: 6 }, (_, line) =>
      line < 5 ? this.random.text(64, `${LOWER}${UPPER}${DIGITS}+/`) : `${this.alnum(30)}==`,
    );
}
