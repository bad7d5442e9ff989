import { expect, it } from 'vitest';
import { judge } from '../../src/engine/rules/index.ts';
import { NGINX, phpIni, PHP_INI, pool, POOL } from './setup.ts';
import { judgeSituation } from './situation.ts';

const SITE = (n: number): string => `    server {
        server_name s${String(n)}.example;
        location ~ \\.php$ {
            fastcgi_pass unix:/run/php/php8.2-fpm.sock;
            fastcgi_read_timeout 60s;
        }
    }
`;

/** Sites that all need an edit: the rules' dearest case. */
function millisecondsFor(sites: number): number {
  const text = `events {}\nhttp {\n${Array.from({ length: sites }, (_, n) => SITE(n)).join('')}}\n`;
  const files = { [NGINX]: text, [POOL]: pool(), [PHP_INI]: phpIni() };
  const input = judgeSituation({ files, host: { longestRequestSeconds: 90 } });
  const runs = Array.from({ length: 3 }, () => {
    const from = performance.now();
    expect(
      judge({ ...input, refusals: new Map() }).filter((finding) => finding.fix !== null).length,
    ).toBeGreaterThanOrEqual(sites);
    return performance.now() - from;
  });
  return Math.min(...runs);
}

it('grows with the number of sites, not with its square', { timeout: 60_000 }, () => {
  millisecondsFor(200);
  expect(millisecondsFor(2400) / Math.max(millisecondsFor(300), 1)).toBeLessThan(24);
});
