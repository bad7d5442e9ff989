/** What happened to one way out that was tried. */
export interface Attempt {
  readonly where: 'page' | 'engine' | 'analyst' | 'judge';
  readonly way: string;
  /** `refused`: the browser said so by its own event. `open`: nothing refused it. `absent`: no such way here. */
  readonly outcome: 'refused' | 'open' | 'absent';
  /** The directive of the policy that refused it. */
  readonly directive: string | null;
}

/** One way by which a script could send something. `exists` says whether this kind of script has it at all. */
export interface WayOut {
  readonly way: string;
  readonly exists: () => boolean;
  readonly take: () => unknown;
}

/** A name that resolves nowhere (RFC 2606), so that even a page without a policy sends nothing by trying. */
const NOWHERE = 'way-out.invalid';
export const target = (way: string, scheme = 'https'): string => `${scheme}://${NOWHERE}/${way}`;

/** The ways that page and worker have in common. */
export const SHARED_WAYS: readonly WayOut[] = [
  { way: 'fetch', exists: () => 'fetch' in self, take: () => fetch(target('fetch')) },
  {
    way: 'XMLHttpRequest',
    exists: () => 'XMLHttpRequest' in self,
    take: () => {
      const request = new XMLHttpRequest();
      request.open('GET', target('xhr'));
      request.send();
    },
  },
  { way: 'WebSocket', exists: () => 'WebSocket' in self, take: () => new WebSocket(target('socket', 'wss')) },
  { way: 'EventSource', exists: () => 'EventSource' in self, take: () => new EventSource(target('events')) },
  { way: 'import()', exists: () => true, take: () => import(/* @vite-ignore */ target('module.js')) },
];

/** Violations arrive as events, some of them late; what no event refuses within this time counts as open. */
const PATIENCE_MS = 400;

/**
 * Tries each way in turn and judges by the browser's own violation events: return values lie
 * (`sendBeacon` returns true for a request that was blocked).
 */
export async function tryWaysOut(
  where: Attempt['where'],
  ways: readonly WayOut[],
  scope: EventTarget,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const { way, exists, take } of ways) {
    if (!exists()) attempts.push({ where, way, outcome: 'absent', directive: null });
    else {
      const directive = await refusalOf(take, scope);
      attempts.push({ where, way, outcome: directive === null ? 'open' : 'refused', directive });
    }
  }
  return attempts;
}

function refusalOf(take: () => unknown, scope: EventTarget): Promise<string | null> {
  return new Promise((resolve) => {
    const settle = (directive: string | null): void => {
      clearTimeout(timer);
      scope.removeEventListener('securitypolicyviolation', heard);
      resolve(directive);
    };
    const heard = (event: Event): void => {
      const violation = event as SecurityPolicyViolationEvent;
      if (violation.disposition === 'enforce') settle(violation.effectiveDirective);
    };
    const timer = setTimeout(() => {
      settle(null);
    }, PATIENCE_MS);
    scope.addEventListener('securitypolicyviolation', heard);
    try {
      Promise.resolve(take()).catch(() => null);
    } catch {
      // A thrown error is not proof of a policy; only the event is.
    }
  });
}
