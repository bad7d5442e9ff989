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

function nginxMessage(sentence: string): Message | null {
  const at = messageStart(sentence);
  if (at === -1) return null;
  const line = readNginxErrorWords(sentence.slice(at));
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
