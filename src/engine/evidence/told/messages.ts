import { messageStart } from '../../syntax/lines/nginx-words.ts';
import { readNginxErrorWords } from '../../syntax/lines/nginx-error.ts';
import { readFpmLogWords } from '../../syntax/lines/fpm-log.ts';
import { fpmStatements } from '../fpm/classify.ts';
import type { Fields } from '../ledger.ts';
import { classifyNginxError } from '../nginx-error/classify.ts';
import { nginxErrorFields } from '../nginx-error/fields.ts';
import type { Signature } from '../signatures.ts';

export interface Message {
  /** Where in the sentence the daemon's words begin. */
  readonly at: number;
  readonly signature: Signature;
  readonly fields: Fields;
}

const FPM =
  /child \d{1,10} exited (?:on signal|with code)|child \d{1,10}, script '|server reached (?:pm\.)?max_children setting/;

/** A daemon's own message that stands in the middle of somebody's sentence; null where there is none. */
export function messageIn(sentence: string): Message | null {
  return nginxMessage(sentence) ?? fpmMessage(sentence);
}

/** What may stand between the opening mark and nginx's words: the number of the connection. */
const OPENED = /([`"'“‘])(?:\*? ?\d{1,20} )?$/;
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };

/** The words from `at`: to the end of the quotation that they open, else of the sentence. */
function quotation(sentence: string, at: number): string {
  const mark = OPENED.exec(sentence.slice(Math.max(0, at - 24), at))?.[1];
  const end = mark === undefined ? -1 : sentence.indexOf(CLOSES[mark] ?? mark, at);
  return sentence.slice(at, end === -1 ? undefined : end);
}

function nginxMessage(sentence: string): Message | null {
  const at = messageStart(sentence);
  if (at === -1) return null;
  const line = readNginxErrorWords(quotation(sentence, at));
  if (line === null) return null;
  const signature = classifyNginxError(line);
  return signature === 'nginx.other' ? null : { at, signature, fields: nginxErrorFields(line) };
}

function fpmMessage(sentence: string): Message | null {
  const at = FPM.exec(sentence)?.index;
  if (at === undefined) return null;
  const line = readFpmLogWords(sentence.slice(at));
  const statement = line === null ? undefined : fpmStatements(line)[0];
  return statement === undefined || statement.signature === 'fpm.other' ? null : { at, ...statement };
}
