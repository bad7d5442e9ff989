import type { Span } from '../../text/span.ts';
import { readEnvelope } from './envelope.ts';

/** How the messages begin that tell of failed requests (ngx_http_upstream.c, ngx_event_connect.c, ngx_connection.c and kin). */
const MESSAGE =
  /connect ?\(\) (?:to |failed \()|(?:WSARecv|WSASend|recv|readv|writev|send|sendfile|socket|accept4|accept|SSL_do_handshake|SSL_read)\(\) failed \(|(?:open|mkdir|pwrite|pwritev)\(\) ["“]\/|(?:kevent|epoll_wait)\(\) reported |failed \(\d{1,5}: |upstream (?:timed out \(|prematurely closed |sent |server temporarily disabled|SSL certificate )|no live upstreams while|FastCGI sent in stderr|client intended to send too large|rewrite or internal redirection cycle while|an upstream response is buffered to a|worker_connections are not enough|host not found in (?:upstream|resolver) ["“]|no resolver defined to resolve |could not be resolved|peer closed connection in SSL handshake|limiting (?:requests, excess|connections by zone)/;
/** Messages that begin with a value: the words that were found follow it. */
const VALUE_FIRST = /^(?:worker_connections|could not)/;
const VALUE = /[\w.#*-]/;
/** What a whole message has besides its first words: a number of errno, what nginx was doing, whom it served; or it needs none. */
const WHOLE =
  /\((?:\d{1,5}|SSL): | while (?:SSL )?[a-z]{3,11}ing |, ?client: |prematurely closed connection|sent (?:too big|invalid|duplicate|no valid|unsupported) |worker_connections are|host not found in|FastCGI sent in stderr: |too large (?:chunked )?body|redirection cycle while|limiting (?:requests, excess|connections by zone)|no resolver defined|could not be resolved|no live upstreams/;
const FIELDS = /, ?client: /;

/** Quotation marks, Markdown, nginx's own ids, a label that ends in a colon: what may stand before a message that begins its line. */
const BEFORE =
  /^(?:[^\n]{0,60}[:：] ?)?[\s>*_`"'“‘([{-]{0,12}(?:\[?(?:warn|error|crit|alert|emerg)\]?:? )?(?:\d{1,10} ?# ?\d{1,20}: ?)?(?:\*? ?\d{1,20} )?[*_`"'“]{0,3}$/;
/** The cells of a Markdown table in front of the one that holds the message. */
const CELLS = /^\s{0,8}\|(?:[^|\n]{0,60}\|){0,6}\s{0,8}[`*_]{0,3}$/;
const OPENS = /[`"'“‘](?:\*? ?\d{1,20} )?$/;
/** What a quotation may be followed by when it tells what was seen: the end of its line or sentence. */
const SENTENCE_END = /^[\s.,;:!?)]{0,4}$|^[.!?](?=\s)/;
/** An entry of a list of what to look for: the message, a dash, and what it means. */
const LISTED = /^\s{0,8}(?:[-*•]|\d{1,2}[.)])\s/;
const EXPLAINED = /\s(?:[—–]|-{1,2})\s/;
const SEEN = 1200;

/**
 * Where one of nginx's messages stands in a line that lost its time and level, as people quote them; null when nginx does not
 * speak there. A message counts that begins its line, that is quoted at the end of a sentence, or that still has nginx's fields.
 */
export function nginxWords(line: string): Span | null {
  const { start, end } = readEnvelope(line);
  const text = line.slice(start, Math.min(end, start + SEEN));
  const match = MESSAGE.exec(text);
  if (match === null) return null;
  const from = VALUE_FIRST.test(match[0]) ? valueStart(text, match.index) : match.index;
  if (/[A-Za-z0-9]$/.test(text.slice(0, from))) return null;
  const rest = text.slice(from);
  if (!WHOLE.test(rest) || (LISTED.test(text) && EXPLAINED.test(rest) && !FIELDS.test(rest))) return null;
  const before = text.slice(0, from);
  const quoted = OPENS.test(before) ? quotationEnd(rest) : -1;
  if (quoted !== -1) return { start: start + from, end: start + from + quoted };
  if (FIELDS.test(rest)) return { start: start + from, end };
  if (!BEFORE.test(before) && !CELLS.test(before)) return null;
  // A sentence that goes on behind the quotation is not nginx's.
  const close = OPENS.test(before) ? rest.search(/[`"'”’]/) : -1;
  return { start: start + from, end: close !== -1 && WHOLE.test(rest.slice(0, close)) ? start + from + close : end };
}

/** Where one of nginx's messages begins in a sentence, whatever stands before it; −1 without a whole message. */
export function messageStart(sentence: string): number {
  const match = MESSAGE.exec(sentence.slice(0, SEEN));
  if (match === null) return -1;
  const from = VALUE_FIRST.test(match[0]) ? valueStart(sentence, match.index) : match.index;
  return WHOLE.test(sentence.slice(from)) ? from : -1;
}

/** Back over the number or the name that stands before the words at `at`. */
function valueStart(text: string, at: number): number {
  let start = at - 1;
  while (start > 0 && VALUE.test(text.charAt(start - 1))) start--;
  return Math.max(start, 0);
}

/** Where the quotation ends that a message opens; −1 when it goes on in the middle of a sentence: there it may be what to look for. */
function quotationEnd(rest: string): number {
  const end = rest.search(/[`"'”’]/);
  if (end === -1) return -1;
  const behind = rest.slice(end).replace(/^[`"'”’]{1,3}/, '');
  const ended = SENTENCE_END.test(behind) || (/[.!?]$/.test(rest.slice(0, end)) && /^\s/.test(behind));
  return ended ? end : -1;
}
