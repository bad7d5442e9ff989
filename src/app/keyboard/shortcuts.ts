/** What a key does when nothing that takes text has the focus. */
export type Action = 'next' | 'previous' | 'open' | 'apply' | 'copy' | 'share' | 'help' | 'close';

export interface Shortcut {
  readonly key: string;
  readonly action: Action;
  readonly words: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { key: 'j', action: 'next', words: 'next finding' },
  { key: 'k', action: 'previous', words: 'previous finding' },
  { key: 'Enter', action: 'open', words: 'go to the line of the finding' },
  { key: 'a', action: 'apply', words: 'apply the finding’s fix, or not' },
  { key: 'c', action: 'copy', words: 'copy the patch' },
  { key: 's', action: 'share', words: 'share' },
  { key: '?', action: 'help', words: 'this sheet' },
  { key: 'Escape', action: 'close', words: 'close the source pane' },
];

/** @returns null when the key belongs to a field, a control or the browser */
export function actionOf(event: KeyboardEvent): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input:not([type="checkbox"]):not([type="radio"]), textarea, select, dialog')) return null;
  if (event.key === 'Enter' && target?.closest('button, a, summary, input, label')) return null;
  return SHORTCUTS.find((one) => one.key === event.key)?.action ?? null;
}
