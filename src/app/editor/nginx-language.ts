import type { languages } from 'monaco-editor/editor';

/** Enough of nginx's lexer for colours: directive, argument, variable, string, comment (ngx_conf_file.c). */
export const nginxLanguage: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/\s+/, ''],
      [/#.*/, 'comment'],
      [/[{}]/, 'delimiter.bracket'],
      [/[^\s{};#"'$]+/, { token: 'keyword', next: '@arguments' }],
    ],
    arguments: [
      [/[;{]/, { token: 'delimiter', next: '@pop' }],
      [/\s+/, ''],
      [/#.*/, 'comment'],
      [/"/, { token: 'string', next: '@double' }],
      [/'/, { token: 'string', next: '@single' }],
      [/\$\{?\w+\}?/, 'variable'],
      [/\d{1,18}(?:ms|[smhdwMykgKG])?/, 'number'],
      [/[^\s;{$"']+/, ''],
    ],
    double: [
      [/[^"\\]+|\\./, 'string'],
      [/"/, { token: 'string', next: '@pop' }],
    ],
    single: [
      [/[^'\\]+|\\./, 'string'],
      [/'/, { token: 'string', next: '@pop' }],
    ],
  },
};
