/** Replaces `{name}` in a rule's sentence by its argument; an argument that is not there stays visible. */
export function sentence(template: string, args: Readonly<Record<string, string | number>>): string {
  return template
    .split('{')
    .map((part, at) => {
      if (at === 0) return part;
      const end = part.indexOf('}');
      const value = end === -1 ? undefined : args[part.slice(0, end)];
      return value === undefined ? `{${part}` : String(value) + part.slice(end + 1);
    })
    .join('');
}
