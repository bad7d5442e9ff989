/** Descriptors a worker needs beside its connections: logs, listening sockets, temporary files. */
const BESIDE_CONNECTIONS = 64;
const LEAST_CONNECTIONS = 1024;

/** Each proxied request holds two connections; four times what ran out leaves room for the next peak. */
export function connectionsFor(exhaustedAt: number): number {
  return Math.max(LEAST_CONNECTIONS, 4 * exhaustedAt);
}

/** `worker_rlimit_nofile` for `connections` a worker: two descriptors each (FACTS of ngx_connection.c), and its own. */
export function descriptorsFor(connections: number): number {
  return Math.max(4 * LEAST_CONNECTIONS, 2 * connections + BESIDE_CONNECTIONS);
}

/** `rlimit_files` of FPM: two pipes a worker for its output, its socket, its log and what scripts open. */
export function fpmDescriptorsFor(children: number): number {
  return Math.max(LEAST_CONNECTIONS, 8 * children);
}
