import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/languages/definitions/ini/register';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker&inline';
import { nginxLanguage } from './nginx-language.ts';
import { themeOf } from './theme.ts';

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker({ name: 'editor' }) };
monaco.languages.register({ id: 'nginx' });
monaco.languages.setMonarchTokensProvider('nginx', nginxLanguage);

export interface DiffRequest {
  readonly language: 'nginx' | 'ini';
  readonly before: string;
  readonly after: string;
  readonly dark: boolean;
}

/** Shows two states of one config side by side. @returns what ends it */
export function showDiff(node: HTMLElement, { language, before, after, dark }: DiffRequest): () => void {
  monaco.editor.defineTheme('stackengine', themeOf(dark));
  const editor = monaco.editor.createDiffEditor(node, {
    theme: 'stackengine',
    readOnly: true,
    automaticLayout: true,
    scrollBeyondLastLine: false,
    minimap: { enabled: false },
    renderOverviewRuler: false,
    fontSize: 12,
    lineHeight: 20,
    hideUnchangedRegions: { enabled: true },
  });
  const original = monaco.editor.createModel(before, language);
  const modified = monaco.editor.createModel(after, language);
  editor.setModel({ original, modified });
  // The names get lost when a model is set, so they are given afterwards.
  editor.getOriginalEditor().updateOptions({ ariaLabel: 'As it is' });
  editor.getModifiedEditor().updateOptions({ ariaLabel: 'As the patch makes it' });
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
