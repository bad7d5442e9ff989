/** Lines of one record glued together: a wrapped line, a stack trace. Bounded, whatever the log does. */
const MOST_CHARS = 16 * 1024;
const MOST_LINES = 200;

/** Widths at which terminals and mailers break a line in the middle of a word. */
const SCREENS: ReadonlySet<number> = new Set([72, 76, 78, 79, 80, 100, 119, 120, 132, 159, 160]);

export function isScreenWidth(columns: number): boolean {
  return SCREENS.has(columns);
}

export interface GluedRecord {
  readonly line: number;
  readonly text: string;
  /** The same with blanks where a screen broke it: a mailer puts the blank away at which it breaks. */
  readonly spaced: string;
}

/** Collects the lines of one record until the next begins. */
export class RecordGlue {
  #line = 0;
  #parts: string[] = [];
  #spaced = false;
  #chars = 0;
  #lastLength = 0;

  get isOpen(): boolean {
    return this.#parts.length > 0;
  }

  /** @param width length of the line as it stood on the screen, where `text` is only its end */
  open(text: string, line: number, width = text.length): void {
    this.#line = line;
    this.#parts = [text];
    this.#spaced = false;
    this.#chars = text.length;
    this.#lastLength = width;
  }

  /** @param own the continuation is a line of its own (a trace), not the rest of a wrapped one. */
  append(text: string, own: boolean): void {
    if (this.#chars > MOST_CHARS || this.#parts.length > MOST_LINES) return;
    const broken = SCREENS.has(this.#lastLength);
    const glue = own ? '\n' : broken ? '' : ' ';
    this.#parts.push(glue, own || broken ? text : text.trim());
    this.#spaced ||= glue === '';
    this.#chars += text.length + 1;
    this.#lastLength = text.length;
  }

  /** The record so far, which is then closed; null when none is open. */
  take(): GluedRecord | null {
    if (this.#parts.length === 0) return null;
    const text = this.#parts.join('');
    const spaced = this.#spaced ? this.#parts.map((part) => (part === '' ? ' ' : part)).join('') : text;
    const record = { line: this.#line, text, spaced };
    this.#parts = [];
    return record;
  }
}
