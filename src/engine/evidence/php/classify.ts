import { PHP_MESSAGES, PHP_PLACE } from '../../knowledge/log-messages-php.ts';
import type { Signature } from '../signatures.ts';

export interface PhpStatement {
  readonly signature: Extract<Signature, `php.${string}`>;
  readonly text: string;
  readonly fields: Readonly<Record<string, string | number>>;
}

const MOST_STATEMENTS = 50;

/** Cuts `PHP message: A; PHP message: B` (one FastCGI stderr record) into its messages. */
function messagesOf(text: string): string[] {
  const parts = text.split(/(?:;\s{0,4})?PHP message: /, MOST_STATEMENTS).filter((part) => part.trim() !== '');
  return parts.length === 0 ? [text] : parts;
}

function fieldsOf(text: string, match: RegExpExecArray, names: readonly string[]): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  names.forEach((name, index) => {
    const value = match[index + 1];
    if (value !== undefined) fields[name] = Number(value);
  });
  const place = PHP_PLACE.exec(text);
  if (place !== null) {
    fields['script'] = place[1] ?? '';
    fields['scriptLine'] = Number(place[2]);
  }
  return fields;
}

/**
 * What PHP states in a piece of log text: one statement a message, [] when it is not PHP speaking.
 * Words come from php-src; `alone` messages count anywhere, fatal errors and warnings only with PHP's own label.
 */
export function phpStatements(text: string): PhpStatement[] {
  return messagesOf(text).flatMap((message) => {
    for (const known of PHP_MESSAGES) {
      const match = known.pattern.exec(message);
      if (match === null) continue;
      const numbers: readonly string[] = 'numbers' in known ? known.numbers : [];
      return [{ signature: known.signature, text: message.trim(), fields: fieldsOf(message, match, numbers) }];
    }
    return [];
  });
}
