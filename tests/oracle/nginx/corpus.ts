import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus');

/** True when third-party test data lies beside the project; says so when it does not. */
export function hasCorpus(): boolean {
  const present = existsSync(join(CORPUS, 'parser-goldens.jsonl'));
  if (!present) console.info('skipped: corpus not present');
  return present;
}

/** Bytes as the product decodes them: UTF-8 when they are valid, else one byte to one character. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

export interface CrossplaneRow {
  readonly d: string;
  readonly a: string[];
  readonly l: number;
  readonly b?: CrossplaneRow[];
  readonly c?: string;
}

interface Verdict {
  readonly ctx: string;
  readonly ok: boolean;
  readonly msg?: string;
}

export interface Golden {
  readonly corpus: string;
  readonly path: string;
  readonly 'nginx_1.22.1': Verdict;
  readonly 'nginx_1.31.5': Verdict;
  readonly crossplane: { readonly status: string; readonly tree: CrossplaneRow[] };
  readonly text: string;
}

/** Recorded verdicts of nginx and crossplane, with the text of those files that are here. */
export function readGoldens(): Golden[] {
  const lines = readFileSync(join(CORPUS, 'parser-goldens.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as Omit<Golden, 'text'>;
    const file = join(CORPUS, row.corpus, row.path);
    return existsSync(file) ? [{ ...row, text: decode(readFileSync(file)) }] : [];
  });
}

/** Every file of the corpus, decoded. */
export function readEveryFile(): { path: string; text: string }[] {
  const entries = readdirSync(CORPUS, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(CORPUS.length), text: decode(readFileSync(path)) }));
}
