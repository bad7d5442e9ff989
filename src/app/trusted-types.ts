interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
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
      if (protocol === 'blob:' || origin === location.origin) return url;
      throw new TypeError('a script address of another origin');
    },
  });
}
