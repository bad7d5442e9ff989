import { Hunt } from './known/hunt.ts';
import { wantedBy, type RedactOptions } from './options.ts';
import { resolve } from './resolve.ts';
import type { Memory } from './vault.ts';

/** Longer than any name with its port. */
const LONGEST_NAME = 300;

/** A request that somebody asks about. */
interface Asked {
  /** Path with or without arguments, or a whole URL. */
  readonly uri: string;
  readonly host?: string;
}

/**
 * The request in the words of the redacted documents: what stands behind an alias in them is asked for by that alias.
 * No alias is made for it, and nothing is learned from it: it is no part of the incident.
 */
export function askedInAliases<Request extends Asked>(
  asked: Request,
  { book, learned }: Memory,
  options: RedactOptions,
): Request {
  const aliases = new Map<string, string>();
  for (const [alias, { text, class: name }] of book.originals) {
    const value = name === 'host' ? unescaped(text).toLowerCase() : text;
    if (!aliases.has(value)) aliases.set(value, name === 'host' ? unescaped(alias) : alias);
  }
  const wanted = wantedBy(options);
  const path = (text: string): string => {
    const found: Parameters<Hunt['find']>[1] = [];
    new Hunt(learned).find(text, found);
    const finds = found.filter((find) => wanted(find, text.slice(find.start, find.end)));
    let made = '';
    let from = 0;
    for (const { start, end } of resolve(text, finds)) {
      const written = text.slice(start, end);
      made += text.slice(from, start) + (aliases.get(written) ?? written);
      from = end;
    }
    return made + text.slice(from);
  };
  const [, scheme = '', authority = ''] = /^(https?:\/\/)([^/?#]{0,300})/.exec(asked.uri) ?? [];
  return {
    ...asked,
    uri: scheme + hostInAliases(authority, aliases) + path(asked.uri.slice(scheme.length + authority.length)),
    ...(asked.host !== undefined && { host: hostInAliases(asked.host, aliases) }),
  };
}

/** `img.shop.de:8080` where `shop.de` is known; of several known parts of the name the longest counts. */
function hostInAliases(host: string, aliases: ReadonlyMap<string, string>): string {
  if (host.length > LONGEST_NAME) return host;
  const colon = host.lastIndexOf(':');
  const [name, port] = colon === -1 ? [host, ''] : [host.slice(0, colon), host.slice(colon)];
  const labels = name.toLowerCase().split('.');
  for (let count = labels.length; count > 0; count--)
    for (let at = 0; at + count <= labels.length; at++) {
      const alias = aliases.get(labels.slice(at, at + count).join('.'));
      if (alias === undefined) continue;
      return [...labels.slice(0, at), alias, ...labels.slice(at + count)].join('.') + port;
    }
  return host;
}

/** As it stands in a regular expression: `shop\.de`. */
function unescaped(text: string): string {
  return text.replaceAll('\\.', '.');
}
