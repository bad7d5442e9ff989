/** OWASP's floor for PBKDF2 with SHA-256. */
const ITERATIONS = 600_000;
const SALT = 16;
const NONCE = 12;

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(passphrase.normalize('NFC')),
    'PBKDF2',
    false,
    ['deriveKey'],
  );
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Whether this place has WebCrypto: pages on plain http have not. */
export function canEncrypt(): boolean {
  return typeof crypto !== 'undefined' && (crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

/** Bytes that encryption adds: salt, nonce, tag. */
export const CIPHER_OVERHEAD = SALT + NONCE + 16;

/** AES-256-GCM; `header` is authenticated, not encrypted. */
export async function encrypt(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  header: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(header) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, await keyOf(passphrase, salt), bytes));
  const whole = new Uint8Array(SALT + NONCE + sealed.length);
  whole.set(salt);
  whole.set(nonce, SALT);
  whole.set(sealed, SALT + NONCE);
  return whole;
}

/** @returns null when the passphrase is wrong or something was altered: the cipher cannot tell which */
export async function decrypt(
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string,
  header: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (bytes.length < CIPHER_OVERHEAD) return null;
  const iv = bytes.slice(SALT, SALT + NONCE);
  const parameters = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(header) };
  try {
    const key = await keyOf(passphrase, bytes.slice(0, SALT));
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes.slice(SALT + NONCE)));
  } catch {
    return null;
  }
}
