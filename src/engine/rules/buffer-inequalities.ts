import type { Rule, RuleDocs } from './rule.ts';
import { bufferFindings } from './buffer-gap.ts';

export const docs: RuleDocs = {
  title: 'Buffers that nginx refuses together',
  why:
    'With S = max(buffer_size, one of the buffers): at least 2 buffers, S ≤ busy_buffers_size ≤ (number − 1) × size, ' +
    'temp_file_write_size ≥ S, max_temp_file_size 0 or ≥ S. An unset busy_buffers_size is 2·S, which is why a lone ' +
    'fastcgi_buffer_size 32k does not load. Checked at every level that sets one, and with buffering off too.',
  source: 'ngx_http_fastcgi_module.c (ngx_http_fastcgi_merge_loc_conf); proxy, uwsgi and scgi alike',
};

export const bufferInequalities: Rule = {
  name: 'buffer-inequalities',
  messages: {
    'too-few-buffers': 'nginx refuses {protocol}_buffers {number} {size}: there must be at least 2.',
    'busy-too-small':
      'nginx refuses these buffers: {protocol}_busy_buffers_size {busy} is below {largest}, the larger of {protocol}_buffer_size and one buffer.',
    'busy-too-large':
      'nginx refuses these buffers: {protocol}_busy_buffers_size {busy} is above ({number} − 1) × {size}, all {protocol}_buffers minus one.',
    'temp-write-too-small':
      'nginx refuses {protocol}_temp_file_write_size below {largest}, the larger of {protocol}_buffer_size and one buffer.',
    'temp-file-too-small':
      'nginx refuses {protocol}_max_temp_file_size below {largest}: it must be 0 or at least one buffer.',
  },
  check: (input) => bufferFindings(input, 'buffer-inequalities'),
};
