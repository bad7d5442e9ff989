/** Why nginx's line is not the place to look. */
const MEANINGS: readonly (readonly [begins: string, meaning: string])[] = [
  [
    'unexpected end of file',
    'nginx read to the end of the file and still missed something; a brace, a quote or a ";" was left out further up.',
  ],
  [
    'unexpected "}"',
    'A brace came where nginx expected a ";" or an open block: a ";" is missing above, or a brace is one too many.',
  ],
  ['unexpected "', 'Text follows a closing quote; the quote that opened it most likely began further up.'],
  ['too long parameter', 'A word is longer than 4,096 bytes, almost always because a quote was never closed.'],
  ['invalid number of arguments', 'Without a ";" nginx takes the next line for further arguments.'],
  ['directive "', 'Without a ";" nginx takes the next block for a part of this directive.'],
];

/** Checks over several directives that nginx reports at the closing brace of the block. */
const REPORTED_AT_THE_BRACE =
  /buffers_size"|minus one buffer|there must be at least 2|large_client_header_buffers|temp_file/;

/** What a message of `nginx -t` means where nginx's own words mislead; '' when they say it all. */
export function meaningOf(message: string): string {
  return REPORTED_AT_THE_BRACE.test(message)
    ? 'nginx checks this when the block closes and names the brace; the sizes of all these directives must fit together, those inherited included.'
    : (MEANINGS.find(([begins]) => message.startsWith(begins))?.[1] ?? '');
}
