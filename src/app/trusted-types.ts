interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown;
}

/**
 * The one default policy: script addresses must be our own or a blob that we made. Everything else that would run as
 * script is refused by the browser (`require-trusted-types-for 'script'`).
 */
export function installTrustedTypes(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, protocol } = new URL(url, document.baseURI);
      // Null, not an error: the browser then refuses it with an event that "Prove it" can show.
      return protocol === 'blob:' || origin === location.origin ? url : null;
    },
  });
}
