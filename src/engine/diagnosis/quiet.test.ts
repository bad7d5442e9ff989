import { describe, expect, it } from 'vitest';
import { analyze } from '../session/analyze.ts';

const sentence = (text: string): string => analyze([{ path: 'paste', text }]).verdict.sentence;

describe('a verdict about nothing that failed', () => {
  it('rests on a config only where there is one', () => {
    expect(sentence('server { listen 81; location / { return 204; } }\n')).toContain('configuration alone');
    expect(sentence('[app]\nlisten = 127.0.0.1:9001\npm = static\npm.max_children = 4\n')).toContain(
      'configuration alone',
    );
    const letter = sentence('Hello, since Monday the shop is slow. Any idea?\n');
    expect(letter).toContain('neither a config of nginx or PHP-FPM nor a line of a log');
    expect(letter).toContain('tail -n 300 /var/log/nginx/error.log');
  });
});
