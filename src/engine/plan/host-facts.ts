import type { Evidence } from '../evidence/evidence.ts';
import type { Stack } from '../stack/stack.ts';
import type { Host } from '../text/host.ts';

/** The host as stated, completed by what outputs say (`free`, `nproc`, `php -v`). */
export function hostFacts({ host }: Stack, { host: seen }: Evidence): Host {
  return {
    memoryBytes: host.memoryBytes ?? seen.memoryBytes ?? null,
    reserveBytes: host.reserveBytes ?? seen.reserveBytes ?? null,
    workerMemoryBytes: host.workerMemoryBytes ?? seen.workerMemoryBytes ?? null,
    cores: host.cores ?? seen.cores ?? null,
    longestRequestSeconds: host.longestRequestSeconds ?? seen.longestRequestSeconds ?? null,
    frontTimeoutSeconds: host.frontTimeoutSeconds ?? seen.frontTimeoutSeconds ?? null,
    php: host.php ?? seen.php ?? null,
    nginx: host.nginx ?? seen.nginx ?? null,
  };
}
