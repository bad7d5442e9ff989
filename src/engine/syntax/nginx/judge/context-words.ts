const WORDS: Readonly<Record<string, string>> = {
  m: 'the main level',
  e: 'events',
  h: 'http',
  s: 'server',
  l: 'location',
  i: 'if in server',
  j: 'if in location',
  x: 'limit_except',
  u: 'upstream',
  S: 'stream',
  T: 'a stream server',
  U: 'a stream upstream',
  M: 'mail',
  N: 'a mail server',
};

/** Context letters as people read them: `hsl` → "http, server or location". */
export function contextsInWords(letters: string): string {
  const words = [...new Set(letters)].map((letter) => WORDS[letter] ?? letter);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}
