import type { Detector } from '../find.ts';
import { strengthOf } from '../secret-name.ts';
import { isSecret } from '../secret-value.ts';
import { isUser } from './user-names.ts';
import { whereHinted } from './hints.ts';

/** Grammars in which a name and its value stand in marks: group 1 is the name, group 2 the value. */
const GRAMMARS: readonly { readonly name: string; readonly hint: string; readonly pattern: RegExp }[] = [
  {
    name: 'xml-element',
    hint: '</',
    pattern:
      /<(?:[A-Za-z][\w.-]{0,30}:)?([A-Za-z][\w.-]{1,60})(?:\s[^<>]{0,200})?>(?:<!\[CDATA\[)?([^<>\n]{1,4096}?)(?=(?:\]\]>)?<\/)/g,
  },
  {
    name: 'html-meta',
    hint: 'content=',
    pattern: /(?<![\w-])name=["']([\w.-]{2,60})["'] {1,4}content=["']([^"'\n]{4,400})(?=["'])/g,
  },
  {
    name: 'configured',
    hint: ' set ',
    pattern: /(?<![\w-])configu?r?e? set ([\w.:/-]{2,100}) ["']?([^\s"']{2,400})/g,
  },
  {
    name: 'php-serialized',
    hint: 's:',
    pattern:
      /(?<![\w.-])(?:s:[0-9]{1,4}:\\?"([\w.-]{2,80})\\?";|([\w.-]{2,80})\|)s:[0-9]{1,6}:\\?"([^"\\\n]{1,4096})\\?";/g,
  },
];

/** Elements that name an account, or a pool, which bears the name of one. */
const USER = /^(?:user|username|user-name|user_name|login|remote-user|pool)$/i;

/** Class 12: SOAP and other XML, PHP sessions and caches. */
export const TAGGED_VALUES: readonly Detector[] = GRAMMARS.map(({ name, hint, pattern }) =>
  whereHinted(name, [hint], ({ text }, found) => {
    for (const match of text.matchAll(pattern)) {
      const value = match[3] ?? match[2] ?? '';
      const named = match[3] === undefined ? match[1] : (match[1] ?? match[2]);
      const start = match.index + match[0].lastIndexOf(value);
      const span = { start, end: start + value.length };
      if (isSecret(value, strengthOf(named ?? ''))) found.push({ ...span, class: 'named-value' });
      else if (USER.test(named ?? '') && isUser(value)) found.push({ ...span, class: 'user', value });
    }
  }),
);
