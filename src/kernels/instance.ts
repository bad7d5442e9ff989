/**
 * A WebAssembly scanner made by hand from the bytes in this chunk: a policy that lets nothing out lets nobody fetch them
 * either. null where WebAssembly or its 128-bit instructions are refused.
 */
export function exportsOf(kernel: string): WebAssembly.Exports | null {
  try {
    const bytes = Uint8Array.from(atob(kernel), (letter) => letter.charCodeAt(0));
    return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  } catch {
    return null;
  }
}
