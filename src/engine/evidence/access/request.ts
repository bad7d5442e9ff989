import type { AccessFields } from '../../syntax/lines/log-format.ts';
import { commonLogStamp, isoStamp } from '../../syntax/lines/time.ts';
import type { Bytes, EpochSeconds, Seconds } from '../../text/units.ts';

/** One request as an access log tells it. Lists hold one entry a try; null: not logged, "-" of nginx is null too. */
export interface AccessRequest {
  readonly at: EpochSeconds | null;
  readonly status: number;
  readonly method: string;
  readonly uri: string;
  readonly client: string | null;
  readonly host: string | null;
  readonly bodyBytes: Bytes | null;
  readonly requestBytes: Bytes | null;
  readonly requestSeconds: Seconds | null;
  /** null when the format does not log the variable at all. */
  readonly upstream: {
    readonly addresses: readonly string[] | null;
    readonly statuses: readonly (number | null)[] | null;
    readonly connectSeconds: readonly (Seconds | null)[] | null;
    readonly headerSeconds: readonly (Seconds | null)[] | null;
    readonly responseSeconds: readonly (Seconds | null)[] | null;
    readonly bytesReceived: readonly (Bytes | null)[] | null;
  };
}

/** `0.000, 0.001 : -` → one entry a try (`, `) and a redirect (` : `); [] for an empty value. */
function listOf(fields: AccessFields, name: string): readonly string[] | null {
  const field = fields.get(name);
  if (field === undefined) return null;
  const text = field.text.trim();
  return text === '' ? [] : text.split(/\s{0,2}, {0,2}|\s{1,2}:\s{1,2}/);
}

function number(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

function numbers(fields: AccessFields, name: string): readonly (number | null)[] | null {
  return listOf(fields, name)?.map(number) ?? null;
}

function instant(fields: AccessFields): EpochSeconds | null {
  const local = fields.get('time_local')?.text;
  const iso = fields.get('time_iso8601')?.text;
  const stamp =
    (local === undefined ? null : commonLogStamp(local, 0)) ??
    (iso === undefined ? null : (isoStamp(iso, 0) ?? commonLogStamp(iso, 0)));
  return stamp?.at ?? number(fields.get('msec')?.text) ?? number(iso);
}

/** Turns the fields of a line into a request; null without a status. */
export function accessRequest(fields: AccessFields): AccessRequest | null {
  const status = fields.get('status')?.text ?? '';
  if (!/^\d{3}$/.test(status)) return null;
  const [method = '', uri = ''] = (fields.get('request')?.text ?? '').split(' ', 2);
  const addresses = listOf(fields, 'upstream_addr')?.filter((address) => address !== '-') ?? null;
  return {
    at: instant(fields),
    status: Number(status),
    method: fields.get('request_method')?.text ?? method,
    uri: fields.get('request_uri')?.text ?? uri,
    client: fields.get('remote_addr')?.text ?? null,
    host: fields.get('host')?.text ?? null,
    bodyBytes: number(fields.get('body_bytes_sent')?.text),
    requestBytes: number(fields.get('request_length')?.text),
    requestSeconds: number(fields.get('request_time')?.text),
    upstream: {
      addresses,
      statuses: numbers(fields, 'upstream_status'),
      connectSeconds: numbers(fields, 'upstream_connect_time'),
      headerSeconds: numbers(fields, 'upstream_header_time'),
      responseSeconds: numbers(fields, 'upstream_response_time'),
      bytesReceived: numbers(fields, 'upstream_bytes_received'),
    },
  };
}

/** Seconds that backends took for a request, all tries together; the whole request's time where nothing better is logged. */
export function serviceSeconds(request: AccessRequest): Seconds | null {
  const parts = request.upstream.responseSeconds;
  if (parts !== null && parts.some((part) => part !== null))
    return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return request.requestSeconds;
}

const ID = /^(?:\d{1,30}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,64})$/;

/** The path without query and with identifiers folded: `/orders/17?x=1` → `/orders/:id`. */
export function routeOf(uri: string): string {
  const query = uri.search(/[?#]/);
  const path = query === -1 ? uri : uri.slice(0, query);
  return path
    .slice(0, 200)
    .split('/')
    .map((segment) => (ID.test(segment) ? ':id' : segment))
    .join('/');
}
