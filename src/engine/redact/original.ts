/** Name of one of the classes of `classes.ts`: `vendor-token`, `connection-string`, `ip`, `host`, … */
export type RedactionClass = string;

/** What an alias stands for. */
export interface Original {
  readonly text: string;
  readonly class: RedactionClass;
}
