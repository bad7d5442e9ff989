import type { languages } from 'monaco-editor/editor';

/** Enough of nginx's lexer for colours: directive, argument, variable, string, comment (ngx_conf_file.c). */
export const nginxLanguage: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/#.*$/, 'comment'],
      [/[{}]/, 'delimiter.bracket'],
      [/[^\s{};#"'$]+/, { token: 'keyword', next: '@arguments' }],
    ],
    arguments: [
      [/[;{]/, { token: 'delimiter', next: '@pop' }],
      [/\s+/, ''],
      [/#.*$/, 'comment'],
      [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/, 'string'],
      [/\$\{?\w+\}?/, 'variable'],
      [/\d+(?:ms|[smhdwMykgKG])?\b/, 'number'],
      [/[^\s;{$"']+|["']/, ''],
    ],
  },
};
