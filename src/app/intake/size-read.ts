import { grouped } from '../grouped.ts';

const MB = 1e6;

/** `143 of 1,009 MB` */
export function sizeRead({ read, total }: { readonly read: number; readonly total: number }): string {
  return `${grouped(Math.round(read / MB))} of ${grouped(Math.round(total / MB))} MB`;
}
