const MB = 1e6;

/** `143 of 1,009 MB` */
export function sizeRead({ read, total }: { readonly read: number; readonly total: number }): string {
  return `${Math.round(read / MB)} of ${Math.round(total / MB).toLocaleString('en')} MB`;
}
