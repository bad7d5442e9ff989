/**
 * Keeps the page for the next time without a network. On a plain-http intranet there is no service worker; everything
 * else works there.
 * @returns whether the page will open offline from now on
 */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(new URL('./sw.js', document.baseURI), { scope: './' });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
