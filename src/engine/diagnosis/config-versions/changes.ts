import type { Place } from '../../text/span.ts';
import type { NginxNode } from '../../syntax/nginx/tree.ts';
import { currentOf } from '../../stack/backup-path.ts';
import type { CauseId } from '../cause.ts';
import type { Facts } from '../facts/facts.ts';

/** One directive whose meaning differs between a config and its copy from before. */
export interface ConfigChange extends Place {
  readonly directive: string;
  /** As written before; null when it is new. */
  readonly before: string | null;
  readonly after: string | null;
  readonly sentence: string;
}

/** What a change of a directive can cause. */
const CONSEQUENCES: readonly (readonly [RegExp, readonly CauseId[]])[] = [
  [
    /^(?:fastcgi_pass|proxy_pass|uwsgi_pass|scgi_pass|server|listen|upstream)$/,
    [
      'wrong-address',
      'backend-down',
      'socket-missing',
      'protocol-mismatch',
      'connect-timeout',
      'dns-resolve',
      'no-route',
    ],
  ],
  [/^(?:user|group|listen\.(?:owner|group|mode|acl_users))$/, ['socket-permission', 'temp-dir-permission']],
  [/^listen\.allowed_clients$/, ['allowed-clients']],
  [/^(?:request_terminate_timeout)$/, ['worker-terminated-by-timeout']],
  [/^(?:max_execution_time)$/, ['max-execution-time', 'worker-terminated-by-timeout']],
  [/_(?:buffer_size|buffers|busy_buffers_size)$/, ['header-too-big', 'nginx-config-error']],
  [/^(?:client_max_body_size|post_max_size|upload_max_filesize)$/, ['body-too-large']],
  [/_read_timeout$/, ['upstream-timeout-504', 'worker-terminated-by-timeout']],
  [/_connect_timeout$/, ['connect-timeout']],
  [
    /^pm(?:\.|$)/,
    [
      'pool-exhausted',
      'spawn-limited',
      'backlog-full',
      'upstream-timeout-504',
      'worker-killed-oom',
      'fpm-config-error',
    ],
  ],
  [/^listen\.backlog$/, ['backlog-full']],
  [/^memory_limit$/, ['memory-limit', 'worker-killed-oom']],
  [/^(?:fastcgi_keep_conn|keepalive)$/, ['keepalive-race', 'keepalive-pins-workers']],
  [/^(?:root|alias|fastcgi_param SCRIPT_FILENAME|chroot|security\.limit_extensions)$/, ['script-not-found']],
  [/^(?:limit_req|limit_conn)/, ['rate-limited']],
  [/^(?:try_files|rewrite|error_page)$/, ['redirect-cycle']],
  [/_ssl_/, ['ssl-handshake-upstream']],
  [/^resolver/, ['dns-resolve']],
  [/^(?:worker_connections)$/, ['worker-connections']],
  [/^(?:worker_rlimit_nofile|rlimit_files)$/, ['fd-exhausted']],
];

/** True when the change can have caused it. */
export function explainsFailure(change: ConfigChange, cause: CauseId): boolean {
  return CONSEQUENCES.some(([directive, causes]) => directive.test(change.directive) && causes.includes(cause));
}

/** Differences in meaning between each pasted config and its backup copy (`x.conf` and `x.conf.bak`); order and comments do not count. */
export function configChanges(facts: Facts): readonly ConfigChange[] {
  const changes: ConfigChange[] = [];
  for (const backup of facts.stack.documents.keys()) {
    const current = currentOf(backup, facts.stack.documents.keys());
    if (current === null) continue;
    changes.push(...compare(valuesOf(facts, backup), valuesOf(facts, current), backup, current));
  }
  return changes;
}

interface Value {
  readonly directive: string;
  readonly value: string;
  readonly line: number;
}

function valuesOf(facts: Facts, path: string): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const nginx = facts.stack.nginxFiles.get(path);
  if (nginx !== undefined) collect(nginx.nodes, '', values);
  const ini = facts.stack.iniFiles.get(path);
  for (const node of ini?.nodes ?? []) {
    if (node.kind !== 'entry') continue;
    const directive = node.subscript ?? node.key;
    values.set(`${node.section ?? ''}|${node.key}|${node.subscript ?? ''}`, {
      directive,
      value: node.value ?? '',
      line: node.line,
    });
  }
  return values;
}

/** Flattens the tree to one value a directive and block; a repeated directive (several `server` lines) is joined. */
function collect(nodes: readonly NginxNode[], block: string, values: Map<string, Value>): void {
  for (const node of nodes) {
    if (node.kind !== 'directive') continue;
    const words = node.words.map((word) => word.value);
    const name = words[0] ?? '';
    if (node.nodes !== null) {
      collect(node.nodes, `${block}/${words.join(' ')}`, values);
      continue;
    }
    const parameter = name.endsWith('_param') || name === 'proxy_set_header' ? `${name} ${words[1] ?? ''}` : name;
    const value = words.slice(parameter === name ? 1 : 2).join(' ');
    const key = `${block}|${parameter}`;
    const known = values.get(key);
    values.set(key, {
      directive: parameter,
      value: known === undefined ? value : `${known.value}; ${value}`,
      line: known?.line ?? node.line,
    });
  }
}

function compare(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  backup: string,
  current: string,
): readonly ConfigChange[] {
  const changes: ConfigChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(key);
    const is = after.get(key);
    if (was?.value === is?.value) continue;
    const directive = is?.directive ?? was?.directive ?? '';
    const place = is === undefined ? { path: backup, line: was?.line ?? 1 } : { path: current, line: is.line };
    changes.push({
      ...place,
      column: 1,
      directive,
      before: was?.value ?? null,
      after: is?.value ?? null,
      sentence: changeSentence(directive, was?.value ?? null, is?.value ?? null, backup),
    });
  }
  return changes;
}

function changeSentence(directive: string, before: string | null, after: string | null, backup: string): string {
  if (before === null) return `Since ${backup} \`${directive} ${after ?? ''}\` was added.`;
  if (after === null) return `Since ${backup} \`${directive} ${before}\` was removed.`;
  return `Since ${backup} \`${directive}\` changed from ${before} to ${after}.`;
}
