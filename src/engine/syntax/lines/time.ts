import type { EpochSeconds } from '../../text/units.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 0,
  feb: 1,
  mar: 2,
  apr: 3,
  may: 4,
  jun: 5,
  jul: 6,
  aug: 7,
  sep: 8,
  oct: 9,
  nov: 10,
  dec: 11,
};

/** A time stamp found at an offset: the instant (local times without a zone are taken as UTC) and where the stamp ends. */
export interface Stamp {
  readonly at: EpochSeconds;
  readonly end: number;
}

function monthOf(name: string | undefined): number | null {
  return MONTHS[(name ?? '').toLowerCase()] ?? null;
}

function epoch(
  year: number,
  month: number,
  day: number,
  clock: readonly (string | undefined)[],
  zone = 0,
): EpochSeconds {
  const [hour, minute, second] = clock;
  return Date.UTC(year, month, day, Number(hour), Number(minute), Number(second)) / 1000 - zone;
}

/** Seconds east of Greenwich of `Z`, `UTC`, `+0200`, `-07:00`; other zone names are unknown and count as 0. */
function zoneSeconds(zone: string | undefined): number {
  const parts = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '');
  if (parts === null) return 0;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60;
  return parts[1] === '-' ? -seconds : seconds;
}

const NGINX = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)/;
/** `2024/01/15 03:47:22`, the form of `ngx_log.c`: local time without a zone. */
export function nginxStamp(line: string, start: number): Stamp | null {
  const m = NGINX.exec(line.slice(start, start + 19));
  if (m === null) return null;
  return { at: epoch(Number(m[1]), Number(m[2]) - 1, Number(m[3]), m.slice(4)), end: start + 19 };
}

const FPM = /^(\d\d)-([A-Za-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d)(\.\d{1,9})?( [A-Za-z_/]{1,40})?/;
/** `15-Jan-2024 03:47:22`, with microseconds (debug) or a zone name (`UTC`, `Europe/Berlin`); `fpm` and `error_log` of PHP. */
export function fpmStamp(line: string, start: number): Stamp | null {
  const m = FPM.exec(line.slice(start, start + 80));
  const month = monthOf(m?.[2]);
  if (m === null || month === null) return null;
  const at = epoch(Number(m[3]), month, Number(m[1]), m.slice(4, 7)) + Number(m[7] ?? 0);
  return { at, end: start + m[0].length };
}

const CLF = /^(\d\d)\/([A-Za-z]{3})\/(\d{4}):(\d\d):(\d\d):(\d\d)(?: ([+-]\d{4}))?/;
/** `10/Oct/2000:13:55:36 -0700`, `$time_local`. */
export function commonLogStamp(line: string, start: number): Stamp | null {
  const m = CLF.exec(line.slice(start, start + 26));
  const month = monthOf(m?.[2]);
  if (m === null || month === null) return null;
  return { at: epoch(Number(m[3]), month, Number(m[1]), m.slice(4, 7), zoneSeconds(m[7])), end: start + m[0].length };
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)([.,]\d{1,9})? ?(Z|UTC|[+-]\d\d:?\d\d)?/;
/** `2024-10-21T10:41:45.123+02:00`, with a space instead of `T` as well. */
export function isoStamp(line: string, start: number): Stamp | null {
  const m = ISO.exec(line.slice(start, start + 48));
  if (m === null) return null;
  const fraction = Number((m[7] ?? '0').replace(',', '.'));
  const at = epoch(Number(m[1]), Number(m[2]) - 1, Number(m[3]), m.slice(4, 7), zoneSeconds(m[8])) + fraction;
  return { at, end: start + m[0].trimEnd().length };
}

const SYSLOG = /^([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.\d{1,6}(?= \[))?/;
/** `May 13 13:45:43` of RFC 3164, with a fraction in PHP-FPM 5.3: it names no year, so the caller states one; without it the instant is unknown. */
export function syslogStamp(
  line: string,
  start: number,
  year: number | null,
): { at: EpochSeconds | null; end: number } | null {
  const m = SYSLOG.exec(line.slice(start, start + 26));
  const month = monthOf(m?.[1]);
  if (m === null || month === null) return null;
  return { at: year === null ? null : epoch(year, month, Number(m[2]), m.slice(3, 6)), end: start + m[0].length };
}

const CTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?: ([A-Z]{3,4}))? (\d{4})/;
/** `Mon Jan 15 03:47:22 2024` (`dmesg -T`) and `Mon Jan 15 03:47:22 UTC 2024` (`date`). */
export function ctimeStamp(line: string, start: number): Stamp | null {
  const m = CTIME.exec(line.slice(start, start + 34));
  const month = monthOf(m?.[1]);
  if (m === null || month === null) return null;
  return { at: epoch(Number(m[7]), month, Number(m[2]), m.slice(3, 6)), end: start + m[0].length };
}

/** The first year that a text states (`2024/01/15`, `15-Jan-2024`, `2024-01-15`, `15/Jan/2024`), for stamps that state none. */
export function statedYear(text: string): number | null {
  const m = /\b(20\d\d)[/-]\d\d[/-]\d\d|\b\d\d[/-][A-Z][a-z]{2}[/-](20\d\d)\b|:\d\d (20\d\d)\b/.exec(text);
  return m === null ? null : Number(m[1] ?? m[2] ?? m[3]);
}

const ZONED = /:\d\d ([+-]\d{4})\]|^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d ?([+-]\d\d:?\d\d)(?: |$)/m;

/** The zone of the host's clock, in seconds east of Greenwich, as an access log, a journal or `date` states it; null when none does. */
export function statedZone(text: string): number | null {
  const m = ZONED.exec(text);
  return m === null ? null : zoneSeconds(m[1] ?? m[2]);
}

/** When the machine booted, as `btime` of /proc/stat states it; null when no line does. */
export function statedBoot(text: string): EpochSeconds | null {
  const m = /^btime (\d{9,11})$/m.exec(text);
  return m === null ? null : Number(m[1]);
}
