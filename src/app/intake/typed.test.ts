import { describe, expect, it } from 'vitest';
import { freePath } from './piece-path.ts';
import { bringsWholeText } from './typed.ts';

describe('what an input event brings', () => {
  it('is a whole text for pastes, drops and filled fields', () => {
    expect(bringsWholeText('insertFromPaste', 400)).toBe(true);
    expect(bringsWholeText('insertFromDrop', 400)).toBe(true);
    expect(bringsWholeText(undefined, 400)).toBe(true);
    expect(bringsWholeText('insertText', 400)).toBe(true);
  });
  it('is typing for keystrokes, compositions and corrections', () => {
    expect(bringsWholeText('insertText', 1)).toBe(false);
    expect(bringsWholeText('insertLineBreak', 1)).toBe(false);
    expect(bringsWholeText('insertCompositionText', 2)).toBe(false);
    expect(bringsWholeText('deleteContentBackward', -1)).toBe(false);
  });
});

describe('the path of a new piece', () => {
  it('counts pastes from one and keeps file names apart', () => {
    expect(freePath('paste', [])).toBe('paste-1');
    expect(freePath('paste', ['paste-1'])).toBe('paste-2');
    expect(freePath('error.log', ['error.log', 'error.log (2)'])).toBe('error.log (3)');
  });
});
