import { readAccessLine } from '../../syntax/lines/nginx-access.ts';
import type { Fields, Ledger } from '../ledger.ts';
import { classifyAccess } from './classes.ts';
import { routeOf, serviceSeconds, type AccessRequest } from './request.ts';
import { accessRequest } from './request.ts';
import type { MakeAccessScanner } from './scanner.ts';
import { statusLoop } from './status-loop.ts';

/** The typed facts of a request under the names that events have. */
export function fieldsOf(request: AccessRequest): Fields {
  const { upstream } = request;
  const facts: Record<string, string | number | null | undefined> = {
    status: request.status,
    request: `${request.method} ${request.uri}`.trim(),
    route: routeOf(request.uri),
    method: request.method,
    client: request.client,
    host: request.host,
    address: upstream.addresses?.at(-1),
    seconds: serviceSeconds(request),
    connectSeconds: upstream.connectSeconds?.at(-1),
    headerSeconds: upstream.headerSeconds?.at(-1),
    bytes: upstream.bytesReceived?.at(-1),
    requestBytes: request.requestBytes,
    tries: upstream.statuses?.length,
  };
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string | number] => entry[1] != null && entry[1] !== ''),
  );
}

/** Runs of requests that were answered or timed out; an upgraded connection and a client that left say nothing of work. */
function sawRun(ledger: Ledger, request: AccessRequest): void {
  const seconds = serviceSeconds(request);
  if (seconds !== null && request.status !== 101 && request.status !== 499) ledger.sawRun(seconds);
}

/** The plain scanner: strings, one line after the other. Also reads the log of a probing loop (status lines and dates). */
export const plainAccessScanner: MakeAccessScanner = (ledger, path, formats) => {
  const loop = statusLoop(ledger, path);
  return {
    line(text, number) {
      const fields = readAccessLine(text, formats);
      const request = fields === null ? null : accessRequest(fields);
      if (request === null) return loop.line(text, number);
      ledger.access.add(request);
      sawRun(ledger, request);
      if (request.at !== null) ledger.countStatus(request.at, request.status);
      const signature = classifyAccess(request);
      if (signature !== null)
        ledger.record({ signature, path, line: number, text, at: request.at, fields: fieldsOf(request) });
      return true;
    },
    end: () => {
      loop.end();
    },
  };
};
