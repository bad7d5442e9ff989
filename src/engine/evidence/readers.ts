import type { DocumentKind } from '../text/document.ts';
import { fpmLogReader } from './fpm/reader.ts';
import { nginxErrorReader } from './nginx-error/reader.ts';
import { phpLogReader } from './php/reader.ts';
import type { MakeReader } from './reader.ts';

/** Who reads which kind; kinds of config have no reader here. Order is the order in which a foreign line is offered. */
export const READERS: readonly (readonly [DocumentKind, MakeReader])[] = [
  ['nginx-error-log', nginxErrorReader],
  ['fpm-log', fpmLogReader],
  ['php-log', phpLogReader],
];
