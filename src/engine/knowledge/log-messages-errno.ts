/**
 * errno numbers by meaning. Words differ between libc versions, numbers between kernels: glibc and musl share Linux's,
 * FreeBSD and macOS have their own, Windows builds log WSA codes. The sets do not collide for what sockets and files report.
 * Sources: Linux asm-generic/errno.h, FreeBSD sys/errno.h, winsock2.h.
 */
const NUMBERS = {
  EPERM: [1],
  ENOENT: [2],
  EAGAIN: [11, 35, 10035],
  ENOMEM: [12],
  EACCES: [13, 10013],
  EMFILE: [24, 10024],
  ENFILE: [23],
  ENOSPC: [28],
  EROFS: [30],
  EPIPE: [32],
  EADDRINUSE: [98, 48, 10048],
  EADDRNOTAVAIL: [99, 49, 10049],
  ENETUNREACH: [101, 51, 10051],
  ECONNABORTED: [103, 53, 10053],
  ECONNRESET: [104, 54, 10054],
  ETIMEDOUT: [110, 60, 10060],
  ECONNREFUSED: [111, 61, 10061],
  EHOSTUNREACH: [113, 65, 10065],
  EDQUOT: [122, 69],
} as const;

export type ErrnoName = keyof typeof NUMBERS;

const NAMES: ReadonlyMap<number, ErrnoName> = new Map(
  (Object.keys(NUMBERS) as ErrnoName[]).flatMap((name) => NUMBERS[name].map((number) => [number, name] as const)),
);

/** Meaning of an errno number as logged by any platform's nginx; null when it is none of those that matter here. */
export function errnoName(number: number | null): ErrnoName | null {
  return number === null ? null : (NAMES.get(number) ?? null);
}
