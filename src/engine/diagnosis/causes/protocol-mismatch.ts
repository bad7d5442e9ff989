import type { Cause } from '../weighing.ts';
import { answers } from '../facts/addresses.ts';
import { CLOSURES } from '../facts/closures.ts';
import { lineAt } from '../facts/lines.ts';
import { bySigns, weightOf, word } from '../facts/signs.ts';
import { addressOf, protocolOf } from '../facts/upstream-field.ts';

/** The two ends speak different protocols: FastCGI to an HTTP server, or HTTP to a pool. */
export const protocolMismatch: Cause = {
  id: 'protocol-mismatch',
  harm: 'gateway',
  explains: [...CLOSURES, 'nginx.unsupported-fastcgi-version', 'nginx.no-valid-http-header', 'nginx.invalid-header'],
  asks: ['nginx-config', 'pool-config', 'listeners'],
  weigh(facts) {
    const seen = bySigns(facts, { mechanism: ['nginx.unsupported-fastcgi-version'] });
    if (seen !== null) return { ...seen, nuance: 0.04, failures: facts.count('nginx.unsupported-fastcgi-version') };
    const broken = facts.events(...CLOSURES, 'nginx.no-valid-http-header', 'nginx.invalid-header');
    const toPool = broken.filter(
      (event) =>
        !['fastcgi', null].includes(protocolOf(event)) &&
        facts.pools.some((pool) => answers(pool.address ?? '', addressOf(event))),
    );
    const crossed = facts.paths.find(
      (path) =>
        path.pass !== null &&
        path.pass.protocol !== 'fastcgi' &&
        path.upstream?.servers.some((s) => facts.pools.some((pool) => answers(pool.address ?? '', s.address))),
    );
    if (
      broken.length > 0 &&
      (toPool.length > 0 || (crossed !== undefined && broken.every((e) => protocolOf(e) !== 'fastcgi')))
    ) {
      const shown = toPool.length > 0 ? toPool : broken;
      const protocol = crossed?.pass?.protocol ?? shown.map(protocolOf).find((one) => one !== null) ?? 'proxy';
      const weight = weightOf('mechanism', shown, { direction: 'http', protocol });
      const lines = crossed?.pass ? [lineAt(facts, crossed.pass.path, crossed.pass.line)] : [];
      return { ...weight, lines: [...weight.lines.slice(0, 3), ...lines] };
    }
    const usualPort = facts
      .events('nginx.no-valid-http-header', 'nginx.reset-before-header')
      .filter((event) => protocolOf(event) === 'proxy' && /:9000$/.test(addressOf(event)));
    if (usualPort.length === 0) return null;
    // Nothing but FPM is known to run there, or the backend is named after it.
    const named = facts.paths.some((path) => /(?:^|[^a-z])(?:php|fpm)/i.test(path.pass?.target ?? ''));
    const certain = named || facts.evidence.events.some(({ signature }) => signature.startsWith('fpm.'));
    return certain
      ? weightOf('effect', usualPort, { direction: 'http' }, 0.09)
      : weightOf('bare', usualPort, { direction: 'http' }, 0.02);
  },
  sentence(args) {
    if (args['direction'] === 'http')
      return `${word(args, 'protocol', 'proxy')}_pass ${word(args, 'protocol', 'proxy') === 'proxy' ? 'speaks HTTP' : 'does not speak FastCGI'} to ${word(args, 'upstreamAddress', 'the backend')}, which is a FastCGI port: use fastcgi_pass.`;
    const first = FIRST_BYTES[String(args['code'] ?? '')];
    return `fastcgi_pass points at ${word(args, 'upstreamAddress', 'a server')}, which does not speak FastCGI${first === undefined ? '' : ` (it answered with ${first})`}.`;
  },
};

/** The "version" nginx prints is the first byte of the answer (ngx_http_fastcgi_module.c). */
const FIRST_BYTES: Readonly<Record<string, string>> = { '72': 'HTTP', '83': 'a CGI or SCGI status line', '60': 'HTML' };
