/**
 * Copies a text that may still be on its way. Safari wants the promise itself inside the click; a plain-http page has
 * no clipboard object and gets the old command.
 * @returns false when nothing here can copy
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  try {
    if (!('clipboard' in navigator)) return copyByCommand(await text);
    if (!('ClipboardItem' in globalThis)) await navigator.clipboard.writeText(await text);
    else {
      const item = text.then((value) => new Blob([value], { type: 'text/plain' }));
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': item })]);
    }
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  // Deprecated, and the only way on a page without a secure context; asked for, in case it goes.
  const copied = (document as { execCommand?: (command: string) => boolean }).execCommand?.('copy') ?? false;
  field.remove();
  return copied;
}
