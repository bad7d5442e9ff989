import type { Fields, Ledger, Note } from '../ledger.ts';
import type { Signature } from '../signatures.ts';
import { isAdvice, isExplained, isTold, sentencesOf } from './assertion.ts';
import { messageIn } from './messages.ts';
import { ELSEWHERE, STATUS, STATUS_ABROAD, TELLINGS } from './wordings.ts';

/** What is not a sentence of a person: stamps, code, tables, tags, JSON, one long word. */
const NO_PROSE = /\d\d:\d\d:\d\d|^\s{0,40}[|<{}[\]/\\$@]|[{};=|\\]\s{0,4}$|\w\(\$|=>|::|\$\w/;
/** A name and its value, as an output has them. */
const PAIR = /^[\w ./_-]{2,40}: {1,24}\S{1,40}\s{0,4}$/;
/** Fewer words are a label. */
const FEWEST = 3;
/** Chinese and Japanese put no blanks between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}/;
/** Of a wrapped paragraph the end of the line before belongs to the sentence. */
const CARRIED = 240;
const MOST_CHARS = 2000;
/** A post says the same thing a few times; a book is no post. */
const MOST = 40;

/** How the words came: a daemon's own message inside a sentence, or somebody's words for it. */
export type Told = 'quoted' | 'said';

/**
 * Hears what people say of a failure in their own sentences: hearsay, kept apart from what daemons logged, for the case that nobody
 * pasted anything better.
 */
export function toldReader(ledger: Ledger, path: string): { line(text: string, number: number): void; end(): void } {
  let before = '';
  const notes: Note[] = [];
  let advised = 0;
  return {
    line(text, number) {
      const plain = text.replace(/^[\s>#*-]{0,12}/, '').slice(0, MOST_CHARS);
      if (plain === '' || NO_PROSE.test(text.slice(0, MOST_CHARS)) || PAIR.test(text) || isExplained(text)) {
        before = '';
        return;
      }
      const carried = before === '' ? '' : `${before} `;
      before = plain.slice(-CARRIED);
      const whole = carried + plain;
      for (const { start, text: sentence } of sentencesOf(whole)) {
        if (sentence.trim().split(/\s+/, FEWEST).length < FEWEST && !UNSPACED.test(sentence)) continue;
        // What ended in the line before was heard there.
        for (const { at, end, signature, fields, told } of heard(sentence)) {
          if (start + end <= carried.length) continue;
          if (isAdvice(sentence)) advised++;
          else if (isTold(sentence, at) && notes.length < MOST)
            notes.push({ signature, path, line: number, text: text.trim(), at: null, fields: { ...fields, told } });
        }
      }
    },
    end() {
      // A text that mostly explains failures reports none.
      if (advised <= notes.length) for (const note of notes) ledger.tell(note);
      notes.length = 0;
    },
  };
}

interface Heard {
  readonly at: number;
  readonly end: number;
  readonly signature: Signature;
  readonly fields: Fields;
  readonly told: Told;
}

function heard(sentence: string): readonly Heard[] {
  const message = messageIn(sentence);
  if (message !== null) return [{ ...message, end: sentence.length, told: 'quoted' }];
  if (ELSEWHERE.test(sentence)) return [];
  const found: Heard[] = [];
  for (const { pattern, signature, fields, about, verbatim } of TELLINGS) {
    const match = pattern.exec(sentence);
    if (match === null || about?.test(sentence) === false) continue;
    const told = verbatim === true ? 'quoted' : 'said';
    found.push({ at: match.index, end: match.index + match[0].length, signature, fields: fields ?? {}, told });
  }
  const status = STATUS.exec(sentence) ?? STATUS_ABROAD.exec(sentence);
  if (status !== null) {
    const fields = { status: Number(status[1] ?? status[2]) };
    const end = status.index + status[0].length;
    found.push({ at: status.index, end, signature: 'probe.status', fields, told: 'said' });
  }
  return found;
}
