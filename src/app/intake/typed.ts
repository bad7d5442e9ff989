/**
 * Whether an input event brought a whole text (a paste, a drop, a filled field) rather than a keystroke.
 * Whole texts are taken in at once and leave the box; typing stays in it.
 * @param grew how many characters longer the box became
 */
export function bringsWholeText(inputType: string | undefined, grew: number): boolean {
  if (inputType === 'insertText') return grew > 1;
  return !TYPING.has(inputType ?? '');
}

const TYPING = new Set([
  'insertLineBreak',
  'insertParagraph',
  'insertCompositionText',
  'insertReplacementText',
  'historyUndo',
  'historyRedo',
  'deleteContentBackward',
  'deleteContentForward',
  'deleteWordBackward',
  'deleteWordForward',
  'deleteSoftLineBackward',
  'deleteByCut',
  'deleteByDrag',
]);
