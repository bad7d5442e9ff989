let table: Uint32Array | null = null;

function tableOf(): Uint32Array {
  return (table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  }));
}

/** CRC-32 (ISO 3309) of an ASCII text, as eight hexadecimal digits. */
export function crc32(text: string): string {
  const remainders = tableOf();
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) crc = (crc >>> 8) ^ (remainders[(crc ^ text.charCodeAt(at)) & 255] ?? 0);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
