import { parseAddress } from '../address.ts';
import type { Setter, SetterTable } from './setter.ts';

const PROTOCOLS = ['imap', 'pop3', 'smtp'];

const protocol: Setter = (call, judgement) => {
  const [name = ''] = call.args;
  if (!PROTOCOLS.includes(name)) judgement.object(call.directive, `unknown protocol "${name}"`, 1);
};

const authHttp: Setter = (call, judgement) => {
  const [url = ''] = call.args;
  const text = url.startsWith('http://') ? url.slice(7) : url;
  const reading = parseAddress(text, { defaultPort: 80, uriPart: true });
  if ('problem' in reading) {
    judgement.object(call.directive, `${reading.problem} in auth_http "${url}"`, 1);
  }
};

const starttls: Setter = (call, judgement) => {
  const [mode = ''] = call.args;
  if (!['off', 'on', 'only'].includes(mode.toLowerCase())) {
    judgement.object(call.directive, `invalid value "${mode}"`, 1);
  }
};

/** Setters of the mail modules. */
export const MAIL_SETTERS: SetterTable = { protocol, auth_http: authHttp, starttls };
