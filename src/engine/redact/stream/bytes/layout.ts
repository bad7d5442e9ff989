/**
 * The memory that the scanners of logs to be redacted work in, in bytes; 32-bit words unless said otherwise. The plain
 * scanner and the WebAssembly one share it (this file is compiled into both).
 */
export const STATE = 65536;
export const CHANGE_COUNT = STATE + 4;
export const LOOK_COUNT = STATE + 8;
/** 1: whole networks may be replaced by their aliases without a look at the single address. */
export const KNOWS_NETWORKS = STATE + 12;
/** Next change to write out, and up to where the input has been written. */
export const WRITE_CHANGE = STATE + 16;
export const WRITTEN = STATE + 20;
/** End of what stands in the output. */
export const OUTPUT_END = STATE + 24;
/** By octet: its digits as bytes, their number in the highest byte. */
export const OCTETS = STATE + 128;

/**
 * Pieces seen before, open addressing: two words of hash, what is known, one word unused. A piece stands here under the
 * hash of its bytes, or, where its digits do not matter, under the hash with all of them made equal.
 */
export const PIECES = STATE + 4096;
export const PIECE_SLOTS = 32768;
export const MOST_PIECES = 24000;
export const PIECE_BYTES = 16;
/** Nothing in the piece has to go. Anything above is the address of its list of edits; 0 is an empty slot. */
export const CLEAN = 1;

/** Client networks (/24), open addressing: network and `IS_USED`, alias. */
export const NETWORKS = PIECES + PIECE_SLOTS * PIECE_BYTES;
export const NETWORK_SLOTS = 65536;
export const MOST_NETWORKS = 45000;
export const IS_USED = 0x1000000;
/** In place of an alias: single addresses of this network must be looked at. */
export const LOOK_CLOSELY = -1;

/** What is to be replaced, in order: from, to, address of the new bytes, their number. */
export const CHANGES = NETWORKS + NETWORK_SLOTS * 8;
export const MOST_CHANGES = 65536;
export const CHANGE_BYTES = 16;
/** In place of an address: nothing is replaced; the fourth word is an IPv4 address to be written out. */
export const NOTHING = 0;
export const IPV4 = -1;

/** What must be read as text: kind, from, to, the change that waits for it, four words of hash. */
export const LOOKS = CHANGES + MOST_CHANGES * CHANGE_BYTES;
export const MOST_LOOKS = 16384;
export const LOOK_BYTES = 32;
/** Kinds of looks: a line that is none of nginx's own formats; a piece of one; a client of an unknown network. */
export const LINE = 0;
export const PIECE = 1;
export const NETWORK = 2;

/** Edits and new bytes. A list of edits: their number, then start, end, address and size of the new bytes of each. */
export const HEAP = LOOKS + MOST_LOOKS * LOOK_BYTES;
export const HEAP_BYTES = 4194304;

export const INPUT = HEAP + HEAP_BYTES;
export const INPUT_BYTES = 1114112;
export const OUTPUT = INPUT + INPUT_BYTES + 64;
/** Whatever one line may become has room. */
export const OUTPUT_BYTES = 5373952;
export const MEMORY_PAGES = 206;

/** A longer line is one look; so the changes and looks of one line have a bound. */
export const LONGEST_LINE = 16384;
export const MOST_OF_A_LINE = 8192;
/** Longer pieces are looked at every time they come. */
export const LONGEST_PIECE = 512;
/** `[20/Nov/2026:10:00:00 +0000] ` and some room for other formats. */
export const LONGEST_DATE = 48;
export const LONGEST_USER = 64;
export const LONGEST_ADDRESS = 45;
/** Of a key in JSON or the name of a field. */
export const LONGEST_KEY = 64;
