import type { EvidenceEvent } from '../evidence/event.ts';
import { eventsOf } from '../plan/paths-of-event.ts';
import { textOf } from '../plan/values.ts';
import { placeOf } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'security.limit_extensions denies the script',
  why:
    'PHP-FPM executes only files with the listed extensions (.php .phar); others are "Access denied." and 403. That is a protection ' +
    'against uploads that are run as scripts, so it is named and never loosened: nothing in logs tells a script of one’s own from one that was smuggled in.',
  source: 'fpm_main.c (fpm_php_limit_extensions)',
};

export const limitExtensions: Rule = {
  name: 'limit-extensions',
  messages: {
    denied:
      'Pool {pool} denied a script with the extension {extension}; security.limit_extensions is {allowed}. ' +
      'Rename the script, or see why nginx passes such files to PHP.',
  },
  check({ stack, evidence }) {
    const extensions = new Set(
      eventsOf(evidence, ['php.extension-denied']).flatMap((event) => {
        const found = /\.([a-z0-9]{1,8})$/iu.exec(deniedScript(event).slice(-12))?.[1];
        return found === undefined ? [] : [found.toLowerCase()];
      }),
    );
    if (extensions.size === 0) return [];
    return stack.pools.slice(0, 1).flatMap((pool): RawFinding[] => {
      const setting = pool.settings['security.limit_extensions'];
      const allowed = (textOf(setting) ?? '.php .phar').split(/\s+/u).filter((one) => one !== '');
      return [...extensions].flatMap((name): RawFinding[] => {
        const extension = `.${name}`;
        if (allowed.includes(extension)) return [];
        const place = placeOf(pool, setting);
        const args = { pool: pool.name, extension, allowed: allowed.join(' ') };
        return [{ ...place, severity: 'warning', code: 'denied', args, fix: null }];
      });
    });
  },
};

/** `Access to the script '/srv/www/page.html' has been denied`. */
function deniedScript({ fields, text }: EvidenceEvent): string {
  if (typeof fields['script'] === 'string') return fields['script'];
  const end = text.indexOf("' has been denied");
  return end === -1 ? '' : text.slice(text.lastIndexOf("'", end - 1) + 1, end);
}
