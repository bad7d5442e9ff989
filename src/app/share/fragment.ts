/** Whether a pasted text is one of our links and nothing else. @returns its fragment */
export function fragmentIn(text: string): string | null {
  const only = text.trim();
  const at = only.indexOf('#s1');
  return at !== -1 && /^#s1e?\./.test(only.slice(at)) && !/\s/.test(only) ? only.slice(at) : null;
}
