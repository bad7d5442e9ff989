import type { Report } from '../../engine/index.ts';
import { formatJson } from './json.ts';
import { formatText } from './text.ts';

/** @param prefix leads from the working directory to the folder that paths in the report are relative to */
export type Format = (report: Report, prefix: string) => string;

export const FORMATS: Readonly<Record<string, Format>> = {
  text: formatText,
  json: formatJson,
};
