import { eventsOf } from '../plan/paths-of-event.ts';
import { placeOfEvent } from './places.ts';
import type { RawFinding, Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'Bodies buffered to temporary files',
  why: 'A response or a request body larger than its buffers goes through a file. It costs disk, it fails nothing, and there is nothing to cure.',
  source: 'ngx_event_pipe.c, ngx_http_request_body.c',
};

export const tempFile: Rule = {
  name: 'temp-file',
  messages: {
    response: 'Responses were buffered to temporary files ({count} lines): harmless unless the disk is slow or full.',
    request:
      'Request bodies were buffered to temporary files ({count} lines): harmless unless the disk is slow or full.',
  },
  check({ evidence }) {
    return (
      [
        ['nginx.response-buffered', 'response'],
        ['nginx.request-body-buffered', 'request'],
      ] as const
    ).flatMap(([signature, code]): RawFinding[] => {
      const event = eventsOf(evidence, [signature])[0];
      if (event === undefined) return [];
      const count = evidence.counts.get(signature)?.count ?? 1;
      return [{ ...placeOfEvent(event), severity: 'info', code, args: { count }, fix: null }];
    });
  },
};
