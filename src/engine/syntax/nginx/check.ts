import { parseVersion } from '../../knowledge/nginx/version.ts';
import { LineIndex } from '../../text/span.ts';
import type { Problem } from '../problem.ts';
import { makeBlock, type BlockKind } from './judge/blocks.ts';
import { judgeNames } from './judge/finish.ts';
import { judgeHashes } from './judge/hashes.ts';
import { inferContext } from './judge/infer-context.ts';
import { Judgement, type Objection } from './judge/judgement.ts';
import { judgeMerges } from './judge/merge.ts';
import { judgeResolvers } from './judge/setters/upstream.ts';
import { judgeBlock } from './judge/walk-blocks.ts';
import { parseNginx } from './parse.ts';
import type { NginxFile } from './tree.ts';

export type NginxContext = 'main' | 'events' | 'http' | 'server' | 'location' | 'upstream' | 'stream' | 'mail';

export interface CheckNginxOptions {
  /** Where the text would be included; inferred from its directives when omitted. */
  readonly context?: NginxContext;
  /** As "1.22" or "1.22.1"; "1.22" when omitted. */
  readonly version?: string;
  /**
   * What the text does not define (variables, zones, log formats, upstreams, certificates): `absent` as for nginx itself
   * when nothing else is read, or `unknown` for a fragment of something larger. `absent` when omitted.
   */
  readonly outside?: 'absent' | 'unknown';
}

const CONTEXTS: Readonly<Record<NginxContext, BlockKind>> = {
  main: 'm',
  events: 'e',
  http: 'h',
  server: 's',
  location: 'l',
  upstream: 'u',
  stream: 'S',
  mail: 'M',
};

const DEFAULT_VERSION = 1_022_999;

/**
 * Would this nginx load the text? Problems are nginx's own words at the line that is to blame, all of them, in the order
 * of the text. Users, hosts, certificates, modules and files are assumed present, and absent includes are passed over.
 */
export function checkNginx(text: string, options: CheckNginxOptions = {}): { accepted: boolean; problems: Problem[] } {
  return checkNginxFile(parseNginx(text), text, options);
}

/** As `checkNginx`, for a text that is already parsed. */
export function checkNginxFile(
  file: NginxFile,
  text: string,
  { context, version = '', outside = 'absent' }: CheckNginxOptions = {},
): { accepted: boolean; problems: Problem[] } {
  const judgement = new Judgement(parseVersion(version) ?? DEFAULT_VERSION, outside === 'unknown');
  const kind = context === undefined ? inferContext(file.nodes) : CONTEXTS[context];
  const root = makeBlock(kind, null, null);
  judgeBlock(file.nodes, root, judgement);
  judgeMerges(root, judgement);
  judgeResolvers(root, judgement);
  judgeHashes(root, judgement);
  judgeNames(judgement);
  const syntax: Objection[] = file.problems.map(({ message, start }) => ({
    message,
    start,
    end: start,
    directive: null,
    severity: 'error',
  }));
  const objections = [...syntax, ...judgement.objections].sort((a, b) => a.start - b.start);
  const lines = new LineIndex(text);
  return {
    accepted: objections.every(({ severity }) => severity !== 'error'),
    problems: objections.map((objection) => ({ ...objection, ...lines.positionAt(objection.start) })),
  };
}
