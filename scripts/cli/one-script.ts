import type { Plugin } from 'vite';

/**
 * Makes the tool a function of `require` in ASCII. With a single other character in it V8 keeps the whole script in
 * two bytes a letter and decodes it at every start; in strings and patterns, escapes say the same.
 */
export function oneScript(): Plugin {
  return {
    name: 'one-script',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk') chunk.code = `(function (require) {${inAscii(chunk.code)}\n})`;
    },
  };
}

/** Says beside the script that its `.js` is CommonJS, whatever the package around it says. */
export function asCommonJs(): Plugin {
  return {
    name: 'as-common-js',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
    },
  };
}

function inAscii(code: string): string {
  return code.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
