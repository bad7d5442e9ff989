import { errnoName } from '../../knowledge/log-messages-errno.ts';
import { isTempFile, NGINX_MESSAGES, type NginxMessage } from '../../knowledge/log-messages-nginx.ts';
import type { NginxErrorLine } from '../../syntax/lines/nginx-error.ts';
import type { Signature } from '../signatures.ts';

type NginxSignature = Extract<Signature, `nginx.${string}`>;

const TABLE: readonly (NginxMessage & { readonly signature: NginxSignature })[] = NGINX_MESSAGES;

/** Event engines put their own name in front of what the socket reported (macOS, FreeBSD, `epoll_wait()`). */
const REPORTED = /^(?:kevent|epoll_wait|select|poll)\(\)[\w ]{0,20} reported (?:that |about an |event error )?/;
/** The calls of nginx's Windows builds (ngx_wsarecv.c, ngx_wsasend.c). */
const WINDOWS = /^WSA(Recv|Send)\(\)/;

function fits(row: NginxMessage, message: string, line: NginxErrorLine, action: string, unix: boolean): boolean {
  if (row.starts !== undefined && !message.startsWith(row.starts)) return false;
  if (row.contains !== undefined && !message.includes(row.contains)) return false;
  if (row.action !== undefined && !action.startsWith(row.action)) return false;
  if (row.errno !== undefined) {
    const name = errnoName(line.errno);
    if (name === null || !row.errno.includes(name)) return false;
  }
  if (row.level !== undefined && row.level !== line.level) return false;
  if (row.upstream === true && line.fields.upstream === undefined) return false;
  return row.unix === undefined || row.unix === unix;
}

/** Gives a record of nginx's error log its name; errno numbers decide, not their words. */
export function classifyNginxError(line: NginxErrorLine): NginxSignature {
  const action = line.action?.text ?? '';
  const written = line.message.text
    .replace(REPORTED, '')
    .replace(/^connect \(\)/, 'connect()')
    .replace(WINDOWS, (_, call: string) => `${call.toLowerCase()}()`);
  // Quoted without the name of the call: nginx connects by no other.
  const message = written === 'failed' && action.startsWith('connecting') ? 'connect() failed' : written;
  const unix = message.includes('unix:') || line.fields.upstream?.text.includes('unix:') === true;
  const name = errnoName(line.errno);
  if ((name === 'EACCES' || name === 'EROFS' || name === 'ENOENT') && isTempFile(message))
    return 'nginx.temp-permission';
  return TABLE.find((row) => fits(row, message, line, action, unix))?.signature ?? 'nginx.other';
}
