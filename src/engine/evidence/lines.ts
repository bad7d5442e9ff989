/** Longest line that readers see; what is longer is cut, so that one endless line cannot fill the memory. */
const LONGEST = 64 * 1024;

/** Where a second record begins inside a line whose line ends were lost. */
const LOST_ENDS =
  /(?=\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] \d)|(?=\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\] (?:DEBUG|NOTICE|WARNING|ERROR|ALERT): )/;

/** A line that holds several records, cut at their beginnings; one record comes back as it is. */
export function recordsIn(line: string): readonly string[] {
  if (line.length < 120) return [line];
  const parts = line.split(LOST_ENDS);
  // A carrier's prefix in front of the first record is not a record.
  const [first, second] = parts;
  if (first !== undefined && second !== undefined && first.length < 80) parts.splice(0, 2, first + second);
  return parts;
}

/** Cuts chunks of text into lines, counted from 1; a line may come in several chunks. */
export class LineFeed {
  #carry = '';
  #number = 0;
  readonly #take: (line: string, number: number) => void;

  constructor(take: (line: string, number: number) => void) {
    this.#take = take;
  }

  add(chunk: string): void {
    let start = 0;
    for (let stop = chunk.indexOf('\n'); stop !== -1; stop = chunk.indexOf('\n', start)) {
      this.#give(this.#carry + chunk.slice(start, stop));
      this.#carry = '';
      start = stop + 1;
    }
    if (start < chunk.length && this.#carry.length < LONGEST) this.#carry += chunk.slice(start);
  }

  /** Lines of the log that are read elsewhere. */
  skip(lines: number): void {
    this.#number += lines;
  }

  end(): void {
    if (this.#carry !== '') this.#give(this.#carry);
    this.#carry = '';
  }

  #give(line: string): void {
    this.#number++;
    const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
    this.#take(whole.length > LONGEST ? whole.slice(0, LONGEST) : whole, this.#number);
  }
}
