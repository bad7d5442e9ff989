// AssemblyScript: pieces of lines, what is known of them, and what is to be changed or looked at.
import * as at from '../../engine/redact/stream/bytes/layout';
import { block, mix, within, word } from './bytes';

const GOLDEN: i32 = 0x9e3779b1;
/** Pieces under the hash of their bytes, and under that of their bytes with all digits made equal. */
const AS_THEY_STAND: i64 = 0x2545f4914f6cdd1d;
const WITHOUT_DIGITS: i64 = 0x61c8864680b583eb;

@inline
function sameDigits(bytes: v128): v128 {
  return v128.bitselect(i8x16.splat(48), bytes, within(bytes, 48, 10));
}

@inline
function hashOf(from: i32, to: i32): i64 {
  let hash: i64 = AS_THEY_STAND * (to - from + 1);
  let place = from;
  for (; place + 16 <= to; place += 16) hash = mix(hash, v128.load(place));
  return place < to ? mix(hash, block(place, to - place)) : hash;
}

@inline
function hashWithoutDigits(from: i32, to: i32): i64 {
  let hash: i64 = WITHOUT_DIGITS * (to - from + 1);
  let place = from;
  for (; place + 16 <= to; place += 16) hash = mix(hash, sameDigits(v128.load(place)));
  return place < to ? mix(hash, sameDigits(block(place, to - place))) : hash;
}

@inline
function known(hash: i64): i32 {
  let place = at.PIECES + ((hash as i32) & (at.PIECE_SLOTS - 1)) * at.PIECE_BYTES;
  while (word(place + 8) != 0 && load<i64>(place) != hash) {
    place += at.PIECE_BYTES;
    if (place == at.NETWORKS) place = at.PIECES;
  }
  return word(place + 8);
}

function change(from: i32, to: i32, address: i32, size: i32): i32 {
  const count = word(at.CHANGE_COUNT);
  const place = at.CHANGES + count * at.CHANGE_BYTES;
  store<i32>(place, from);
  store<i32>(place + 4, to);
  store<i32>(place + 8, address);
  store<i32>(place + 12, size);
  store<i32>(at.CHANGE_COUNT, count + 1);
  return count;
}

export function look(kind: i32, from: i32, to: i32, folded: i64, exact: i64): void {
  const count = word(at.LOOK_COUNT);
  const place = at.LOOKS + count * at.LOOK_BYTES;
  store<i32>(place, kind);
  store<i32>(place + 4, from);
  store<i32>(place + 8, to);
  store<i32>(place + 12, change(from, to, at.NOTHING, 0));
  store<i64>(place + 16, folded);
  store<i64>(place + 24, exact);
  store<i32>(at.LOOK_COUNT, count + 1);
}

function apply(edits: i32, from: i32): void {
  const end = edits + 4 + word(edits) * 16;
  for (let edit = edits + 4; edit < end; edit += 16)
    change(from + word(edit), from + word(edit + 4), word(edit + 8), word(edit + 12));
}

export function piece(from: i32, to: i32): void {
  if (to - from < 2) return;
  if (to - from > at.LONGEST_PIECE) return look(at.LINE, from, to, 0, 0);
  const folded = hashWithoutDigits(from, to);
  let value = known(folded);
  if (value == at.CLEAN) return;
  if (value == 0) {
    const exact = hashOf(from, to);
    value = known(exact);
    if (value == at.CLEAN) return;
    if (value == 0) return look(at.PIECE, from, to, folded, exact);
  }
  apply(value, from);
}

export function client(from: i32, to: i32, address: u32): void {
  const network = address >>> 8;
  let slot = (network * GOLDEN) >>> 16;
  for (;;) {
    const place = at.NETWORKS + slot * 8;
    const key = word(place);
    if (key == 0) return look(at.NETWORK, from, to, address, 0);
    if (key == ((network | at.IS_USED) as i32)) {
      const alias = word(place + 4);
      if (alias == at.LOOK_CLOSELY) piece(from, to);
      else if (alias != (network as i32)) change(from, to, at.IPV4, (alias << 8) | ((address & 255) as i32));
      return;
    }
    slot = (slot + 1) & (at.NETWORK_SLOTS - 1);
  }
}
