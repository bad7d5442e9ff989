import type { Document } from '../text/document.ts';
import { A_DIFF } from './diff.ts';

const ACCESS_LOG = /^[ \t]{0,40}access_log[ \t]{1,20}["']?([\w./-]{1,200})/gm;

/** Logs that a config names are access logs: their lines may have any format, and give nothing away by themselves. */
export function namedByConfig(documents: readonly Document[]): Document[] {
  const logs = documents
    .filter(({ kind }) => kind === 'nginx')
    .flatMap(({ text }) => [...text.matchAll(ACCESS_LOG)].map(([, path = '']) => fileName(path)));
  return documents.map((document) =>
    document.kind === 'unknown' && document.recognisedBy !== A_DIFF && logs.includes(fileName(document.path))
      ? { ...document, kind: 'nginx-access-log', recognisedBy: 'an access_log of the configuration' }
      : document,
  );
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
