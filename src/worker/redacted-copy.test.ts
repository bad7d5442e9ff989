import { describe, expect, it } from 'vitest';
import { redactDocuments } from '../engine/redact/redact.ts';
import { plantedLog } from '../../tests/generated/planted-log.ts';
import { randomOf } from '../../tests/generated/access-log.ts';
import { copyOfLog, copyOfText } from './redacted-copy.ts';

const SECRET = 'Xk7Qp2Lm9Rt4';
const seed = Number(process.env['SEED'] ?? Date.now() % 1e6);

function logWith(first: string, last: string): { file: File; lines: number; planted: readonly string[] } {
  const { log, planted } = plantedLog(3000, randomOf(seed));
  const line = (request: string): string =>
    `84.1.2.3 - - [20/Nov/2026:10:00:00 +0000] "GET ${request} HTTP/1.1" 200 5 "-" "curl/8.0"\n`;
  const text = line(first) + log + line(last);
  return {
    file: new File([text], 'access.log'),
    lines: text.split('\n').length,
    planted: planted.map(([, value]) => value),
  };
}

const context = (words: readonly string[] = []) => {
  const { vault } = redactDocuments([], { words });
  return { vault, redaction: { words } };
};

describe(`copyOfLog (SEED=${seed})`, () => {
  it('keeps every line, and loses at the beginning what is learned at the end', async () => {
    const { file, lines, planted } = logWith(`/see/${SECRET}/now`, `/x?api_key=${SECRET}`);
    const steps: number[] = [];
    const answer = await copyOfLog(file, context(), (read) => steps.push(read), new AbortController().signal);
    if (answer.status !== 'done') throw new Error(answer.status);
    const text = await answer.copy.text();
    expect(text.split('\n')).toHaveLength(lines);
    expect(text).not.toContain(SECRET);
    expect(planted.filter((value) => value.length > 8 && text.includes(value))).toEqual([]);
    expect(steps.at(-1)).toBe(file.size * 2);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('stops when told to', async () => {
    const { file } = logWith('/', '/');
    const abort = new AbortController();
    abort.abort();
    expect(await copyOfLog(file, context(), () => undefined, abort.signal)).toEqual({ status: 'stopped' });
  });
});

describe('copyOfText', () => {
  it('gives what is redacted, and nothing that is not', () => {
    const { documents } = redactDocuments([
      { path: 'a', kind: 'fpm', recognisedBy: 'made', text: `env[API_KEY] = ${SECRET}\n` },
    ]);
    const redacted = documents[0]?.document.text;
    if (redacted === undefined) throw new Error('one document came in');
    expect(copyOfText(redacted, context()).status).toBe('done');
    expect(copyOfText(redacted, context(['env'])).status).toBe('closed');
  });
});
