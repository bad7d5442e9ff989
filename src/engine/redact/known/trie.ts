/** Finds the longest of many words at a place; for aliases, which are short and few against the text. */
export class Trie {
  readonly #root: Node = { next: new Map(), ends: false };

  constructor(words: Iterable<string>) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    let node = this.#root;
    for (const letter of word) {
      let next = node.next.get(letter);
      if (next === undefined) {
        next = { next: new Map(), ends: false };
        node.next.set(letter, next);
      }
      node = next;
    }
    node.ends = true;
  }

  /** Length of the longest word that begins at `at`; 0 when none does. */
  longestAt(text: string, at: number): number {
    let node = this.#root;
    let longest = 0;
    for (let end = at; end < text.length; end++) {
      const next = node.next.get(text.charAt(end));
      if (next === undefined) break;
      node = next;
      if (node.ends) longest = end + 1 - at;
    }
    return longest;
  }
}

interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}
