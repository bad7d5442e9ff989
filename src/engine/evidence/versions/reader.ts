import type { LineReader } from '../reader.ts';
import type { Ledger } from '../ledger.ts';
import { memoryFact } from '../memory/facts.ts';

const NGINX = /\bnginx version: (?:nginx|openresty|freenginx|angie)\/(\d{1,3}\.\d{1,3})/;
/** The version of php-fpm counts more than that of the command line, which may be another. */
const PHP = /^PHP (?:Version => )?(\d{1,2}\.\d{1,2})\.?\d{0,3}\S{0,60}(?: \((cli|fpm-fcgi|cgi-fcgi)\))?/;

/** Reads `nginx -v`, `nginx -V`, `php -v`, `php-fpm -v`, `php -i`. */
export function versionReader(ledger: Ledger): LineReader {
  let fromCli: string | null = null;
  return {
    line(text) {
      const nginx = NGINX.exec(text)?.[1];
      if (nginx !== undefined) ledger.stateHost({ nginx });
      const php = PHP.exec(text);
      if (php?.[1] !== undefined && php[2] === 'cli') fromCli = php[1];
      else if (php?.[1] !== undefined) ledger.stateHost({ php: php[1] });
      return nginx !== undefined || php !== null || memoryFact(ledger, text);
    },
    end() {
      if (fromCli !== null) ledger.stateCliPhp(fromCli);
    },
  };
}
