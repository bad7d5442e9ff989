import type { Call, Judgement } from '../judgement.ts';
import { parseCount } from '../../quantity.ts';
import { after, invalidParameter, readZone, type Setter, type SetterTable } from './setter.ts';

/** A zone that counts by key: `limit_req_zone`, `limit_conn_zone`. */
function defineZone(call: Call, judgement: Judgement, owner: string, rates: boolean): void {
  if (!judgement.value(call, 1)) return;
  let zone: { name: string; size: number } | null = null;
  let zoneWord = 0;
  for (const [at, parameter] of call.args.entries()) {
    if (at === 0) continue;
    const text = after(parameter, 'zone=');
    const rate = rates ? after(parameter, 'rate=') : null;
    if (text !== null) {
      zone = readZone(call, judgement, at + 1, text);
      if (zone === null) return;
      zoneWord = at + 1;
    } else if (rate !== null) {
      if ((parseCount(rate.replace(/r\/[sm]$/, '')) ?? 0) > 0) continue;
      judgement.object(call.directive, `invalid rate "${parameter}"`, at + 1);
      return;
    } else if (!(rates && parameter === 'sync')) {
      invalidParameter(call, judgement, at + 1);
      return;
    }
  }
  if (zone === null || zone.name === '') {
    judgement.object(call.directive, `"${call.name}" must have "zone" parameter`);
    return;
  }
  const known = judgement.zones.get(zone.name);
  if (known?.owner === owner && known.size !== null) {
    judgement.object(call.directive, `${call.name} "${zone.name}" is already bound to key`, zoneWord);
    return;
  }
  judgement.zone(call, zone.name, owner, zone.size, zoneWord);
}

/** The same zone twice in one block is a duplicate. */
function usedAlready(call: Call, zone: string): boolean {
  const zones = (call.block.notes.get(call.name) as Set<string> | undefined) ?? new Set<string>();
  const used = zones.has(zone);
  zones.add(zone);
  call.block.notes.set(call.name, zones);
  return used;
}

const limitReq: Setter = (call, judgement) => {
  let zone: string | null = null;
  let zoneWord = 0;
  for (const [at, parameter] of call.args.entries()) {
    const name = after(parameter, 'zone=');
    const burst = after(parameter, 'burst=');
    const delay = judgement.version >= 1_015_007 ? after(parameter, 'delay=') : null;
    const number = burst ?? delay;
    if (name !== null) {
      zone = name;
      zoneWord = at + 1;
    } else if (number !== null) {
      if ((parseCount(number) ?? 0) > 0) continue;
      judgement.object(call.directive, `invalid ${burst === null ? 'delay' : 'burst'} value "${parameter}"`, at + 1);
      return;
    } else if (parameter !== 'nodelay') {
      invalidParameter(call, judgement, at + 1);
      return;
    }
  }
  if (zone === null) judgement.object(call.directive, '"limit_req" must have "zone" parameter');
  else if (usedAlready(call, zone)) judgement.duplicate(call);
  else judgement.zone(call, zone, 'limit_req', null, zoneWord);
};

const limitConn: Setter = (call, judgement) => {
  const [zone = '', text = ''] = call.args;
  if (usedAlready(call, zone)) {
    judgement.duplicate(call);
    return;
  }
  if (!judgement.zone(call, zone, `${call.world} limit_conn`, null, 1)) return;
  const number = parseCount(text) ?? 0;
  if (number <= 0) judgement.object(call.directive, `invalid number of connections "${text}"`, 2);
  else if (number > 65535) judgement.object(call.directive, 'connection limit must be less 65536', 2);
};

/** Setters of `ngx_http_limit_req_module.c` and `ngx_http_limit_conn_module.c`. */
export const LIMIT_SETTERS: SetterTable = {
  limit_req_zone: (call, judgement) => {
    defineZone(call, judgement, 'limit_req', true);
  },
  limit_conn_zone: (call, judgement) => {
    defineZone(call, judgement, `${call.world} limit_conn`, false);
  },
  limit_req: limitReq,
  limit_conn: limitConn,
};
