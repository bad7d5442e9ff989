import * as at from './layout.ts';

/** What is known of the pieces of earlier lines. */
export interface PieceTable {
  /** @returns 0 when the piece is not known; its hashes are then kept for {@link copyHashes} */
  known(from: number, to: number): number;
  /** @param word index of the first of four words */
  copyHashes(word: number): void;
}

/** Reads the table of pieces; hashes are of this reader's own making, and nobody else compares them. */
export function pieceTable(bytes: Uint8Array, words: Int32Array): PieceTable {
  const hashes = new Int32Array(4);

  const hash = (from: number, to: number, into: number, withDigits: boolean): void => {
    let one = Math.imul(to - from + 1, withDigits ? 0x2545f491 : 0x61c88646);
    let two = one ^ 0x3c79ac49;
    for (let place = from; place < to; place++) {
      let byte = bytes[place] ?? 0;
      if (!withDigits && byte >= 48 && byte <= 57) byte = 48;
      one = Math.imul(one ^ byte, 0x01000193);
      two = Math.imul((two << 5) ^ (two >>> 27) ^ byte, 0x5bd1e995);
    }
    hashes[into] = one ^ (one >>> 15);
    hashes[into + 1] = two ^ (two >>> 13);
  };

  const lookUp = (into: number): number => {
    const one = hashes[into] ?? 0;
    const two = hashes[into + 1] ?? 0;
    let place = (at.PIECES + (one & (at.PIECE_SLOTS - 1)) * at.PIECE_BYTES) >> 2;
    while (words[place + 2] !== 0 && (words[place] !== one || words[place + 1] !== two)) {
      place += at.PIECE_BYTES >> 2;
      if (place === at.NETWORKS >> 2) place = at.PIECES >> 2;
    }
    return words[place + 2] ?? 0;
  };

  return {
    known(from, to) {
      hash(from, to, 0, false);
      const folded = lookUp(0);
      if (folded !== 0) return folded;
      hash(from, to, 2, true);
      return lookUp(2);
    },
    copyHashes(word) {
      words.set(hashes, word);
    },
  };
}
