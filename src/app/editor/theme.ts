import type { editor } from 'monaco-editor/editor';

/** Our own two themes: the stock ones fail contrast on changed lines. The colours are those of `theme.css`. */
export function themeOf(dark: boolean): editor.IStandaloneThemeData {
  const [panel, ink, muted, accent, soft, faint] = dark
    ? ['#1b1f22', '#e2e7e9', '#9ba8ae', '#79c0c9', '#1f3639', '#262b2e']
    : ['#ffffff', '#1d2326', '#566269', '#1c6670', '#dcebec', '#eaedee'];
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: ink.slice(1) },
      { token: 'comment', foreground: muted.slice(1), fontStyle: 'italic' },
      { token: 'keyword', foreground: accent.slice(1) },
      { token: 'metatag', foreground: accent.slice(1) },
      { token: 'key', foreground: accent.slice(1) },
    ],
    colors: {
      'editor.background': panel,
      'editor.foreground': ink,
      'editorLineNumber.foreground': muted,
      'editorLineNumber.activeForeground': ink,
      'diffEditor.insertedLineBackground': soft,
      'diffEditor.insertedTextBackground': soft,
      'diffEditor.removedLineBackground': faint,
      'diffEditor.removedTextBackground': faint,
      'diffEditor.insertedTextBorder': accent,
      'diffEditor.removedTextBorder': muted,
    },
  };
}
