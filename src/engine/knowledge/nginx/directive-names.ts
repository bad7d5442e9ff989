import { DIRECTIVE_NAMES, DIRECTIVES_ELSEWHERE } from './directive-names.data.ts';

/** Names by module, in the order of the table's rows. */
export function namesByModule(
  table: string,
): readonly { readonly module: string; readonly names: readonly string[] }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [module = '', ...names] = line.split(' ');
      return { module, names };
    });
}

const names = new Set(namesByModule(DIRECTIVE_NAMES).flatMap((one) => one.names));
const elsewhere = new Map(
  namesByModule(DIRECTIVES_ELSEWHERE).flatMap(({ module, names: own }) => own.map((name) => [name, module] as const)),
);

/** Module of a directive that open-source nginx does not build: commercial edition or separately built; else null. */
export function moduleElsewhere(name: string): string | null {
  return elsewhere.get(name) ?? null;
}

/** Whether a word is the name of a directive of nginx, of any edition. */
export function isNginxName(name: string): boolean {
  return names.has(name) || elsewhere.has(name);
}
