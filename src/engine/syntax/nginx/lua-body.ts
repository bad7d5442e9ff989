/** Bodies in another language are the module's own business: nginx hands the text between the braces over unread. */
export function hasForeignBody(directive: string): boolean {
  return directive.endsWith('_by_lua_block');
}

/**
 * Finds the brace that closes a Lua body, past Lua's strings, comments and long brackets
 * (`ngx_http_lua_conf_lua_block_parse`).
 * @param start offset just after the opening brace
 * @returns offset of the closing brace, or the text's end when there is none
 */
export function endOfLuaBody(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '{') depth++;
    else if (character === '}') {
      if (depth === 0) return at;
      depth--;
    } else if (character === '"' || character === "'") {
      at = endOfString(text, at);
      continue;
    } else if (character === '-' && text.charAt(at + 1) === '-') {
      const long = endOfLongBracket(text, at + 2);
      at = long === -1 ? endOfLine(text, at) : long;
      continue;
    } else if (character === '[') {
      const long = endOfLongBracket(text, at);
      if (long !== -1) {
        at = long;
        continue;
      }
    }
    at++;
  }
  return text.length;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** A Lua string ends at its quote or, unfinished, at the line's end. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === quote) return at + 1;
    else if (character === '\n') return at;
  }
  return text.length;
}

/** `[[ … ]]`, `[=[ … ]=]`: the offset after the close; -1 when none opens at `at`. */
function endOfLongBracket(text: string, at: number): number {
  if (text.charAt(at) !== '[') return -1;
  let level = at + 1;
  while (text.charAt(level) === '=') level++;
  if (text.charAt(level) !== '[') return -1;
  const close = `]${text.slice(at + 1, level)}]`;
  const end = text.indexOf(close, level + 1);
  return end === -1 ? text.length : end + close.length;
}
