import type { DocumentKind } from '../text/document.ts';
import { fileReader } from './files/reader.ts';
import { fpmLogReader } from './fpm/reader.ts';
import { kernelReader } from './kernel/reader.ts';
import { limitReader } from './limits/reader.ts';
import { memoryReader } from './memory/reader.ts';
import { nginxErrorReader } from './nginx-error/reader.ts';
import { phpLogReader } from './php/reader.ts';
import { probeReader } from './probes/reader.ts';
import { processReader } from './processes/reader.ts';
import type { MakeReader } from './reader.ts';
import { securityReader } from './security/reader.ts';
import { journalReader } from './services/journal.ts';
import { serviceReader } from './services/outputs.ts';
import { slowLogReader } from './slow-log/reader.ts';
import { socketReader } from './sockets/reader.ts';
import { statusReader } from './status/reader.ts';
import { versionReader } from './versions/reader.ts';

/** Who reads which kind; kinds of config have no reader. */
export const READERS: ReadonlyMap<DocumentKind, MakeReader> = new Map<DocumentKind, MakeReader>([
  ['nginx-error-log', nginxErrorReader],
  ['fpm-log', fpmLogReader],
  ['fpm-slow-log', slowLogReader],
  ['fpm-status', statusReader],
  ['php-log', phpLogReader],
  ['kernel-log', kernelReader],
  ['journal', journalReader],
  ['processes', processReader],
  ['memory', memoryReader],
  ['sockets', socketReader],
  ['limits', limitReader],
  ['services', serviceReader],
  ['versions', versionReader],
  ['php-info', versionReader],
  ['security', securityReader],
  ['file-listing', fileReader],
  ['unknown', probeReader],
]);

/** Kinds whose lines turn up inside other documents: a journal, a compose log, `systemctl status`, a session. */
export const CARRIED: readonly DocumentKind[] = [
  'nginx-error-log',
  'fpm-log',
  'php-log',
  'kernel-log',
  'journal',
  'services',
  'unknown',
];
