import { bufferFindings } from './buffer-gap.ts';
import type { Rule, RuleDocs } from './rule.ts';

export const docs: RuleDocs = {
  title: 'A response header that does not fit',
  why:
    'The whole response header, FastCGI framing and messages on the FastCGI stderr stream included, must fit into one buffer_size ' +
    '(4096 bytes leave 4088 for headers). Else: "upstream sent too big header" and 502. buffers and busy_buffers_size must grow along.',
  source: 'ngx_http_upstream.c (ngx_http_upstream_process_header); measured by bisection',
};

export const headerTooBig: Rule = {
  name: 'header-too-big',
  messages: {
    'too-big':
      'A response header did not fit into {protocol}_buffer_size {bufferSize}; {planned} is planned, with buffers that nginx accepts beside it.',
    'still-too-big':
      'A response header did not fit, and {protocol}_buffer_size is {bufferSize} already: find what makes the header this large (cookies, debug headers, PHP messages on stderr).',
  },
  check: (input) => bufferFindings(input, 'header-too-big'),
};
