import type { LogFormat } from '../../syntax/lines/log-format.ts';
import type { Ledger } from '../ledger.ts';
import type { LineReader } from '../reader.ts';

/**
 * Reads one access log into the ledger (statuses on the timeline, failures as events) and its statistics (demand).
 * The engine has the plain one, line by line; a byte kernel may take its place through `EvidenceOptions.accessScanner`
 * as long as it writes the same things.
 */
export type AccessScanner = LineReader;

/** @param formats found in the pasted configs, the one of this log's path first. */
export type MakeAccessScanner = (ledger: Ledger, path: string, formats: readonly LogFormat[]) => AccessScanner;
