/** Units are named in types so that no number travels without one. */
export type Bytes = number;
export type Seconds = number;
export type Milliseconds = number;
/** Seconds since 1970-01-01T00:00:00; for logs without a zone the writer's local clock is taken as UTC. */
export type EpochSeconds = number;

export const KiB = 1024;
export const MiB = 1024 * 1024;
export const GiB = 1024 * 1024 * 1024;
