import type { Detector, Find, Scene } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isExempt } from '../secret-value.ts';

/** What a program answers on the next line: `$ wp option get mailserver_pass`, `$ echo $DB_PASSWORD`, `CONFIG GET requirepass`. */
export const answers: Detector = { name: 'answers', find: findAnswers };

const QUESTION =
  /^(?:[^\n$#>%]{0,80}[$#>%]|#[0-9]{1,4}) ?(?:[^\n|;&]{0,160}\s)?["']?\$?\{?([A-Za-z_][\w.-]{2,60})\}?["']?[ \t\r]{0,4}\n(?:1\) "[^"\n]{1,80}"\r?\n2\) )?["']?([^\s"']{4,400})["']?[ \t\r]{0,4}$/gm;
/** Asks for the value of a setting; other commands end in a name as well, and answer something else. */
const ASKS = /(?:^|\s)(?:get|echo|printenv|show|cat|read|print|config|option|secret|value|env)(?=\s)/i;
/** A prompt, or a path that was listed. */
const NO_VALUE = /[$#>%]$|^\/|^(?:error|warning|success|ok|usage|no|null|\(nil\)|\(empty)/i;

function findAnswers({ text }: Scene, found: Find[]): void {
  for (const match of text.matchAll(QUESTION)) {
    const [whole, name = '', value = ''] = match;
    if (strengthOf(name) !== 'strong' || !ASKS.test(whole.split('\n', 1)[0] ?? '')) continue;
    if (isExempt(value, 'strong') || NO_VALUE.test(value)) continue;
    const start = match.index + whole.lastIndexOf(value);
    found.push({ start, end: start + value.length, class: 'named-value' });
  }
}
