import { describe, expect, it } from 'vitest';
import { intake } from './intake.ts';

const LINE = '2026-01-14T08:31:00+00:00|shop.example|GET|/feed|502|0.090\n';
const kinds = (config: string) =>
  intake([
    { path: 'nginx.conf', text: config },
    { path: 'perf.log', text: LINE },
  ]).map(({ kind }) => kind);

describe('a log whose lines give nothing away', () => {
  it('is an access log where the configuration names it', () => {
    expect(kinds('http {\n  access_log /var/log/nginx/perf.log perf;\n}\n')).toEqual(['nginx', 'nginx-access-log']);
  });

  it('stays unknown where it does not', () => {
    expect(kinds('http {\n  access_log /var/log/nginx/access.log;\n}\n')).toEqual(['nginx', 'unknown']);
  });
});
