/** The browser takes a large file from its address a while after the press. */
const PATIENCE_MS = 60_000;

/** Hands a text or bytes to the user as a file. */
export function download(name: string, content: string | Blob, type = 'text/plain'): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, PATIENCE_MS);
}
