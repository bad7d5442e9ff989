import type { EvidenceEvent } from '../../evidence/event.ts';
import type { Facts } from './facts.ts';

/** Workers that SIGKILL ended; uwsgi's and gunicorn's master kills too, and says so by the same process id before. */
export function killedWorkers(facts: Facts): readonly EvidenceEvent[] {
  const overdue = new Set(facts.events('uwsgi.harakiri').map(({ fields }) => String(fields['pid'])));
  return [
    ...facts.events('fpm.exited-signal').filter(({ fields }) => fields['signal'] === 9),
    ...facts
      .events('uwsgi.worker-died')
      .filter(({ fields }) => isKill(fields['signal']) && !overdue.has(String(fields['pid']))),
  ];
}

function isKill(signal: string | number | undefined): boolean {
  return signal === 9 || signal === 'KILL';
}
