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
    ['上传文件时出现 413 错误码，直接访问后端没有问题', '1 probe.status said'],
    ['После обновления сайт отдаёт ошибку 504', '1 probe.status said'],
    ['Seit gestern erscheint Fehler 502 auf jeder Seite', '1 probe.status said'],
    ['it stops after a while. then nginx shows error 502', '1 probe.status said'],
    ['we see "77 no live upstreams while connecting to upstream" error there', '1 nginx.no-live-upstreams quoted'],
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
    'Si ves un error 502 puede ser que PHP no responda',
    '如果出现 502 错误，可能是后端没有启动',
    'Ошибка 504 означает, что скрипт выполняется слишком долго',
    'It took 504 ms to answer and we got 413 items.',
  ])('%j is not', (text) => {
    expect(toldIn(text)).toEqual([]);
  });
});
