import { CLASSES } from '../../engine/redact/classes.ts';

/** Classes that have a switch, with what they are when nobody touched it. Secrets have none. */
export const SWITCHABLE = Object.entries(CLASSES)
  .filter(([, { tier }]) => tier !== 'secret')
  .map(([name, { title, tier }]) => ({ class: name, title, on: tier === 'identifier' }));
