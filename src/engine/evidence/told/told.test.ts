import { describe, expect, it } from 'vitest';
import { Ledger } from '../ledger.ts';
import { toldReader } from './reader.ts';

function toldIn(text: string): string[] {
  const ledger = new Ledger();
  const reader = toldReader(ledger, 'paste.txt');
  text.split('\n').forEach((line, index) => {
    reader.line(line, index + 1);
  });
  reader.end();
  return ledger.told.map(({ signature, fields, line }) => `${String(line)} ${signature} ${String(fields['told'])}`);
}

describe('sentences of people', () => {
  it.each([
    ['It says connection refused while connecting to upstream.', '1 nginx.connect-refused said'],
    [
      'Then I see upstream sent too big header while reading response header from upstream',
      '1 nginx.too-big-header quoted',
    ],
    ['We get a 504 after 60s on the report page', '1 probe.status said'],
    ['The log of FPM shows child 12 exited on signal 11 (SIGSEGV)', '1 fpm.exited-signal quoted'],
    ['The nginx log says that the connection was\nrefused for every page', '2 nginx.connect-refused said'],
    ['Why do I get a 502 error on nginx?', '1 probe.status said'],
  ])('%j is heard', (text, told) => {
    expect(toldIn(text)).toEqual([told]);
  });

  it.each([
    'If nginx says connection refused, start the backend.',
    'A 502 error means that the upstream refused the connection.',
    'Since the move we have seen no 502 errors.',
    'Could it be that nginx gets a 502 from php?',
    'The app says that the mysql connection was refused, see the backend log.',
    '- connection refused by upstream - it shows that the backend is down',
    'max children reached: 0',
    '2024-01-01 10:00:00 app says connection refused by the backend',
    'It took 504 ms to answer and we got 413 items.',
  ])('%j is not', (text) => {
    expect(toldIn(text)).toEqual([]);
  });
});
