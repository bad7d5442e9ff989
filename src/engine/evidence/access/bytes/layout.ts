/**
 * The memory that the scanners of access logs work in, in bytes; 32-bit words unless said otherwise. The plain scanner
 * and the WebAssembly one share it (this file is compiled into both), so that what they counted is read the same way.
 */
export const STATE = 65536;
/** Steps of the format: 4 words each. */
export const PROGRAM = STATE + 256;
export const MOST_STEPS = 64;
/** Bytes of the literals between variables. */
export const LITERALS = PROGRAM + MOST_STEPS * 16;
export const LITERAL_BYTES = 4096;
/** Requests by status. */
export const STATUSES = LITERALS + LITERAL_BYTES;
/** Byte by status: 1 where a line may tell of a failure. */
export const TELLING = STATUSES + 4096;
/** Byte by status: its column in a row of time, from 1. */
export const COLUMNS = TELLING + 1024;
/** Histogram of times, buckets as in `TimeHistogram`. */
export const BUCKETS = 448;
export const TIMES = COLUMNS + 1024;
/** Key, requests, failures, three words of name. */
export const METHODS = TIMES + BUCKETS * 4;
export const MOST_METHODS = 32;
export const METHOD_WORDS = 6;
/** Requests and failures of four classes of request size. */
export const SIZES = METHODS + MOST_METHODS * METHOD_WORDS * 4;
/** Sums of times in milliseconds, one 64-bit float a row of time. */
export const TIME_SUMS = SIZES + 256;
/** Not many: the first seconds are counted one by one until a row may span more of them. */
export const MOST_TIMES = 1024;
/** Requests, failures, timed requests, then one column a status. */
export const TIME_ROWS = TIME_SUMS + MOST_TIMES * 8;
export const TIME_WORDS = 32;
export const FIRST_COLUMN = 3;
/** What index of time a row stands for. */
export const TIME_KEYS = TIME_ROWS + MOST_TIMES * TIME_WORDS * 4;
/** Open addressing: row + 1. */
export const TIME_SLOTS = TIME_KEYS + MOST_TIMES * 4;
export const TIME_SLOT_COUNT = 4096;
/** Requests, failures, timed requests, longest time; the first row takes what the table has no room for. */
export const ROUTE_ROWS = TIME_SLOTS + TIME_SLOT_COUNT * 4;
export const ROUTE_WORDS = 4;
export const MOST_ROUTES = 1001;
export const ROUTE_TIMES = ROUTE_ROWS + MOST_ROUTES * ROUTE_WORDS * 4;
/** Open addressing: hash, row + 1. */
export const ROUTE_SLOTS = ROUTE_TIMES + MOST_ROUTES * BUCKETS * 4;
export const ROUTE_SLOT_COUNT = 4096;
/** Open addressing: address or hash, requests. */
export const CLIENT_SLOTS = ROUTE_SLOTS + ROUTE_SLOT_COUNT * 8;
export const CLIENT_SLOT_COUNT = 65536;
export const MOST_CLIENTS = 40000;
/** Lines for a closer look: flags, start, end, line number, row of the route, status, milliseconds, instant, the path. */
export const FOUND = CLIENT_SLOTS + CLIENT_SLOT_COUNT * 8;
export const MOST_FOUND = 4096;
export const FOUND_WORDS = 10;
/** Where the log's bytes go. */
export const INPUT = 4194304;
export const INPUT_BYTES = 1114112;
export const MEMORY_PAGES = 82;

/** Why a line is in `FOUND`; flags. */
export const IS_UNREAD = 1;
export const IS_NEW_ROUTE = 2;
export const IS_TELLING = 4;

/** Words of `STATE`. */
export const LINES = STATE + 100;
export const FOUND_COUNT = STATE + 4;
export const TIME_COUNT = STATE + 8;
export const ROUTE_COUNT = STATE + 12;
export const CLIENT_COUNT = STATE + 16;
/** Requests whose client the table had no room for. */
export const CLIENTS_DROPPED = STATE + 20;
export const METHOD_COUNT = STATE + 24;
export const COLUMN_COUNT = STATE + 28;
/** Seconds that one row of time spans. */
export const TIME_UNIT = STATE + 32;
/** Milliseconds. */
export const LONGEST = STATE + 36;
export const LONGEST_RUN = STATE + 40;
export const EARLIEST = STATE + 44;
export const LATEST = STATE + 48;
export const HEAD_STEPS = STATE + 52;
export const TAIL_STEPS = STATE + 56;
export const PREFIX_AT = STATE + 60;
export const PREFIX_SIZE = STATE + 64;
export const SUFFIX_AT = STATE + 68;
export const SUFFIX_SIZE = STATE + 72;
/** 1: the format logs `$upstream_bytes_received`. */
export const KNOWS_RECEIVED = STATE + 76;
/** The day that was read last, as bytes, and its midnight. */
export const DAY_ONE = STATE + 80;
export const DAY_TWO = STATE + 84;
export const DAY_THREE = STATE + 88;
export const DAY_FOUR = STATE + 92;
export const MIDNIGHT = STATE + 96;

/** What a step does with its variable. */
export const SKIP = 0;
export const CLIENT = 1;
export const TIME_LOCAL = 2;
export const TIME_ISO = 3;
export const MSEC = 4;
export const REQUEST = 5;
export const STATUS = 6;
export const BODY_BYTES = 7;
export const REQUEST_TIME = 8;
export const UPSTREAM_TIME = 9;
export const REQUEST_LENGTH = 10;
export const METHOD = 11;
export const URI = 12;
export const UPSTREAM_STATUS = 13;
