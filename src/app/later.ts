/** What the first paint does not need: fetched while the user looks for something to paste. */
export { default as CopyButton } from './CopyButton.svelte';
export { default as Change } from './rooms/Change.svelte';
export { default as InTurn } from './InTurn.svelte';
export { default as Happened } from './rooms/Happened.svelte';
export { default as Redactions } from './redaction/Redactions.svelte';
export { default as Source } from './source/Source.svelte';
